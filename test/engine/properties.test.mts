import fc from 'fast-check';
import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
} from 'n8n-workflow';
import type { ContractRow } from '../../tools/contract/derive.mts';
import type { Endpoint } from '../../tools/contract/endpoints.mts';
import { rows } from '../contract/rows.mts';
import type { ReceivedRequest } from '../../tools/emulator/emulator.mts';
import { findRoutes } from '../../tools/emulator/routes.mts';
import { findProblem } from '../../tools/emulator/validation.mts';
import { isFull } from '../full.mts';
import { runNode } from './harness.mts';
import { problemsWithWords } from './problemsWithWords.mts';
import {
	SEED,
	emulator,
	account,
	POLLUTION,
	ODD_TEXTS,
	anything,
	objectOf,
	type Target,
	targetsOf,
	documentationOf,
	polluted,
	kinds,
} from './anyValue.mts';

/** So many values are tried with each kind of field: in one run, as the items of one input. */
const VALUES = isFull ? 80 : 20;

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

/** The smallest inputs with which something is wrong, and how to get them again. */
function report(results: Array<{ value: unknown; problems: string[] }>, what: string): string {
	const smallest = results
		.map(({ value, problems }) => `${JSON.stringify(value).slice(0, 200)}: ${problems.join('; ')}`)
		.sort((one, other) => one.length - other.length)
		.slice(0, 5);
	return [`${results.length} inputs fail for ${what}, with SEED=${SEED}:`, ...smallest].join('\n');
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

it.each(rows.filter((row) => targetsOf(row).length > 0))(
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
	expect(text).toMatch(/^Requests at Once isn't a whole number above 0: .{0,70}[.…] \w/);
});
