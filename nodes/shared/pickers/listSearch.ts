import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { getAll } from '../requests/request';
import { toChoices, type Choice } from './choices';
import { searchable } from '../values/searchable';

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
 * The communities of the connected number, for the *Community* field.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/communities/list-communities
 */
export async function searchCommunities(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const communities = (await getAll.call(this, '/communities')) as IDataObject[];
	return search(toChoices(communities.map(({ name, id }) => ({ name, id }))), filter);
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
	const groups = (await getAll.call(this, '/groups')) as IDataObject[];
	return search(toChoices(groups.map(({ name, phone }) => ({ name, id: phone }))), filter);
}

/**
 * The chats of the connected number, also groups and channels, for the trigger's *Chat* filter.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/chats/get-chats
 */
export async function searchChats(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const chats = (await getAll.call(this, '/chats')) as IDataObject[];
	return search(toChoices(chats.map(({ name, phone }) => ({ name, id: phone }))), filter);
}
