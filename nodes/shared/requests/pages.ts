import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/objects';

/** Far more than any account has; it only stops a server that never runs out of new entries. */
const MOST_PAGES = 100;

/**
 * Reads a list page by page. Z-API returns neither totals nor a mark of the last page, so the first page shows how many
 * entries a full page has: a server may return fewer than it was asked for. The list ends with a page that has fewer
 * entries than that, none, or no new ones, as from a server that ignores paging. The same entry on two pages counts
 * once.
 *
 * @param readPage reads one page; the first is 1
 * @param limit the most entries that are wanted
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
 * Reads a list whose pages are chained: each contains the cursor of the next one. See {@link collectPages}.
 *
 * @param readPage reads the page for a cursor; the first page has none
 * @param limit the most entries that are wanted
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
 * Makes the function that finds the entries in an answer that contains more than the list of them.
 *
 * @param name what Z-API calls the list
 * @returns a function that returns the entries of that list, or of the body if it is a list itself; and if there is no
 * list, the body as it is, so that nothing is lost
 */
export function entriesIn(name: string) {
	return (body: unknown): IDataObject[] => {
		const list = isObject(body) && Object.hasOwn(body, name) ? (body[name] ?? []) : body;
		return (Array.isArray(list) ? list : [body]) as IDataObject[];
	};
}

/** @returns the cursor of the next page in an answer from Z-API: undefined, null or empty after the last one */
export function nextCursorOf(body: unknown): unknown {
	return isObject(body) ? body.nextCursor : undefined;
}
