import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { apiGetAll, apiGetChained, apiGetList } from '../requests/apiRequest';
import { idKindOf } from '../values/ids';
import { toPhoneNumber } from '../values/phones';
import { searchable } from '../values/searchable';
import { toListItems, type ListItem } from './listItems';

/** @param filter what the user typed; case and accents don't matter. An ID also finds its entry. */
function search(choices: ListItem[], filter: string): INodeListSearchResult {
	const wanted = searchable(filter.trim());
	return {
		results: choices.filter(
			({ name, value }) => searchable(name).includes(wanted) || value === filter.trim(),
		),
	};
}

type Entry = Parameters<typeof toListItems>[0][number];

/**
 * @param read reads the whole list
 * @param toEntry finds an entry's name and ID
 */
function searchIn(
	read: (context: ILoadOptionsFunctions) => Promise<IDataObject[]>,
	toEntry: (entry: IDataObject) => Entry,
) {
	return async function (this: ILoadOptionsFunctions, filter = '') {
		return search(toListItems((await read(this)).map(toEntry)), filter);
	};
}

function named(id: string) {
	return (entry: IDataObject): Entry => ({ name: entry.name, id: entry[id] });
}

function isPerson(phone: unknown): boolean {
	return ['a phone number', 'an @lid'].includes(idKindOf(String(phone)) ?? '');
}

/**
 * @param path the list's endpoint
 * @param id Z-API's name for the ID of an entry
 */
function listOf(path: string, id: 'id' | 'phone' | 'broadcastId') {
	return searchIn(async (context) => await apiGetAll.call(context, path), named(id));
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
 * The chats of the connected number, including groups and channels, for the *To* and *Chat* fields.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/chats/get-chats
 */
export const searchChats = listOf('/chats', 'phone');

/**
 * The contacts of the connected number. People who aren't saved on its phone have only their own name on WhatsApp.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/contacts/get-contacts
 */
export const searchContacts = searchIn(
	async (context) => await apiGetAll.call(context, '/contacts'),
	({ name, short, notify, phone }) => ({ name: name || short || notify, id: phone }),
);

/** @returns the path to the catalog of the number in the open panel, or to one's own if there is no valid number */
function catalogPath(context: ILoadOptionsFunctions): string {
	try {
		return `/catalogs/${toPhoneNumber(context.getCurrentNodeParameter('catalogPhone'))}`;
	} catch {
		return '/catalogs';
	}
}

/**
 * The products of a catalog, for the *Product* field.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/business/get-products-v2
 */
export const searchProducts = searchIn(
	async (context) =>
		await apiGetChained.call(context, { method: 'POST', path: catalogPath(context) }, 'products'),
	named('id'),
);

/**
 * The collections of one's own catalog, for the *Collection* field.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/business/list-collections
 */
export const searchCollections = searchIn(
	async (context) =>
		await apiGetChained.call(
			context,
			{ method: 'GET', path: '/catalogs/collection' },
			'collections',
		),
	named('id'),
);

/**
 * The tags of WhatsApp Business, for the *Tag* field.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/business/tags
 */
export const searchTags = searchIn(
	async (context) => await apiGetList.call(context, '/tags'),
	named('id'),
);

/**
 * The people among the chats of the connected number, where no group or channel can be chosen.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/chats/get-chats
 */
export const searchPeople = searchIn(
	async (context) =>
		(await apiGetAll.call(context, '/chats')).filter(({ phone }) => isPerson(phone)),
	named('phone'),
);

/**
 * The channels that the connected number owns or follows, for the *Channel* field. Z-API returns all at once.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/newsletter/newsletter-list
 */
export const searchChannels = searchIn(
	async (context) => await apiGetList.call(context, '/newsletter'),
	named('id'),
);

/**
 * The broadcast lists of the connected number, for the *Broadcast List* field.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/broadcast/list-broadcast
 */
export const searchBroadcastLists = listOf('/broadcast', 'broadcastId');
