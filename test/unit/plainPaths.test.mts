import fc from 'fast-check';
import { Workflow } from 'n8n-workflow';
import type { IDataObject, INodeTypes, NodeParameterValueType } from 'n8n-workflow';
import { rawParameter, readPlain } from '../../nodes/ZApi/runner/plainPaths.ts';

const RUNS = 2_000;
const NAME = 'Z-API';

/** n8n's own engine, with an item. */
function evaluate(raw: unknown, json: IDataObject): unknown {
	const parameters = {};
	const workflow = new Workflow({
		id: 'plain',
		nodes: [{ id: '1', name: NAME, type: 'test', typeVersion: 1, position: [0, 0], parameters }],
		connections: {},
		active: false,
		nodeTypes: {
			getByNameAndVersion: () => ({ description: { properties: [] } }),
		} as unknown as INodeTypes,
	});
	const value = raw as NodeParameterValueType;
	const items = [{ json: structuredClone(json) }];
	return workflow.expression.getParameterValue(value, null, 0, 0, NAME, items, 'manual', {});
}

const ITEM: IDataObject = {
	name: 'Ana',
	age: 41,
	isActive: true,
	nothing: null,
	tags: ['a', { b: 'c' }],
	'a b': { 'x.y': 'z', ação: 1 },
	0: 'zero',
};

describe('what a field dragged from the input gives', () => {
	it.each<[unknown, unknown]>([
		['={{ $json.name }}', 'Ana'],
		['={{$json.name}}', 'Ana'],
		['={{ $json["name"] }}', 'Ana'],
		["={{ $json['a b']['x.y'] }}", 'z'],
		['={{ $json["a b"]["ação"] }}', 1],
		['={{ $json.tags[1].b }}', 'c'],
		['={{ $json.tags }}', ['a', { b: 'c' }]],
		['={{ $json.nothing }}', null],
		['=Olá {{ $json.name }}, {{ $json.age }} anos: {{ $json.isActive }}', 'Olá Ana, 41 anos: true'],
		['= {{ $json.age }}', ' 41'],
		['=sem campo', 'sem campo'],
		['{{ $json.name }}', '{{ $json.name }}'],
		[41, 41],
		[
			{ __rl: true, mode: 'id', value: '={{ $json.name }}' },
			{ __rl: true, mode: 'id', value: 'Ana' },
		],
		[{ values: [{ label: '={{ $json.name }}' }] }, { values: [{ label: 'Ana' }] }],
	])('is read as n8n does: %j', (raw, expected) => {
		expect(readPlain(raw, ITEM)).toEqual({ value: expected });
		expect(evaluate(raw, ITEM)).toEqual(expected);
	});

	it.each<unknown>([
		'={{ $json.name.trim() }}',
		'={{ $json.missing }}',
		'={{ $json.nothing.more }}',
		'={{ $json.name.length }}',
		'={{ $json.tags.length }}',
		'={{ $json.constructor }}',
		'={{ $json["__proto__"] }}',
		'={{ $json.tags["toString"] }}',
		'={{ $json }}',
		'={{ $now }}',
		'={{ $json.name + 1 }}',
		'=Olá {{ $json.nothing }}',
		'=Olá {{ $json.tags }}',
		'=Olá \\{{ $json.name }}',
		'=Olá { {{ $json.name }} }',
		'=Ver .constructor de {{ $json.name }}',
		{ value: ['={{ $now }}'] },
		undefined,
	])('is left to n8n where it is more: %j', (raw) => {
		expect(readPlain(raw, ITEM)).toBeUndefined();
	});

	it.each<[string, unknown]>([
		['a date', new Date(0)],
		['no number', Number.NaN],
		['minus zero', -0],
		['a function', () => 1],
		['nothing inside', { a: undefined }],
		['a list with a hole', Object.assign([1], { 3: 1 })],
		['a key that every object inherits', { valueOf: 1 }],
		['an object of a class', new Map()],
	])('is left to n8n where the value is %s', (_what, value) => {
		expect(readPlain('={{ $json.value }}', { value })).toBeUndefined();
	});

	it('is a copy: what one item sends belongs to no other', () => {
		const json = { tags: ['a', { b: 'c' }] };
		const { value } = readPlain('={{ $json.tags }}', json) ?? {};
		(value as string[]).push('d');
		((value as object[])[1] as { b: string }).b = 'x';
		expect(json).toEqual({ tags: ['a', { b: 'c' }] });
	});

	it('is the same as in n8n for whatever items and paths', () => {
		const key = fc.oneof(fc.constantFrom('a', 'name', 'a b', 'ação', '0', 'x.y'), fc.string());
		const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
		const { value } = fc.letrec((tie) => ({
			value: fc.oneof(
				{ depthSize: 'small' },
				leaf,
				fc.array(tie('value'), { maxLength: 3 }),
				fc.dictionary(key, tie('value'), { maxKeys: 3 }),
			),
		}));
		const item = fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 });
		const text = fc.oneof(fc.constantFrom('', 'Olá ', '\n', '"', '`', '.first()'), fc.string());
		/** A path that leads somewhere, mostly. */
		const pathIn = (json: unknown, [first, ...others]: number[]): string => {
			if (first === undefined || typeof json !== 'object' || json === null) return '';
			const keys = Object.keys(json);
			const name = keys[first % Math.max(1, keys.length)] ?? 'a';
			const step = Array.isArray(json) ? `[${name}]` : `[${JSON.stringify(name)}]`;
			return step + pathIn((json as IDataObject)[name], others);
		};
		const turns = fc.array(fc.nat(5), { minLength: 1, maxLength: 3 });
		let read = 0;
		fc.assert(
			fc.property(item, turns, fc.option(fc.tuple(text, text)), (json, turn, around) => {
				const path = `{{ $json${pathIn(json, turn)} }}`;
				const raw = around ? `=${around[0]}${path}${around[1]}` : `=${path}`;
				const plain = readPlain(raw, json);
				if (plain === undefined) return;
				read += 1;
				expect(evaluate(raw, json as IDataObject)).toEqual(plain.value);
			}),
			{ numRuns: RUNS },
		);
		expect(read).toBeGreaterThan(RUNS / 10);
	});
});

it('finds a parameter by its name', () => {
	const parameters = { message: 'Oi', options: { delay: 0 } };
	expect(rawParameter(parameters, 'message')).toBe('Oi');
	expect(rawParameter(parameters, 'options.delay')).toBe(0);
	expect(rawParameter(parameters, 'options.delay.more')).toBeUndefined();
	expect(rawParameter(parameters, 'toString')).toBeUndefined();
});
