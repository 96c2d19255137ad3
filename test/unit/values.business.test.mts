import {
	toCategoryList,
	toEmail,
	toTimeOfDay,
	toTimeZoneName,
	toWebsiteList,
} from '../../nodes/shared/values/businessProfile.ts';
import { toListOf } from '../../nodes/shared/values/lists.ts';
import { toAmount, toCurrency, toOrder } from '../../nodes/shared/values/orders.ts';
import { toUrlList } from '../../nodes/shared/values/urls.ts';
import { toText, type Read } from '../../nodes/shared/values/values.ts';
import { problemOf } from './problemOf.mts';

type Case = [string, Read<unknown>, unknown, unknown];

it.each<Case>([
	['a currency', toCurrency, ' brl\u200B', 'BRL'],
	['an amount', toAmount, 0, 0],
	['an amount in a text', toAmount, ' 19.90 ', 19.9],
	['an email address', toEmail, ' contato@example.com.br\n', 'contato@example.com.br'],
	['a time', toTimeOfDay, '23:59', '23:59'],
	['an early time', toTimeOfDay, '8:00', '08:00'],
	['a time zone', toTimeZoneName, ' America/Sao_Paulo', 'America/Sao_Paulo'],
	['no websites in a list', toWebsiteList, [], []],
	[
		'two websites',
		toWebsiteList,
		'https://example.com, https://example.com/b',
		['https://example.com', 'https://example.com/b'],
	],
	[
		'categories',
		toCategoryList,
		[{ id: '629412378414563', label: 'OTHER_COMPANIES' }, 'FINANCE'],
		['629412378414563', 'FINANCE'],
	],
])('%s is read', (_what, read, value, result) => {
	expect(read(value)).toEqual(result);
});

it.each<Case>([
	['a currency', toCurrency, '', 'is empty'],
	['a currency', toCurrency, 'R$', "isn't a currency code: R$"],
	['an amount', toAmount, undefined, 'is empty'],
	['an amount', toAmount, '1.000,50', "isn't an amount: 1.000,50"],
	['an amount', toAmount, -1, "isn't an amount: -1"],
	['an email address', toEmail, 'contato@example', "isn't an email address: contato@example"],
	['an email address', toEmail, 'a@b@example.com', "isn't an email address: a@b@example.com"],
	['a time', toTimeOfDay, '', 'is empty'],
	['a time', toTimeOfDay, '24:00', "isn't a time: 24:00"],
	['a time', toTimeOfDay, '8h', "isn't a time: 8h"],
	['a time zone', toTimeZoneName, 'São Paulo', "isn't a time zone: São Paulo"],
	['a time zone', toTimeZoneName, undefined, 'is empty'],
	[
		'websites',
		toWebsiteList,
		['https://example.com/1', 'https://example.com/2', 'https://example.com/3'],
		'has 3 entries, more than the 2 that WhatsApp allows',
	],
	['websites', toWebsiteList, 'example.com', "has an entry that isn't a web address: example.com"],
	['categories', toCategoryList, '', 'is empty'],
	['categories', toCategoryList, 'A,B,C,D', 'has 4 entries, more than the 3 that WhatsApp allows'],
])('%s: %#', (_what, read, value, problem) => {
	expect(problemOf(() => read(value)).problem).toBe(problem);
});

describe('a list of addresses', () => {
	const COMMAS = 'https://example.com/w_300,h_200/a.png';

	it.each<[unknown, string[]]>([
		[COMMAS, [COMMAS]],
		[`${COMMAS}, https://example.com/b.png`, [COMMAS, 'https://example.com/b.png']],
		[`${COMMAS},https://example.com/b.png;`, [COMMAS, 'https://example.com/b.png']],
		[
			'https://example.com/?u=https://example.com/b',
			['https://example.com/?u=https://example.com/b'],
		],
		[`\n${COMMAS}\r\n${COMMAS}\n`, [COMMAS]],
		[[{ url: COMMAS }], [COMMAS]],
		[`["${COMMAS}"]`, [COMMAS]],
	])('%j is read', (value, list) => {
		expect(toUrlList(value)).toEqual(list);
	});
});

it('a list takes objects by the name that its entries have there, and by no other', () => {
	const read = toListOf(toText, 'Choose one.', { key: 'id' });
	expect(read([{ id: '1', phone: '2' }])).toEqual(['1']);
	expect(problemOf(() => read([{ phone: '2' }])).problem).toBe(
		'has an entry that isn\'t text: {"phone":"2"}',
	);
});

describe('an order', () => {
	const product = { name: 'Caneca', quantity: 2, productId: '23940797548900636', value: 150 };
	const order = { currency: 'BRL', products: [product] };

	it('is what the trigger gives, without what Z-API takes no part of', () => {
		const event = {
			...{ type: 'physical-goods', referenceId: '4N9AVI38VOB', total: 605, subTotal: 600 },
			...{ currency: 'BRL', discount: 10, shipping: null, tax: '5.5' },
			products: [{ ...product, isCustomItem: false, retailerId: 'x' }],
		};
		const result = toOrder(event);
		expect(JSON.stringify(result)).toBe(
			JSON.stringify({
				...{ currency: 'BRL', discount: 10, tax: 5.5 },
				products: [{ ...product, isCustomItem: false }],
			}),
		);
		expect(toOrder(JSON.stringify(event))).toEqual(result);
	});

	it.each<[unknown, string]>([
		['', 'is empty'],
		['{"currency":', `isn't an order: {"currency":`],
		['Caneca', "isn't an order: Caneca"],
		[[1], "isn't an order: [1]"],
		[{ products: [product] }, "can't be used: the currency is empty"],
		[{ currency: 'BRL' }, "can't be used: the products aren't a list"],
		[{ ...order, products: [] }, "can't be used: the products are empty"],
		[{ ...order, tax: 'x' }, "can't be used: the tax isn't an amount: x"],
		[
			{ ...order, products: [product, { ...product, quantity: 0 }] },
			"can't be used: the quantity of product 2 isn't a whole number above 0: 0",
		],
		[{ ...order, products: [null] }, "can't be used: the productId of product 1 is empty"],
	])('%j is refused, and says which part is wrong', (value, problem) => {
		const found = problemOf(() => toOrder(value));
		expect(found.problem).toBe(problem);
		expect(found.advice).toContain('reviewAndPay');
	});
});
