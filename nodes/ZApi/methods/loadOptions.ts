import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { get } from '../transport/request';

interface CommunityMetadata {
	subGroups?: Array<{ name?: string; phone: string; isGroupAnnouncement?: boolean }>;
}

/** An ID becomes one segment of the path; a segment of dots would lead out of it. */
function isSegment(id: unknown): id is string | number {
	return (typeof id === 'string' || typeof id === 'number') && !/^[.\s]*$/.test(String(id));
}

/**
 * The groups linked to the chosen community, for the *Group Names or IDs* field. The announcement group is left
 * out: it belongs to the community itself and can't be unlinked.
 *
 * @returns nothing as long as no community is chosen, or an expression chooses it
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/communities/community-metadata
 */
export async function getCommunityGroups(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const communityId = this.getCurrentNodeParameter('communityId', { extractValue: true });
	if (!isSegment(communityId) || String(communityId).startsWith('=')) return [];

	const path = `/communities-metadata/${encodeURIComponent(String(communityId).trim())}`;
	const { subGroups = [] } = (await get.call(this, path)) as CommunityMetadata;
	const groups = subGroups.filter(({ isGroupAnnouncement }) => isGroupAnnouncement !== true);
	const names = groups.map(({ name, phone }) => name || phone);
	return groups
		.map(({ phone }, index) => {
			const name = names[index] ?? phone;
			const isShared = names.indexOf(name) !== names.lastIndexOf(name);
			return { name: isShared ? `${name} (${phone})` : name, value: phone };
		})
		.sort((a, b) => a.name.localeCompare(b.name));
}
