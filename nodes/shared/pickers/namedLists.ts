import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { apiGet, apiGetAll, apiGetChained } from '../requests/apiRequest';
import type { NamedEntry } from '../values/names';
import { objectsIn } from './listItems';

function namedEntriesIn(list: unknown, idName: string): NamedEntry[] {
	return objectsIn(list).flatMap(({ name, [idName]: id }) =>
		typeof id === 'string' && id !== '' ? [{ name: typeof name === 'string' ? name : '', id }] : [],
	);
}

type ReadList = (context: ILoadOptionsFunctions, of?: string) => Promise<NamedEntry[]>;

function readAll(path: string, idName: string): ReadList {
	return async (context) => namedEntriesIn(await apiGetAll.call(context, path), idName);
}

/**
 * Lists in which the ID that belongs to a name is looked up. Each is read from Z-API as a whole; some belong to something
 * else, whose ID is then given.
 */
export const namedLists = {
	communities: readAll('/communities', 'id'),
	groups: readAll('/groups', 'phone'),
	/** The groups of a community. */
	groupsOfCommunity: async (context, communityId = '') => {
		const path = `/communities-metadata/${encodeURIComponent(communityId)}`;
		const metadata = await apiGet.call(context, path);
		return namedEntriesIn((metadata as IDataObject | null)?.subGroups, 'phone');
	},
	channels: async (context) => namedEntriesIn(await apiGet.call(context, '/newsletter'), 'id'),
	tags: async (context) => namedEntriesIn(await apiGet.call(context, '/tags'), 'id'),
	collections: async (context) => {
		const call = { method: 'GET', path: '/catalogs/collection' } as const;
		return namedEntriesIn(await apiGetChained.call(context, call, 'collections'), 'id');
	},
	/** The products of somebody's catalog, by their number, or of one's own. */
	products: async (context, phone) => {
		const path = phone === undefined ? '/catalogs' : `/catalogs/${phone}`;
		return namedEntriesIn(
			await apiGetChained.call(context, { method: 'POST', path }, 'products'),
			'id',
		);
	},
} satisfies Record<string, ReadList>;

export type NamedList = keyof typeof namedLists;

/** Reads a list, or what it has been before in the same run. */
export type ReadNamedList = (list: NamedList, of?: string) => Promise<NamedEntry[]>;
