import type { INodeProperties } from 'n8n-workflow';
import { PAGE_SIZE } from '../../shared/requests/apiRequest';
import { isObject } from '../../shared/values/objects';
import { toBoolean, toWholeNumber } from '../../shared/values/values';
import { parameterOf, readNamed, type Field, type Item } from './field';

const RETURN_ALL = 'Return All';
const LIMIT = 'Limit';

const properties: INodeProperties[] = [
	{
		displayName: RETURN_ALL,
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: LIMIT,
		name: 'limit',
		type: 'number',
		displayOptions: { show: { returnAll: [false] } },
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
	},
];

/** How Z-API gives a list. */
export interface Pages {
	/** Asks how many entries are wanted; not there if all come at once. */
	field?: Field;
	/** How to ask for the next page, if pages have no numbers. */
	cursor?: {
		/** Z-API's name for it. It is sent in the query of a GET request, and in the body of others. */
		name: string;
		/** @returns undefined after the last page */
		nextOf: (body: unknown) => unknown;
	};
}

function limitOf(item: Item): number {
	const isUnlimited = readNamed(item, RETURN_ALL, () =>
		toBoolean(parameterOf(item, 'returnAll', false)),
	);
	if (isUnlimited) return Infinity;
	return readNamed(item, LIMIT, () => toWholeNumber(1)(parameterOf(item, 'limit', 50)));
}

/** All entries come with one request. */
export const allAtOnce: Pages = {};

/** Pages have numbers. The list is read page by page, until there are as many entries as the user wants. */
export const numbered: Pages = {
	field: {
		properties,
		fill(request, item) {
			request.limit = limitOf(item);
			request.qs = { ...request.qs, page: 1, pageSize: Math.min(PAGE_SIZE, request.limit) };
		},
	},
};

/** @returns where the request of a list has what says which page to return */
export function pagingIn({ method }: { method: string }): 'qs' | 'body' {
	return method === 'GET' ? 'qs' : 'body';
}

/**
 * Each page says how to ask for the next one.
 *
 * @param name what Z-API calls the cursor, where a page says so, and where it is sent
 * @param details the most entries that Z-API returns at once, if the endpoint takes a page size; and how to find the
 * next cursor in an answer, if it isn't simply there
 */
export function cursor(
	name: string,
	details: { largestPage?: number; nextOf?: (body: unknown) => unknown } = {},
): Pages {
	const { largestPage, nextOf = (body: unknown) => (isObject(body) ? body[name] : undefined) } =
		details;
	return {
		cursor: { name, nextOf },
		field: {
			properties,
			fill(request, item) {
				request.limit = limitOf(item);
				if (largestPage === undefined) return;
				request[pagingIn(request)].pageSize = Math.min(largestPage, request.limit);
			},
		},
	};
}
