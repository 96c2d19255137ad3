import fc from 'fast-check';
import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
} from 'n8n-workflow';
import { documentedName, type ContractRow } from '../../tools/contract/derive.mts';
import type { Endpoint } from '../../tools/contract/endpoints.mts';
import { rows } from '../contract/rows.mts';
import type { Account, Emulator, ReceivedRequest } from '../../tools/emulator/emulator.mts';
import { findRoutes } from '../../tools/emulator/routes.mts';
import { useEmulator } from '../useEmulator.mts';
import { findProblem } from '../../tools/emulator/validation.mts';
import { documentedEvents } from '../../tools/emulator/webhooks.mts';
import { isFull } from '../full.mts';
import { loadPackage, runNode } from './harness.mts';
import { problemsWithWords } from './problemsWithWords.mts';
import { Trigger } from './trigger.mts';

/** The same inputs in each run; another seed finds others. What fails prints its seed and its smallest input. */
const SEED = Number(process.env.SEED ?? 20_260_701);

/** So many values are tried with each kind of field: in one run, as the items of one input. */
const VALUES = 80;

let emulator: Emulator;
let account: Account & { baseUrl: string };
let filterFields: INodeProperties[];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

beforeAll(async () => {
	const { properties } = (await loadPackage()).trigger.description;
	const filters = properties.find(({ name }) => name === 'filters')?.options ?? [];
	filterFields = [...properties, ...(filters as INodeProperties[])];
});

const POLLUTION = ['__proto__', 'constructor', 'prototype'];

