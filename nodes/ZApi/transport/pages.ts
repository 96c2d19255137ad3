import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { get } from './request';

const PAGE_SIZE = 100;

/** Far beyond what an account holds; it only stops a server that never runs out of new entries. */
const MOST_PAGES = 100;

/**
 * Reads a whole list, page by page. Z-API gives neither totals nor a sign of the last page, and documents no
 * largest page size, so the first page tells how many entries a full page has. The end is a page that has fewer
 * than that, or none, or nothing new, as from a server that ignores paging.
 *
 * @param path the list's endpoint, relative to the instance's address
 * @returns the entries of all pages, in their order
 * @throws NodeApiError in words for the user
 */
export async function getAllPages<Entry extends object>(
	this: ILoadOptionsFunctions,
	path: string,
): Promise<Entry[]> {
	const entries = new Map<string, Entry>();
	let fullPage = 1;
	for (let page = 1; page <= MOST_PAGES; page++) {
		const answer = await get.call(this, path, { page, pageSize: PAGE_SIZE });
		const found = (Array.isArray(answer) ? answer : []) as Entry[];
		const known = entries.size;
		for (const entry of found) entries.set(JSON.stringify(entry), entry);
		if (page === 1) fullPage = found.length;
		if (found.length < fullPage || entries.size === known) break;
	}
	return [...entries.values()];
}
