import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/objects';
import { UserFacingFailure } from './errors';

/** Far more than any account has; it only stops a server that never runs out. */
const MOST_PAGES = 10_000;

/** Z-API's queue has empty pages before its end; this many in a row have none behind them. */
const MOST_EMPTY_PAGES = 100;

/**
 * Makes the error about a list that can't be read to its end. To return what was read so far would look like the whole
 * list.
 *
 * @param what completes a sentence that starts with "Z-API"
 */
export function endlessList(what: string): UserFacingFailure {
	return new UserFacingFailure({
		message: `The list can't be read to its end: Z-API ${what}`,
		description:
			'Try again. If it keeps failing, turn off Return All and set a Limit to get the beginning of the list.',
	});
}

/**
 * Reads a list page by page. Z-API returns neither totals nor a mark of the last page, and a page may be shorter than
 * others without being the last. So the list ends with a page that is empty, or, from a server that ignores paging,
 * one that has nothing new. The same entry on two pages counts once.
 *
 * @param readPage reads one page; the first is 1
 * @param limit the most entries that are wanted
 * @param pageSize how many entries each page is asked for
 * @returns the entries in their order
 * @throws UserFacingFailure when a full page comes again, so that nobody can tell whether there is more; or when there
 * is no end of pages
 */
export async function collectPages<Entry>(
	readPage: (page: number) => Promise<Entry[]>,
	limit: number,
	pageSize: number,
): Promise<Entry[]> {
	const entries = new Map<string, Entry>();
	for (let page = 1; page <= MOST_PAGES; page++) {
		const found = await readPage(page);
		const known = entries.size;
		for (const entry of found) entries.set(JSON.stringify(entry), entry);
		if (entries.size >= limit) return [...entries.values()].slice(0, limit);
		if (entries.size > known) continue;
		if (found.length === pageSize) throw endlessList(`sent page ${page - 1} again`);
		return [...entries.values()];
	}
	throw endlessList(`sent ${MOST_PAGES} pages and still had more`);
}

/**
 * Reads a list whose pages are chained: each contains the cursor of the next one. An empty page with a cursor isn't
 * the last.
 *
 * @param readPage reads the page for a cursor; the first page has none
 * @param limit the most entries that are wanted
 * @returns the entries in their order
 * @throws UserFacingFailure when a cursor leads back, or when there is no end of pages
 */
export async function followCursor<Entry>(
	readPage: (cursor: unknown) => Promise<{ entries: Entry[]; next: unknown }>,
	limit: number,
): Promise<Entry[]> {
	const entries: Entry[] = [];
	const seen = new Set<unknown>();
	let cursor: unknown;
	let emptyPages = 0;
	for (let page = 1; page <= MOST_PAGES; page++) {
		const { entries: found, next } = await readPage(cursor);
		for (const entry of found) entries.push(entry);
		const isLast = next === undefined || next === null || next === '';
		if (isLast || entries.length >= limit) return entries.slice(0, limit);
		if (seen.has(next)) throw endlessList('led back to a page that it had sent before');
		emptyPages = found.length === 0 ? emptyPages + 1 : 0;
		if (emptyPages === MOST_EMPTY_PAGES) {
			throw endlessList(
				`sent ${MOST_EMPTY_PAGES} empty pages in a row and said that there is more`,
			);
		}
		seen.add(next);
		cursor = next;
	}
	throw endlessList(`sent ${MOST_PAGES} pages and still had more`);
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
