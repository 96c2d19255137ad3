import { paginate, type Call } from './handlers/call.mts';

/** What names the place in a list at which the next page begins. */
const CURSOR = 'nextCursor';

/** Assumption: the documented entries are all there are, so the page behind a cursor is empty and the last. */
function lastPage(shape: object): object {
	const entries = Object.entries(shape).map(([name, value]: [string, unknown]) => {
		if (Array.isArray(value)) return [name, []];
		return [name, name === CURSOR ? null : value];
	});
	return Object.fromEntries(entries) as object;
}

/**
 * Answers a request with the answer that is documented for its endpoint, and changes nothing.
 *
 * @param call the request, which is as documented
 * @returns the body; empty where none is documented
 */
export function answerAsDocumented({ endpoint, query, body }: Call): object | string {
	const { shape, status } = endpoint.response;
	// Assumption: where no answer is documented, there is none.
	if (shape === null || status === 204) return '';
	const given = { ...query, ...(body as object | undefined) };
	if (CURSOR in given) return lastPage(shape);
	const hasPages = endpoint.query.some(({ name }) => name === 'page');
	return hasPages && Array.isArray(shape) ? paginate(shape, query) : shape;
}
