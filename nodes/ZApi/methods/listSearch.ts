import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { getAllPages } from '../transport/pages';

interface CommunitySummary {
	id: string;
	name: string;
}

/** "Sao" finds "São", as people type it. */
function searchable(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase();
}

/**
 * The communities of the connected number, for the *Community* field.
 *
 * @param filter what the user typed; case and accents don't matter. An ID finds its community, too.
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/communities/list-communities
 */
export async function searchCommunities(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const communities = await getAllPages.call<
		ILoadOptionsFunctions,
		[string],
		Promise<CommunitySummary[]>
	>(this, '/communities');
	const wanted = searchable(filter.trim());
	return {
		results: communities
			.filter(({ id, name }) => searchable(name ?? '').includes(wanted) || id === filter.trim())
			.map(({ id, name }) => ({ name: name || id, value: id }))
			.sort((a, b) => a.name.localeCompare(b.name)),
	};
}
