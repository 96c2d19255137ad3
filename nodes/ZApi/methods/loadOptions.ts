import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { get, getAll } from '../../shared/requests/request';
import { objectsIn, toChoices } from '../../shared/pickers/choices';

/**
 * The chosen ID of a resource locator in the open panel.
 *
 * @returns undefined as long as nothing is chosen, or an expression chooses it. A segment of dots would lead out
 * of the path, so it counts as nothing.
 */
function chosenId(context: ILoadOptionsFunctions, field: string): string | undefined {
	const value = context.getCurrentNodeParameter(field, { extractValue: true });
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const id = String(value).trim();
	return /^\.*$/.test(id) || id.startsWith('=') ? undefined : id;
}

async function getCommunity(
	context: ILoadOptionsFunctions,
	communityId: string,
): Promise<IDataObject[]> {
	const path = `/communities-metadata/${encodeURIComponent(communityId)}`;
	const metadata = (await get.call(context, path)) as IDataObject | null;
	return objectsIn(metadata?.subGroups);
}

function groupChoices(groups: IDataObject[]): INodePropertyOptions[] {
	return toChoices(groups.map(({ name, phone }) => ({ name, id: phone })));
}

async function getParticipants(
	context: ILoadOptionsFunctions,
	phone: string,
): Promise<INodePropertyOptions[]> {
	const path = `/light-group-metadata/${encodeURIComponent(phone)}`;
	const metadata = (await get.call(context, path)) as IDataObject | null;
	const participants = objectsIn(metadata?.participants);
	return toChoices(participants.map(({ phone: id, name, short }) => ({ id, name: name || short })));
}

/**
 * Groups for the *Group Names or IDs* field: to unlink, those of the chosen community; to link, all groups of the
 * connected number. An announcement group belongs to its community for good, so it is left out where Z-API marks it.
 *
 * @returns nothing as long as the community of the groups isn't chosen, or an expression chooses it
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/communities/community-metadata and https://developer.z-api.io/group/get-groups
 */
export async function getCommunityGroups(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	if (this.getCurrentNodeParameter('operation') === 'linkGroups') {
		return groupChoices((await getAll.call(this, '/groups')) as IDataObject[]);
	}
	const communityId = chosenId(this, 'communityId');
	if (communityId === undefined) return [];
	const groups = await getCommunity(this, communityId);
	return groupChoices(groups.filter(({ isGroupAnnouncement }) => isGroupAnnouncement !== true));
}

/**
 * The participants of the chosen group. Z-API knows the names of those who are in the phone's contacts.
 *
 * @returns nothing as long as no group is chosen, or an expression chooses it
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/group/light-group-metadata
 */
export async function getGroupParticipants(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const groupId = chosenId(this, 'groupId');
	return groupId === undefined ? [] : await getParticipants(this, groupId);
}

/**
 * The participants of the chosen community, which are those of its announcement group.
 *
 * @returns nothing as long as no community is chosen, or an expression chooses it
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/communities/introduction
 */
export async function getCommunityParticipants(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const communityId = chosenId(this, 'communityId');
	if (communityId === undefined) return [];
	const groups = await getCommunity(this, communityId);
	const announcement = groups.find(({ isGroupAnnouncement }) => isGroupAnnouncement === true);
	const phone = announcement?.phone;
	return typeof phone === 'string' && !/^\.*$/.test(phone)
		? await getParticipants(this, phone)
		: [];
}