/** Texts that mean something to someone on the way: to addresses, to JSON, to n8n, or to JavaScript. */
const ODD_TEXTS = [
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
const { anything } = fc.letrec((tie) => ({
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

function objectOf(entries: Array<[string, unknown]>): object {
	const object = {};
	for (const [name, value] of entries) {
		Object.defineProperty(object, name, { value, enumerable: true, configurable: true });
	}
	return object;
}

/** A field of an operation that takes an expression. */
interface Target {
	field: INodeProperties;
	/** The collection that it is in. */
	collection?: string;
	/** What has to be chosen elsewhere for it to be shown. */
	choices: INodeParameters;
	/** Whether other fields are shown for certain choices in it. */
	isChooser: boolean;
}

/** Every field of an operation that takes an expression, those inside of collections included. */
function targetsOf({ fields, parameters }: ContractRow): Target[] {
	const choosers = fields.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}));
	return fields
		.filter(({ noDataExpression }) => !noDataExpression)
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
function documentationOf({ endpoint }: ContractRow, { field }: Target) {
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

/** A value with which a field is all right, where one is known. */
function goodValue(row: ContractRow, target: Target): unknown {
	const { collection, field } = target;
	const { [field.name]: value } = (
		collection ? (row.parameters[collection] ?? {}) : row.parameters
	) as IDataObject;
	if (value !== undefined)
		return field.type === 'resourceLocator' ? (value as IDataObject).value : value;
	const { enum: [first] = [], min = 1 } = documentationOf(row, target) ?? {};
	if (field.type === 'boolean') return true;
	return first ?? (field.type === 'number' ? min : undefined);
}

/** The parameters of an operation, in which some fields get the value that has their name in the item. */
function fromItem({ resource, operation, parameters }: ContractRow, targets: Target[]) {
	const given: IDataObject = { resource, operation, ...(parameters as IDataObject) };
	for (const { field, collection, choices } of targets) {
		const value = `={{ $json.${field.name} }}`;
		const isLocator = field.type === 'resourceLocator';
		const parameter = { [field.name]: isLocator ? { __rl: true, mode: 'id', value } : value };
		const inner = collection && {
			[collection]: { ...(given[collection] as IDataObject | undefined), ...parameter },
		};
		Object.assign(given, choices, inner ?? parameter);
	}
	return { ...given, options: { requestsAtOnce: 1 } } as INodeParameters;
}

/** What a workflow turns into text by mistake. */
const MISTAKES = ['[object Object]', 'undefined', 'NaN'];

/** Lists in which the ID that belongs to a name is looked up, before an operation's own request. */
const LOOK_UPS =
	/^(GET \/(communities|groups|communities-metadata\/[^/]+|newsletter|tags|catalogs\/collection)|POST \/catalogs(\/[^/]+)?)$/;

/** Whether a request isn't the operation's own, but looks up a name for it. */
function isLookUp({ id, method }: Endpoint, request: ReceivedRequest): boolean {
	const isOwn =
		request.method === method &&
		findRoutes(request.path).some(({ endpoint }) => endpoint.id === id);
	return !isOwn && LOOK_UPS.test(`${request.method} ${request.path}`);
}

function ownRequests(endpoint: Endpoint): ReceivedRequest[] {
	return emulator.requests.filter((request) => !isLookUp(endpoint, request));
}

function problemsWithRequest(
	{ id, method, path, query }: Endpoint,
	request: ReceivedRequest | undefined,
	input: string,
): string[] {
	if (!request) return ['no request'];
	const route = findRoutes(request.path).find(({ endpoint }) => endpoint.id === id);
	const sent =
		decodeURIComponent(request.target.replace(/%(?![\dA-F]{2})/gi, '%25')) + request.text;
	const names = Object.keys(request.query);
	return [
		route === undefined && `the path ${request.path}`,
		route && findProblem(route, request),
		request.method !== method && `the method ${request.method}`,
		request.path.split('/').length !== path.split('/').length && `the segments of ${request.path}`,
		/[?#]/.test(request.path) && `a query in ${request.path}`,
		!names.every((name) => query.some((field) => field.name === name)) &&
			`the query ${names.join()}`,
		request.target.split('?').length > (query.length > 0 ? 2 : 1) &&
			`the query of ${request.target}`,
		/[^\x21-\x7E]/.test(request.target) && `characters in ${request.target}`,
		POLLUTION.some((key) => request.text.includes(`"${key}":`)) && `the keys of ${request.text}`,
		...MISTAKES.map(
			(mistake) => sent.includes(mistake) && !input.includes(mistake) && `${mistake} in ${sent}`,
		),
	].filter((problem) => typeof problem === 'string');
}

function problemsWithError(
	{ error, ...own }: IDataObject,
	displayName: string,
	index: number,
	{ value, json }: Trial,
): string[] {
	const from = typeof value === 'string' ? value : JSON.stringify(value);
	const text = typeof error === 'string' ? error : '';
	return [
		...problemsWithWords(error, from),
		// Of a list, an entry may be named.
		![`${displayName} `, `${displayName}, entry `].some((start) => text.startsWith(start)) &&
			`another field in: ${text}`,
		!text.includes(`[item ${index}]. `) && `another item in: ${text}`,
		text.length > 520 && `too many words: ${text}`,
		JSON.stringify(own) !== JSON.stringify(json) && `other data: ${JSON.stringify(own)}`,
	].filter((problem) => typeof problem === 'string');
}

/** A value in a field, and the item that it comes from. */
interface Trial {
	field: INodeProperties;
	value: unknown;
	json: IDataObject;
}

/**
 * Tries values in fields, as the items of one run: each item has one of the values, and all other fields are right.
 *
 * @returns what is wrong, by the value with which it is
 */
async function tryValues(
	row: ContractRow,
	targets: Target[],
	values: unknown[],
): Promise<Array<{ value: unknown; problems: string[] }>> {
	const { endpoint } = row;
	const { isArray } = endpoint.response;
	const goodValues = targets.map((target): [string, unknown] => [
		target.field.name,
		goodValue(row, target),
	]);
	const trials = targets.flatMap(({ field }) =>
		values.map((value): Trial => {
			const others = goodValues.filter(([name]) => name !== field.name);
			return { field, value, json: objectOf([...others, [field.name, value]]) as IDataObject };
		}),
	);
	emulator.reset();
	emulator.misbehave({
		when: (request) => !isLookUp(endpoint, request),
		answer: { body: isArray ? [{ id: '1' }] : { value: true } },
	});
	const fullItems = trials.map(
		({ json }): INodeExecutionData => ({
			json,
			binary: { data: { data: 'AAAA', mimeType: 'image/png' } },
		}),
	);
	const { items, failedItems, error } = await runNode({
		account,
		parameters: fromItem(row, targets),
		fullItems,
		onError: 'continueErrorOutput',
	});
	if (error) return [{ value: values, problems: [`the whole run failed: ${error.message}`] }];

	const indexOf = ({ pairedItem }: INodeExecutionData) => (pairedItem as { item: number }).item;
	const good = new Map(items.map((item) => [indexOf(item), item]));
	const failed = new Map(failedItems.map((item) => [indexOf(item), item]));
	// They come one after the other. The pages of lists come in between each other, so they are looked at together.
	const requests = isArray ? [] : ownRequests(endpoint);
	const results = trials.map((trial, index) => {
		const { field, value } = trial;
		const input = typeof value === 'string' ? value : JSON.stringify(value);
		const failure = failed.get(index);
		if (failure) {
			const problems = problemsWithError(failure.json, field.displayName, index, trial);
			return { value, problems: good.has(index) ? [...problems, 'also a result'] : problems };
		}
		if (!good.has(index)) return { value, problems: ['neither a result nor an error'] };
		return {
			value,
			problems: isArray ? [] : problemsWithRequest(endpoint, requests.shift(), input),
		};
	});
	if (isArray) {
		const problems = ownRequests(endpoint).flatMap((each) =>
			problemsWithRequest(endpoint, each, ''),
		);
		results.push({ value: 'all of them', problems });
	}
	if (requests.length > 0) {
		results.push({ value: values, problems: [`${requests.length} requests too many`] });
	}
	return results.filter(({ problems }) => problems.length > 0);
}

/** @returns what every object has that it shouldn't */
function polluted(): string[] {
	const names = ['polluted', 'phone', 'value', 'id', 'prototype', 'instance'];
	return [...names.filter((name) => name in {}), ...Object.keys(Object.prototype)];
}

/** The smallest inputs with which something is wrong, and how to get them again. */
function report(results: Array<{ value: unknown; problems: string[] }>, what: string): string {
	const smallest = results
		.map(({ value, problems }) => `${JSON.stringify(value).slice(0, 200)}: ${problems.join('; ')}`)
		.sort((one, other) => one.length - other.length)
		.slice(0, 5);
	return [`${results.length} inputs fail for ${what}, with SEED=${SEED}:`, ...smallest].join('\n');
}

/** One field of each kind, in the operation that has it first. */
const kinds = new Map<string, { row: ContractRow; target: Target; name: string; title: string }>();
for (const row of rows) {
	for (const target of targetsOf(row)) {
		const kind = kindOf(row, target);
		const { title } = row;
		if (!kinds.has(kind)) kinds.set(kind, { row, target, title, name: target.field.displayName });
	}
}

it.each([...kinds.values()])(
	'any value in $name, as in $title, gives the documented request, or an error that names the field',
	async ({ row, target, name }) => {
		// The values are items of one run, so what fails is alone already and needs no shrinking.
		const values = fc.sample(anything, { seed: SEED, numRuns: VALUES });
		const results = await tryValues(row, [target], [...ODD_TEXTS, ...values]);
		if (results.length > 0) throw new Error(report(results, name));
		expect(polluted()).toEqual([]);
	},
	30_000,
);

/** What pollutes every object, if someone merges it without care. */
const POLLUTING = [
	'{"__proto__":{"polluted":1}}',
	'{"constructor":{"prototype":{"polluted":1}}}',
	'{"phone":{"__proto__":{"polluted":1},"phone":"1-group"}}',
	'[{"__proto__":{"polluted":1}},{"phone":"__proto__"}]',
	'{"__proto__":["1-group"],"phone":"5511999999999"}',
].map((text) => JSON.parse(text) as unknown);

/** One of each sort of the values that a kind of field is tried with. */
const FEW = ['', 'a/b?c=d&e#f', '..', '\uD800', '[object Object]', '={{ 1 }}', null, 7, {}, ['a']];

/** Fields that can get their values from the same items. */
function bundlesOf(row: ContractRow): Target[][] {
	const bundles = new Map<string, Target[]>();
	for (const target of targetsOf(row)) {
		const isAlone = target.isChooser || goodValue(row, target) === undefined;
		const key = JSON.stringify([target.choices, isAlone && target.field.name]);
		bundles.set(key, [...(bundles.get(key) ?? []), target]);
	}
	return [...bundles.values()];
}

it.each(rows)(
	'every field of $title names itself where its value is refused, and keys that lead to the prototype of all objects do nothing',
	async (row) => {
		const some = fc.sample(anything, { seed: SEED + rows.indexOf(row), numRuns: 3 });
		for (const bundle of bundlesOf(row)) {
			const results = await tryValues(row, bundle, [...POLLUTING, ...FEW, ...some]);
			if (results.length > 0) throw new Error(report(results, row.title));
			expect(polluted()).toEqual([]);
			expect(emulator.requests.filter(({ text }) => text.includes('polluted'))).toEqual([]);
		}
	},
	30_000,
);

it.each(
	[{}, [], ['a'], { a: 1 }, 'undefined', null, true, -0, '={{ 1 }}', 'x'.repeat(1_000)].map(
		(value) => [value],
	),
)('Requests at Once is a number, or refused by its name: %j', async (value) => {
	const { failedItems, items, error } = await runNode({
		account,
		parameters: {
			resource: 'group',
			operation: 'leave',
			groupId: { __rl: true, mode: 'id', value: '120363100000000012-group' },
			options: { requestsAtOnce: '={{ $json.value }}' },
		} as INodeParameters,
		items: [{ value: value as never }],
		onError: 'continueErrorOutput',
	});
	expect(error).toBeUndefined();
	if (items.length > 0) return;
	const text = failedItems[0]?.json.error;
	expect(problemsWithWords(text, JSON.stringify(value))).toEqual([]);
	expect(text).toMatch(/^Requests at Once isn't a whole number above 0: .{0,70} \[item 0\]\. \w/);
});

describe('what is posted at the trigger', () => {
	const STATUSES = [200, 400, 403, 413];

	async function post(body: unknown, parameters: INodeParameters = {}): Promise<string[]> {
		const trigger = new Trigger(account, { parameters: { events: ['all'], ...parameters } });
		const { status, items } = await trigger.post(JSON.stringify(body));
		const { type, instanceId, fromMe } = Object(body) as IDataObject;
		const types = documentedEvents(account).map((event) => event.type.toLowerCase());
		const isMeant =
			typeof type === 'string' &&
			types.includes(type.toLowerCase()) &&
			instanceId === account.instance &&
			!Array.isArray(body);
		return [
			!STATUSES.includes(status) && `the status ${status}`,
			items !== undefined && !isMeant && 'an item of something else',
			items === undefined && isMeant && fromMe !== true && 'no item',
			items && !/"instanceId":"[\da-f]{12}"/.test(JSON.stringify(items[0]?.json)) && 'the instance',
			polluted().length > 0 && `pollution: ${polluted().join()}`,
		].filter((problem) => typeof problem === 'string');
	}

	it('is an event of this account, or refused, whatever it is', async () => {
		const property = fc.asyncProperty(anything, async (body) => {
			expect(await post(body)).toEqual([]);
		});
		await fc.assert(property, { seed: SEED, numRuns: 300 });
	}, 30_000);

	it('is an event of this account, or refused, if part of an event is anything else', async () => {
		const bodies = documentedEvents(account).map(({ body }) => body as IDataObject);
		const changed = fc
			.constantFrom(...bodies)
			.chain((body) =>
				fc
					.tuple(fc.constantFrom(...Object.keys(body), ...POLLUTION), anything)
					.map(
						(change) =>
							JSON.parse(JSON.stringify(objectOf([...Object.entries(body), change]))) as unknown,
					),
			);
		const chats = { values: [{ chatId: { __rl: true, mode: 'id', value: '5511999999999' } }] };
		const filters = { textContains: 'a', textMatches: 'b', chatTypes: ['direct', 'group'] };
		const property = fc.asyncProperty(changed, async (body) => {
			expect(await post(body)).toEqual([]);
			expect(await post(body, { alsoSentByMe: true })).toEqual([]);
			// With filters there may be no item for what is taken.
			const problems = await post(body, { filters, chats } as never);
			expect(problems.filter((problem) => problem !== 'no item')).toEqual([]);
		});
		await fc.assert(property, { seed: SEED, numRuns: 150 });
	}, 30_000);

	const message = { type: 'ReceivedCallback', fromMe: false, text: { message: 'Bom dia' } };

	it.each([
		['Chat Presences', 'chatPresences', { type: 'PresenceChatCallback', status: 'COMPOSING' }],
		['Chat Types', 'chatTypes', message],
		['Message Kinds', 'messageKinds', message],
		['Message Statuses', 'messageStatuses', { type: 'MessageStatusCallback', status: 'READ' }],
		['Only These Chats', 'chats', message],
		['Send Results', 'sendResults', { type: 'DeliveryCallback' }],
		['Sent By', 'sentBy', message],
		['Text Contains', 'textContains', message],
		['Text Matches', 'textMatches', message],
	])(
		'is filtered, or %s is named, whatever an expression gives for it',
		async (displayName, name, event) => {
			expect(filterFields.map((field) => [field.displayName, field.name])).toContainEqual([
				displayName,
				name,
			]);
			const body = { instanceId: account.instance, phone: '5511999999999', ...event };
			const inChats = (value: unknown) =>
				[value, { __rl: true, mode: 'id', value }].map((chatId) => ({ values: [{ chatId }] }));
			const property = fc.asyncProperty(anything, async (value) => {
				// n8n has evaluated the expression by the time that the node sees its value.
				if (/"=/.test(JSON.stringify(value))) return;
				for (const given of name === 'chats' ? inChats(value) : [value]) {
					const set = name === 'chats' ? { chats: given } : { filters: { [name]: given } };
					const parameters = { events: ['all'], ...set } as INodeParameters;
					const trigger = new Trigger(account, { parameters });
					const { status, items, logged } = await trigger.post(body);
					if (status === 200) {
						// What isn't text would be looked for as [object Object].
						if (name.startsWith('text')) expect(Object(value)).not.toBe(value);
						continue;
					}
					expect({ status, items }).toEqual({ status: 503, items: undefined });
					const [, words = ''] = (JSON.parse(logged) as string).split(" can't take events: ");
					const from = typeof value === 'string' ? value : JSON.stringify(value);
					expect(words).toMatch(new RegExp(`^${displayName} `));
					expect(problemsWithWords(words.trim(), from)).toEqual([]);
				}
			});
			await fc.assert(property, { seed: SEED, numRuns: 100 });
		},
		30_000,
	);
});
