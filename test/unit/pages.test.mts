import { UserFacingFailure } from '../../nodes/shared/requests/errors.ts';
import { collectPages, followCursor } from '../../nodes/shared/requests/pagination.ts';

interface Entry {
	id: number;
}

/** A list of this many entries, in pages of a size. */
function pagesOf(count: number, size: number) {
	const asked: number[] = [];
	const readPage = async (page: number): Promise<Entry[]> => {
		asked.push(page);
		const from = (page - 1) * size;
		const ids = Array.from(
			{ length: Math.max(0, Math.min(size, count - from)) },
			(_, i) => from + i,
		);
		return await Promise.resolve(ids.map((id) => ({ id })));
	};
	return { readPage, asked };
}

async function problemOf(reading: Promise<unknown>): Promise<string> {
	const error: unknown = await reading.catch((thrown: unknown) => thrown);
	if (!(error instanceof UserFacingFailure))
		throw new Error(`No failure in words: ${String(error)}`);
	expect(error.failure.description).toMatch(/Return All .* Limit/);
	return error.failure.message;
}

describe('a list with numbered pages', () => {
	it.each([0, 1, 99, 100, 101, 10_050])('comes whole with %d entries', async (count) => {
		const { readPage, asked } = pagesOf(count, 100);
		const entries = await collectPages(readPage, Infinity, 100);
		expect(entries).toHaveLength(count);
		expect(entries.at(-1)).toEqual(count === 0 ? undefined : { id: count - 1 });
		expect(asked).toHaveLength(Math.ceil(count / 100) + 1);
	});

	it.each([1, 100, 101, 10_049])('is read no further than a limit of %d', async (limit) => {
		const { readPage, asked } = pagesOf(10_050, 100);
		expect(await collectPages(readPage, limit, 100)).toHaveLength(limit);
		expect(asked).toHaveLength(Math.ceil(limit / 100));
	});

	it('goes on after a page that is shorter than the others', async () => {
		const pages: Entry[][] = [[{ id: 1 }, { id: 2 }], [{ id: 3 }], [{ id: 4 }, { id: 5 }]];
		const readPage = async (page: number) => await Promise.resolve(pages[page - 1] ?? []);
		expect(await collectPages(readPage, Infinity, 2)).toHaveLength(5);
	});

	it('has an entry once that moved to the next page meanwhile', async () => {
		const pages: Entry[][] = [
			[{ id: 1 }, { id: 2 }],
			[{ id: 2 }, { id: 3 }],
		];
		const readPage = async (page: number) => await Promise.resolve(pages[page - 1] ?? []);
		expect(await collectPages(readPage, Infinity, 2)).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
	});

	it('ends with a server that gives everything at once, whatever the page', async () => {
		const readPage = async () => await Promise.resolve([{ id: 1 }, { id: 2 }, { id: 3 }]);
		expect(await collectPages(readPage, Infinity, 100)).toHaveLength(3);
		expect(await collectPages(readPage, Infinity, 2)).toHaveLength(3);
	});

	it('is no whole list if a full page comes again', async () => {
		const readPage = async () => await Promise.resolve([{ id: 1 }, { id: 2 }]);
		expect(await problemOf(collectPages(readPage, Infinity, 2))).toBe(
			"The list can't be read to its end: Z-API sent page 1 again",
		);
	});

	it('is no whole list if the pages have no end', async () => {
		const readPage = async (id: number) => await Promise.resolve([{ id }]);
		expect(await problemOf(collectPages(readPage, Infinity, 1))).toBe(
			"The list can't be read to its end: Z-API sent 10000 pages and still had more",
		);
	});
});

describe('a list with chained pages', () => {
	const chain = (pages: Entry[][]) => async (cursor: unknown) => {
		const page = Number(cursor ?? 0);
		const next = page + 1 < pages.length ? String(page + 1) : null;
		return await Promise.resolve({ entries: pages[page] ?? [], next });
	};

	it('comes whole with 1,050 entries, ten a page', async () => {
		const pages = Array.from({ length: 105 }, (_, page) =>
			Array.from({ length: 10 }, (__, index) => ({ id: page * 10 + index })),
		);
		expect(await followCursor(chain(pages), Infinity)).toEqual(pages.flat());
		expect(await followCursor(chain(pages), 1_001)).toHaveLength(1_001);
	});

	it('goes on after empty pages', async () => {
		const pages = [[], [{ id: 1 }], [], [], [{ id: 2 }], []];
		expect(await followCursor(chain(pages), Infinity)).toEqual([{ id: 1 }, { id: 2 }]);
	});

	it.each([
		['with entries', [{ id: 1 }]],
		['without any', []],
	])('is no whole list if a cursor leads back, to a page %s', async (_which, entries) => {
		const readPage = async () => await Promise.resolve({ entries, next: 'same' });
		expect(await problemOf(followCursor(readPage, Infinity))).toBe(
			"The list can't be read to its end: Z-API led back to a page that it had sent before",
		);
	});

	it('is no whole list if the pages have no end', async () => {
		let page = 0;
		const more = (entries: Entry[]) => async () =>
			await Promise.resolve({ entries, next: String(page++) });
		expect(await problemOf(followCursor(more([{ id: 1 }]), Infinity))).toContain('10000 pages');
		expect(await problemOf(followCursor(more([]), Infinity))).toContain('100 empty pages');
	});
});
