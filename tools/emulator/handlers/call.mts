import type { Endpoint } from '../../contract/endpoints.mts';
import { Refusal } from '../refusal.mts';
import type { Instance } from '../types.mts';

/** A request that the documentation allows, and what it is about. */
export interface Call extends Instance {
	endpoint: Endpoint;
	pathParameters: Record<string, string>;
	query: Record<string, string>;
	body: unknown;
}

/** Some of the endpoints, by their id in the endpoint data; each returns the body of its answer, which may be empty. */
export type Handlers = Readonly<Record<string, (call: Call) => object | ''>>;

/** Assumption: the page size when a request names none; broadcast lists have this one. */
export const DEFAULT_PAGE_SIZE = 20;
/** Assumption: the largest page size. A request for more gets this many. */
export const LARGEST_PAGE_SIZE = 100;

/**
 * Takes one page of a list.
 *
 * @param items the whole list
 * @param query the query parameters of the request
 */
export function paginate<Item>(
	items: Item[],
	{ page = '1', pageSize }: Record<string, string>,
): Item[] {
	const size = Math.min(Number(pageSize ?? DEFAULT_PAGE_SIZE), LARGEST_PAGE_SIZE);
	// Assumption: pages count from 1 (as in the documented example), and a page has at least one item.
	if (Number(page) < 1) throw new Refusal(400, 'page must be at least 1');
	if (size < 1) throw new Refusal(400, 'pageSize must be at least 1');
	// Assumption: a page behind the last one is empty.
	return items.slice((Number(page) - 1) * size, Number(page) * size);
}

/** Refuses a name that is empty. Assumption: it is refused with a text of the emulator's own. */
export function checkName(name: string, field: string): void {
	if (name.trim() === '') throw new Refusal(400, `${field} must not be empty`);
}

/** Refuses a photo that is neither of the two documented kinds. Assumption: how it is refused. */
export function checkPhoto(photo: string, field: string): void {
	if (/^(https?:\/\/[^/\s]|data:image\/[\w.+-]+;base64,.)/.test(photo)) return;
	throw new Refusal(400, `${field} must be a URL or a Base64 data URI`);
}
