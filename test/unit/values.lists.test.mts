import { toEntries, toFields, toOptionalPart, toPart } from '../../nodes/shared/values/lists.ts';
import { toText } from '../../nodes/shared/values/values.ts';
import { problemOf } from './problemOf.mts';

const EXAMPLE = [{ id: '1', label: 'Sim' }];

describe('the entries of a list', () => {
	const entry = { label: 'Sim' };

	it.each<[string, unknown, unknown[]]>([
		['the panel', { values: [entry, entry] }, [entry, entry]],
		['the panel without rows', {}, []],
		['a list', [entry], [entry]],
		['a list of texts', ['Sim'], ['Sim']],
		['one entry', entry, [entry]],
		['JSON', ' [{"label": "Sim"}]\n', [entry]],
		['JSON of one entry', '{"label": "Sim"}', [entry]],
		['JSON of what the panel has', '{"values": [{"label": "Sim"}]}', [entry]],
		['nothing', undefined, []],
		['an empty text', ' \u200B', []],
	])('come from %s', (_what, value, entries) => {
		expect(toEntries(value, EXAMPLE)).toEqual(entries);
	});

	it.each([
		['Sim, Não'],
		['"Sim"'],
		['7'],
		[7],
		[true],
		['null'],
		['[{"label":'],
		['{"values":7}'],
	])('are not in %j, which is refused with an example', (value) => {
		const { problem, advice } = problemOf(() => toEntries(value, EXAMPLE));
		expect(problem).toBe(`isn't a list in JSON: ${value}`);
		expect(advice).toContain('[{"id":"1","label":"Sim"}]');
	});

	it.each([['Sim'], [7], [null], [['Sim']]])('have fields, unlike %j', (value) => {
		expect(problemOf(() => toFields(value)).problem).toMatch(/^has no fields: /);
	});
});

describe('a part of an entry', () => {
	it('is read as its reader does', () => {
		expect(toPart('a label', toText)(' Sim ')).toBe('Sim');
		expect(toOptionalPart('an ID', toText)(1)).toBe('1');
	});

	it.each([undefined, null, '', ' \u200B'])('is missing when it is %j', (value) => {
		expect(problemOf(() => toPart('a label', toText)(value)).problem).toBe('lacks a label');
		expect(toOptionalPart('a label', toText)(value)).toBeUndefined();
	});

	it.each([toPart, toOptionalPart])('is named when it is wrong', (make) => {
		expect(problemOf(() => make('a label', toText)({})).problem).toBe(
			"has a label that isn't text: {}",
		);
	});

	it('lets other errors pass', () => {
		const fails = () => {
			throw new RangeError('other');
		};
		expect(() => toPart('a label', fails)('Sim')).toThrow(RangeError);
	});
});
