/** Any value that a workflow can have, and what it must not do. */
import fc from 'fast-check';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { documentedName, type ContractRow } from '../../tools/contract/derive.mts';
import { rows } from '../contract/rows.mts';
import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { isFull } from '../full.mts';
import { loadPackage } from './harness.mts';

/** The same inputs in each run; another seed finds others. What fails prints its seed and its smallest input. */
export const SEED = Number(process.env.SEED ?? 20_260_701);

export let emulator: Emulator;

export let account: Account & { baseUrl: string };

export let filterFields: INodeProperties[];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

beforeAll(async () => {
	const { properties } = (await loadPackage()).trigger.description;
	const filters = properties.find(({ name }) => name === 'filters')?.options ?? [];
	filterFields = [...properties, ...(filters as INodeProperties[])];
});

export const POLLUTION = ['__proto__', 'constructor', 'prototype'];

/** Texts that mean something to someone on the way: to addresses, to JSON, to n8n, or to JavaScript. */
export const ODD_TEXTS = [
	...[
		'..',
		'.',
		'../..',
		'../me',
		'/',
		'//',
		'\\',
		'?',
		'?a=b',
		'#',
		'&',
		'%',
		'%2e%2e',
		'%2F',
		'%00',
	],
	...[
		'a/b?c=d&e#f',
		';',
		',',
		' , ; ',
		'\n',
		'\r\nX-Header: 1',
		'\0',
		'\u202E',
		'\uFEFF',
		'\u2028',
	],
	...[
		'{{ 1 + 1 }}',
		'={{ 1 + 1 }}',
		'=1',
		'{{',
		'$json',
		'$&',
		'{phone}',
		'{groupId}',
		'{communityId}',
	],
	...['null', 'undefined', 'NaN', '[object Object]', 'true', 'false', '0', '-1', '1e400', '0x10'],
	...[
		'[]',
		'{}',
		'[',
		'{"phone":',
		'["1-group"]',
		'{"phone":"1-group"}',
		'[[["1-group"]]]',
		'"1-group"',
	],
	...['\uD800', 'a\uDC00b', '\uD83D', '👩‍👩‍👧‍👦', 'ﷺ', 'İ', 'é', '１２３４５６７８９０１'],
	...[
		'5511999999999',
		'+55 (11) 99999-9999',
		'tel:+5511999999999',
		'120363019502650977-group',
		'1@lid',
	],
	...['https://chat.whatsapp.com/KNmcL17DqVA0sqkQ5LLA5', 'https://chat.whatsapp.com/a?b=c&d#e'],
	...[
		'https://chat.whatsapp.com/\uD800',
		'https://example.com/a.png',
		'data:image/png;base64,AAAA',
	],
	...['admins', 'all', 'data', 'hasOwnProperty', 'toString', ...POLLUTION],
];

const oddText = fc.oneof(
	fc.constantFrom(...ODD_TEXTS),
	fc.tuple(fc.constantFrom(...ODD_TEXTS), fc.constantFrom(...ODD_TEXTS)).map(([a, b]) => a + b),
	fc.string({ unit: 'grapheme' }),
	fc.string({ unit: 'binary' }),
	// Also halves of characters, which no encoding can hold.
	fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
	fc.nat({ max: 5_000 }).map((length) => 'x'.repeat(length)),
);

const oddNumber = fc.oneof(
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.constantFrom(0, -0, 1, 2 ** 53, Number('120363019502650977'), 5511999999999),
);

/** Any value that can be in an item. */
export const { anything } = fc.letrec((tie) => ({
	anything: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		{ arbitrary: oddText, weight: 5 },
		{ arbitrary: oddNumber, weight: 1 },
		{ arbitrary: fc.constantFrom(null, true, false, {}, [], [[]], ''), weight: 1 },
		{ arbitrary: fc.array(tie('anything'), { maxLength: 4 }), weight: 2 },
		{
			arbitrary: fc
				.array(
					fc.tuple(
						fc.oneof(fc.constantFrom('phone', 'value', 'id', 'polluted', ...POLLUTION), oddText),
						tie('anything'),
					),
					{ maxLength: 4 },
				)
				// As JSON is read: what is called __proto__ is a field like any other.
				.map((entries) => JSON.parse(JSON.stringify(objectOf(entries))) as unknown),
			weight: 2,
		},
		{ arbitrary: fc.jsonValue(), weight: 1 },
	),
})) as { anything: fc.Arbitrary<unknown> };

export function objectOf(entries: Array<[string, unknown]>): object {
	const object = {};
	for (const [name, value] of entries) {
		Object.defineProperty(object, name, { value, enumerable: true, configurable: true });
	}
	return object;
}

/** A field of an operation that takes an expression. */
export interface Target {
	field: INodeProperties;
	/** The collection that it is in. */
	collection?: string;
	/** What has to be chosen elsewhere for it to be shown. */
	choices: INodeParameters;
	/** Whether other fields are shown for certain choices in it. */
	isChooser: boolean;
}

/** Every field of an operation that takes an expression, those inside of collections included. */
export function targetsOf({ fields, parameters }: ContractRow): Target[] {
	const choosers = fields.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}));
	return fields
		.filter(({ noDataExpression, type }) => !noDataExpression && type !== 'notice')
		.flatMap((field): Target[] => {
			if (field.type === 'collection') {
				return (field.options as INodeProperties[]).map((inner) => ({
					...{ field: inner, collection: field.name, choices: {}, isChooser: false },
				}));
			}
			const choices = Object.entries(field.displayOptions?.show ?? {})
				.filter(([name]) => !(name in parameters))
				.map(([name, values]) => [name, values?.[0]]);
			const isChooser = choosers.includes(field.name);
			return [{ field, choices: Object.fromEntries(choices) as INodeParameters, isChooser }];
		});
}

/** What is documented of a field, and where it is sent. */
export function documentationOf({ endpoint }: ContractRow, { field }: Target) {
	const name = documentedName(field);
	for (const place of ['pathParams', 'query', 'body'] as const) {
		const found = endpoint[place].find((candidate) => candidate.name === name);
		if (found) return { ...found, place };
	}
	return undefined;
}

/** Fields of one kind are sent alike, and in most cases read alike. If all is tried, the name makes a kind, too. */
function kindOf(row: ContractRow, target: Target): string {
	const { name, type } = target.field;
	const documentation = documentationOf(row, target);
	const all = { ...documentation, of: name, note: undefined };
	const some = { type: documentation?.type, hasValues: documentation?.enum !== undefined };
	return JSON.stringify([type, documentation?.place, target.collection, isFull ? all : some]);
}

/** @returns what every object has that it shouldn't */
export function polluted(): string[] {
	const names = ['polluted', 'phone', 'value', 'id', 'prototype', 'instance'];
	return [...names.filter((name) => name in {}), ...Object.keys(Object.prototype)];
}

/** One field of each kind, in the operation that has it first. */
export const kinds = new Map<
	string,
	{ row: ContractRow; target: Target; name: string; title: string }
>();

for (const row of rows) {
	for (const target of targetsOf(row)) {
		const kind = kindOf(row, target);
		const { title } = row;
		if (!kinds.has(kind)) kinds.set(kind, { row, target, title, name: target.field.displayName });
	}
}
