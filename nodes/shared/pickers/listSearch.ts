import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { getAll } from '../requests/request';
import { searchable } from '../values/searchable';
import { toChoices, type Choice } from './choices';

/** @param filter what the user typed; case and accents don't matter. An ID finds its entry, too. */
function search(choices: Choice[], filter: string): INodeListSearchResult {
	const wanted = searchable(filter.trim());
	return {
		results: choices.filter(
			({ name, value }) => searchable(name).includes(wanted) || value === filter.trim(),
		),
	};
}

/**
 * @param path the list's endpoint
 * @param id the name that Z-API gives to an entry's ID there
 */
function listOf(path: string, id: 'id' | 'phone') {
	return async function (this: ILoadOptionsFunctions, filter = '') {
		const entries = (await getAll.call(this, path)) as IDataObject[];
		return search(toChoices(entries.map((entry) => ({ name: entry.name, id: entry[id] }))), filter);
	};
}

/**
 * The communities of the connected number, for the *Community* field.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/communities/list-communities
 */
export const searchCommunities = listOf('/communities', 'id');

/**
 * The groups of the connected number, for the *Group* field.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/group/get-groups
 */
export const searchGroups = listOf('/groups', 'phone');

/**
 * The chats of the connected number, also groups and channels, for the trigger's *Chat* filter.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/chats/get-chats
 */
export const searchChats = listOf('/chats', 'phone');
