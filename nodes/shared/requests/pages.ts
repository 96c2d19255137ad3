import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/objects';

/** Far beyond what an account holds; it only stops a server that never runs out of new entries. */
const MOST_PAGES = 100;

/**
 * Reads a list page by page. Z-API gives neither totals nor a sign of the last page, so the first page tells how
 * many entries a full page has: a server may give fewer than it was asked for. The end is a page that has fewer
 * than that, or none, or nothing new, as from a server that ignores paging. The same entry on two pages counts once.
 *
 * @param readPage reads one page; the first is 1
 * @param limit how many entries are wanted at most
 * @returns the entries in their order
 */
export async function collectPages<Entry>(
	readPage: (page: number) => Promise<Entry[]>,
	limit: number,
): Promise<Entry[]> {
	const entries = new Map<string, Entry>();
	let fullPage = 1;
	for (let page = 1; page <= MOST_PAGES; page++) {
		const found = await readPage(page);
		const known = entries.size;
		for (const entry of found) entries.set(JSON.stringify(entry), entry);
		if (page === 1) fullPage = found.length;
		if (entries.size >= limit || found.length < fullPage || entries.size === known) break;
	}
	return [...entries.values()].slice(0, limit);
}

/**
 * Reads a list whose pages are chained: each says how to ask for the next one. See {@link collectPages}.
 *
 * @param readPage reads the page that a cursor stands for; the first one has none
 * @param limit how many entries are wanted at most
 * @returns the entries in their order
 */
export async function followCursor<Entry>(
	readPage: (cursor: unknown) => Promise<{ entries: Entry[]; next: unknown }>,
	limit: number,
): Promise<Entry[]> {
	const entries: Entry[] = [];
	const seen = new Set<unknown>();
	let cursor: unknown;
	for (let page = 1; page <= MOST_PAGES; page++) {
		const { entries: found, next } = await readPage(cursor);
		entries.push(...found);
		const isLast = next === undefined || next === null || next === '' || seen.has(next);
		if (isLast || found.length === 0 || entries.length >= limit) break;
		seen.add(next);
		cursor = next;
	}
	return entries.slice(0, limit);
}

/**
 * Makes the finder of the entries in an answer that holds more than a list of them.
 *
 * @param name what Z-API calls the list
 * @returns a function that gives the entries; where the body is the list itself, these; and the body as it is where
 * there is no such list, so that nothing is lost
 */
export function entriesIn(name: string) {
	return (body: unknown): IDataObject[] => {
		const list = isObject(body) && Object.hasOwn(body, name) ? (body[name] ?? []) : body;
		return (Array.isArray(list) ? list : [body]) as IDataObject[];
	};
}

/** @returns what an answer of Z-API's says about the next page: undefined, null or nothing after the last one */
export function nextCursorOf(body: unknown): unknown {
	return isObject(body) ? body.nextCursor : undefined;
}
