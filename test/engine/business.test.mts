import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { documentedEvents } from '../../tools/emulator/webhooks.mts';
import { emulator, byId, jsons, run, answerWith } from './operating.mts';

it('a product comes out the same, whether Z-API nests it or not', async () => {
	const product = { id: '999999999999999', name: 'Mouse', price: '100000' };
	const flat = { cartEnabled: true, catalogId: '1', ...product };
	const found: IDataObject[] = [];
	for (const body of [flat, { cartEnabled: true, catalogId: '1', product }]) {
		for (const simplify of [false, true]) {
			answerWith(body);
			const productId = byId('999999999999999');
			found.push(...jsons((await run('product', 'get', { productId, simplify })).items));
		}
	}
	expect(found).toEqual([flat, product, flat, product]);
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
		[{ price: 19.9 }, "Price isn't a whole number from 0 up: 19.9"],
		[{ images: 'a.png' }, "Images has an entry that isn't a web address: a.png"],
		[{ currency: 'R$' }, "Currency isn't a currency code: R$"],
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
			"Products, entry 2, has a price that isn't an amount: x",
		],
		[
			{ define: 'json', entriesJson: '[{"name":"Prato","value":1}]' },
			'Products, entry 1, lacks a quantity',
		],
		[{ products: {} }, 'Products is empty'],
		[{ options: { pix: { values: { key: '', keyType: 'cpf' } } } }, 'Pix lacks a key'],
		[{ options: { tax: '={{ "1,5" }}' } }, "Tax isn't an amount: 1,5"],
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
		expect(error?.message).toBe(`Opening Hours, entry 2, ${problem}`);
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
