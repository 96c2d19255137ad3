import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { getAll } from '../transport/request';

interface Named {
	name?: string;
}

/** "Sao" finds "São", as people type it. */
function searchable(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase();
}

/**
 * Makes the choices of a list out of its entries.
 *
 * @param filter what the user typed; case and accents don't matter. An ID finds its entry, too.
 */
function choices<Entry extends Named>(
	entries: Entry[],
	idOf: (entry: Entry) => string,
	filter: string,
): INodeListSearchResult {
	const wanted = searchable(filter.trim());
	return {
		results: entries
			.map((entry) => ({ name: entry.name || idOf(entry), value: idOf(entry) }))
			.filter(({ name, value }) => searchable(name).includes(wanted) || value === filter.trim())
			.sort((a, b) => a.name.localeCompare(b.name)),
	};
}

/**
 * The communities of the connected number, for the *Community* field.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/communities/list-communities
 */
export async function searchCommunities(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const communities = (await getAll.call(this, '/communities')) as Array<Named & { id: string }>;
	return choices(communities, ({ id }) => id, filter);
}

/**
 * The groups of the connected number, for the *Group* field.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/group/get-groups
 */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const groups = (await getAll.call(this, '/groups')) as Array<Named & { phone: string }>;
	return choices(groups, ({ phone }) => phone, filter);
}
