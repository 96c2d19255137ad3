import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { endpointOf } from '../../tools/contract/endpoints.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { documentedEvents } from '../../tools/emulator/webhooks.mts';
import { loadOptions, runNode, searchList, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const jsons = (items: INodeExecutionData[]) => items.map(({ json }) => json);

function run(
	resource: string,
	operation: string,
	parameters: INodeParameters,
	options: Partial<RunOptions> = {},
) {
	return runNode({ account, parameters: { resource, operation, ...parameters }, ...options });
}

/** Answers each request with the next of these bodies. */
function answerWith(...bodies: Array<object | string>) {
	for (const body of bodies) emulator.misbehave({ answer: { body }, times: 1 });
}

const entry = (id: number): IDataObject => ({ id: String(id), name: `Caneca ${id}` });
const PAGES: Array<[number[], string | null]> = [
	[[1, 2, 3], 'second+/=&'],
	[[4, 5, 6], 'third'],
	[[7], null],
];

describe.each<[string, string, string, INodeParameters, 'body' | 'query']>([
	['product', 'getAll', 'products', {}, 'body'],
	['product', 'getAll', 'products', { options: { catalogPhone: '5544999999999' } }, 'body'],
	['collection', 'getAll', 'collections', {}, 'query'],
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

it('a product comes out the same, whether Z-API nests it or not', async () => {
	const product = { id: '999999999999999', name: 'Mouse', price: '100000' };
	const flat = { cartEnabled: true, catalogId: '1', ...product };
	const found: IDataObject[] = [];
	for (const body of [flat, { cartEnabled: true, catalogId: '1', product }]) {
		answerWith(body);
		const { items } = await run('product', 'get', { productId: byId('999999999999999') });
		found.push(...jsons(items));
	}
	expect(found).toEqual([flat, flat]);
});

describe('a product', () => {
	const product = {
		...{ productName: 'Caneca', description: 'Feita à mão', currency: 'brl', price: 20 },
		images: 'https://example.com/w_300,h_200/a.png',
	};

	it('is shown again by a switch that is off, and keeps what is not given', async () => {
		await run('product', 'upsert', {
			...product,
			options: { isHidden: false, url: '', retailerId: ' ', salePrice: '={{ $json.none }}' },
		});
		expect(emulator.requests[0]?.text).toBe(
			'{"currency":"BRL","description":"Feita à mão","images":["https://example.com/w_300,h_200/a.png"],"isHidden":false,"name":"Caneca","price":20}',
		);
	});

	it.each<[INodeParameters, string]>([
		[{ price: 19.9 }, "Price isn't a whole number from 0 up: 19.9 [item 0]"],
		[{ images: 'a.png' }, "Images has an entry that isn't a web address: a.png [item 0]"],
		[{ currency: 'R$' }, "Currency isn't a currency code: R$ [item 0]"],
	])('%j is refused', async (parameters, message) => {
		const { error } = await run('product', 'upsert', { ...product, ...parameters });
		expect(error?.message).toBe(message);
		expect(emulator.requests).toEqual([]);
	});
});

describe('an order', () => {
	const phone = { __rl: true, mode: 'phone', value: '5544999999999' };
	const products = { values: [{ name: 'Caneca', value: 39.9, quantity: 2, productId: '' }] };

	it('is sent without what was not added', async () => {
		await run('order', 'send', { phone, currency: 'BRL', products });
		expect(emulator.requests[0]?.body).toEqual({
			phone: '5544999999999',
			order: { currency: 'BRL', products: [{ name: 'Caneca', value: 39.9, quantity: 2 }] },
		});
	});

	it.each<[INodeParameters, string]>([
		[
			{ products: { values: [...products.values, { name: 'Prato', value: 'x', quantity: 1 }] } },
			"Products, entry 2, has a price that isn't an amount: x [item 0]",
		],
		[
			{ define: 'json', entriesJson: '[{"name":"Prato","value":1}]' },
			'Products, entry 1, lacks a quantity [item 0]',
		],
		[{ products: {} }, 'Products is empty [item 0]'],
		[{ options: { pix: { values: { key: '', keyType: 'cpf' } } } }, 'Pix lacks a key [item 0]'],
		[{ options: { tax: '={{ "1,5" }}' } }, "Tax isn't an amount: 1,5 [item 0]"],
	])('with %j is refused', async (parameters, message) => {
		const { error } = await run('order', 'send', { phone, products, ...parameters });
		expect(error?.message).toBe(message);
		expect(emulator.requests).toEqual([]);
	});

	it.each(['updateStatus', 'updatePayment'])(
		'%s takes what the trigger gave',
		async (operation) => {
			const events = documentedEvents({ instance: 'x' }).map(({ body }) => body as IDataObject);
			const event = events.find(({ reviewAndPay }) => reviewAndPay !== undefined) ?? {};
			const { error } = await run(
				'order',
				operation,
				{
					phone,
					messageId: '={{ $json.messageId }}',
					referenceId: '={{ $json.reviewAndPay.referenceId }}',
					orderRequestId: '={{ $json.reviewAndPay.orderRequestId }}',
					orderStatus: 'shipped',
					paymentStatus: '={{ $json.reviewAndPay.paymentStatus }}',
					orderJson: '={{ $json.reviewAndPay }}',
				},
				{ items: [event] },
			);
			expect(error).toBeUndefined();
			expect(emulator.requests[0]?.body).toMatchObject({
				orderStatus: 'shipped',
				order: { currency: 'BRL', products: [{ isCustomItem: true }, { isCustomItem: false }] },
			});
		},
	);
});

describe('opening hours', () => {
	const update = (days: unknown) =>
		run('business', 'updateHours', {
			timezone: 'America/Sao_Paulo',
			options: { days: days as INodeParameters },
		});

	it('without entries close every day', async () => {
		await update({});
		expect(emulator.requests[0]?.body).toEqual({ timezone: 'America/Sao_Paulo', days: [] });
	});

	it.each<[IDataObject, string]>([
		[{ openTime: '8h' }, "has an opening time that isn't a time: 8h"],
		[{ closeTime: '' }, 'lacks a closing time'],
	])('with %j are refused by their place', async (changes, problem) => {
		const day = { dayOfWeek: 'MONDAY', openTime: '08:00', closeTime: '12:00' };
		const { error } = await update({ values: [day, { ...day, ...changes }] });
		expect(error?.message).toBe(`Opening Hours, entry 2, ${problem} [item 0]`);
		expect(emulator.requests).toEqual([]);
	});
});

describe('the business profile', () => {
	it.each(['updateDescription', 'updateEmail', 'updateAddress'])(
		'is emptied by %s with nothing',
		async (operation) => {
			const { error } = await run('business', operation, { value: ' ' });
			expect(error).toBeUndefined();
			expect(emulator.requests[0]?.body).toEqual({ value: '' });
		},
	);

	it('loses its websites without any', async () => {
		await run('business', 'updateWebsites', { websites: '' });
		expect(emulator.requests[0]?.body).toEqual({ websites: [] });
	});
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
