import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { endpointOf } from '../../tools/contract/endpoints.mts';
import { loadOptions, searchList } from './editorHarness.mts';
import { emulator, account, byId, jsons, run, answerWith } from './operating.mts';

const entry = (id: number): IDataObject => ({ id: String(id), name: `Caneca ${id}` });

const PAGES: Array<[number[], string | null]> = [
	[[1, 2, 3], 'second+/=&'],
	[[4, 5, 6], 'third'],
	[[7], null],
];

/** One whose cursor is in the body, and one whose cursor is in the query. */
describe.each<[string, string, string, INodeParameters, 'body' | 'query']>([
	['product', 'getAll', 'products', { options: { catalogPhone: '5544999999999' } }, 'body'],
	[
		'collection',
		'getProducts',
		'products',
		{ catalogPhone: '5544999999999', collectionId: byId('12312312313') },
		'query',
	],
])('%s.%s reads its %s', (resource, operation, name, parameters, place) => {
	const answerPages = () =>
		answerWith(
			...PAGES.map(([ids, nextCursor]) => ({ [name]: ids.map(entry), nextCursor })),
			'no page too many',
		);
	const cursors = () =>
		emulator.requests.map((request) => ((request[place] ?? {}) as IDataObject).nextCursor);

	it('by all cursors, with Return All', async () => {
		answerPages();
		const { items, error } = await run(resource, operation, { ...parameters, returnAll: true });
		expect(error).toBeUndefined();
		expect(jsons(items)).toEqual([1, 2, 3, 4, 5, 6, 7].map(entry));
		expect(cursors()).toEqual([undefined, 'second+/=&', 'third']);
		expect(new Set(emulator.requests.map(({ path }) => path)).size).toBe(1);
	});

	it.each([
		[1, 1],
		[3, 1],
		[4, 2],
		[50, 3],
	])('up to a limit of %d, with %d requests', async (limit, requests) => {
		answerPages();
		const { items } = await run(resource, operation, { ...parameters, limit });
		expect(items).toHaveLength(Math.min(limit, 7));
		expect(emulator.requests).toHaveLength(requests);
	});

	it('and says so when a cursor comes again', async () => {
		emulator.misbehave({ answer: { body: { [name]: [entry(1)], nextCursor: 'same' } }, times: 9 });
		const { items, error } = await run(resource, operation, { ...parameters, returnAll: true });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/can't be read to its end: Z-API led back/);
		expect(error?.description).toMatch(/turn off Return All and set a Limit/);
		expect(emulator.requests).toHaveLength(2);
	});

	it('also behind an empty page', async () => {
		answerWith({ [name]: [], nextCursor: 'second' }, { [name]: [entry(1)], nextCursor: null });
		const { items } = await run(resource, operation, { ...parameters, returnAll: true });
		expect(jsons(items)).toEqual([entry(1)]);
	});

	it('also where the answer is the list itself', async () => {
		answerWith([entry(1), entry(2)]);
		const { items } = await run(resource, operation, { ...parameters, returnAll: true });
		expect(jsons(items)).toEqual([entry(1), entry(2)]);
	});

	it.each([[[]], [{ [name]: [] }], [{ [name]: null, nextCursor: null }]])(
		'and gives no item for %j',
		async (body) => {
			answerWith(body);
			const { items, error } = await run(resource, operation, { ...parameters, returnAll: true });
			expect({ error, items }).toEqual({ error: undefined, items: [] });
		},
	);

	it('and says so when a later page is refused', async () => {
		answerWith({ [name]: [entry(1)], nextCursor: 'second' });
		emulator.misbehave({ answer: { status: 400, body: { error: 'Invalid cursor' } }, times: 1 });
		const { items, error } = await run(resource, operation, { ...parameters, returnAll: true });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/^Z-API didn't get the .*: Invalid cursor \(status 400\)$/);
	});
});

describe('the products of another business', () => {
	it.each([
		['+55 (44) 99999-9999', '/catalogs/5544999999999'],
		['', '/catalogs'],
	])('are asked for as the phone %j says', async (catalogPhone, path) => {
		await run('product', 'getAll', { options: { catalogPhone } });
		expect(emulator.requests.map((request) => request.path)).toEqual([path]);
	});

	it.each(['999999999999999@lid', '120363019502650977-group'])(
		'are not asked for by %s',
		async (catalogPhone) => {
			const { error } = await run('product', 'getAll', { options: { catalogPhone } });
			expect(error?.message).toMatch(/^Catalog Phone looks like .*, not a phone number: /);
			expect(emulator.requests).toEqual([]);
		},
	);
});

describe('the lists to choose from', () => {
	it('offer products of all pages, by name', async () => {
		answerWith(...PAGES.map(([ids, nextCursor]) => ({ products: ids.map(entry), nextCursor })));
		const { results } = await searchList(account, 'searchProducts', 'caneca');
		expect(results.map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
	});

	it.each([
		['+55 (44) 99999-9999', '/catalogs/5544999999999'],
		['+55 (44)', '/catalogs'],
		['={{ $json.phone }}', '/catalogs'],
	])('offer products of the catalog of %j', async (catalogPhone, path) => {
		answerWith({ products: [entry(1)] });
		await searchList(account, 'searchProducts', '', { catalogPhone });
		expect(emulator.requests.map((request) => request.path)).toEqual([path]);
	});

	it('offer collections and tags', async () => {
		const values = async (method: string) =>
			(await searchList(account, method, '')).results.map(({ name }) => name);
		expect(await values('searchCollections')).toEqual(['Collection name', 'Collection name 2']);
		expect(await values('searchTags')).toEqual(['New customer', 'Payment pending']);
	});

	it('offer categories by their IDs, and several products at once', async () => {
		const shape = endpointOf('available-categories').response.shape as IDataObject[];
		const categories = await loadOptions(account, 'getBusinessCategories', {
			resource: 'business',
			operation: 'updateCategories',
			categories: ['RESTAURANT'],
		});
		expect(categories.map(({ name, value }) => [name, value])).toEqual([
			['Automotive Service', shape[1]?.id],
			['Other Companies', shape[0]?.id],
			['RESTAURANT', 'RESTAURANT'],
		]);
		answerWith({ products: [entry(1)] });
		const products = await loadOptions(account, 'getProducts', {
			resource: 'collection',
			operation: 'create',
			productIds: ['9'],
		});
		expect(products.map(({ name }) => name)).toEqual(['Caneca 1', '9 (not in your catalog)']);
	});
});
