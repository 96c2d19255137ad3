import { toId, toIdList } from '../../nodes/ZApi/fields/ids.ts';
import type { InvalidValue } from '../../nodes/ZApi/transport/prepare.ts';

function problemOf(read: () => unknown): Pick<InvalidValue, 'problem' | 'advice'> {
	try {
		read();
	} catch (error) {
		return error as InvalidValue;
	}
	throw new Error('Nothing was refused');
}

describe('toId', () => {
	it.each([
		['120363019502650977', '120363019502650977'],
		['  120363019502650977\n', '120363019502650977'],
		[120363019502650, '120363019502650'],
		[0, '0'],
		['../x?y=z&a#b', '../x?y=z&a#b'],
	])('reads %j', (value, id) => {
		expect(toId(value)).toBe(id);
	});

	it.each([[undefined], [null], [''], ['   '], ['\n\t']])('finds %j empty', (value) => {
		expect(problemOf(() => toId(value)).problem).toBe('is empty');
	});

	it.each([[Number('120363019502650977')], [1.5], [-3], [Number.NaN], [Infinity]])(
		'refuses the number %d, which cannot be exact',
		(value) => {
			const { problem, advice } = problemOf(() => toId(value));
			expect(problem).toContain("can't be an exact ID");
			expect(advice).toContain('as text');
		},
	);

	it.each([[{ id: '1' }], [['1']], [true], [false]])('refuses %j, which is no ID', (value) => {
		expect(problemOf(() => toId(value)).problem).toBe(`isn't an ID: ${JSON.stringify(value)}`);
	});
});

describe('toIdList', () => {
	const both = ['1203630001-group', '1203630002-group'];

	it.each<[string, unknown]>([
		['a list', both],
		['a list with blanks around the IDs', [' 1203630001-group ', '1203630002-group\n']],
		['IDs separated by commas', '1203630001-group, 1203630002-group'],
		['IDs separated by semicolons', '1203630001-group;1203630002-group'],
		['IDs in lines', '1203630001-group\r\n1203630002-group\n'],
		['IDs in lines with commas at their ends', '1203630001-group,\n1203630002-group,\n'],
		['JSON in a string', '["1203630001-group", "1203630002-group"]'],
		['JSON in a string, with blanks around it', ' ["1203630001-group","1203630002-group"] '],
		['objects with a phone', [{ phone: '1203630001-group' }, { phone: '1203630002-group' }]],
		['objects in JSON', '[{"phone":"1203630001-group"},{"phone":"1203630002-group"}]'],
		['a list of strings with commas', ['1203630001-group,1203630002-group']],
		['lists in a list', [['1203630001-group'], ['1203630002-group']]],
		['a list with gaps', [null, '1203630001-group', '', undefined, '1203630002-group']],
		['the same ID twice', [...both, ' 1203630001-group']],
		['Z-API metadata', { phone: both, name: 'x' }],
	])('reads %s', (_form, value) => {
		expect(toIdList(value)).toEqual(both);
	});

	it.each<[unknown, string]>([
		['1203630001-group', '1203630001-group'],
		['"1203630001-group"', '1203630001-group'],
		[{ phone: '1203630001-group', name: 'Família' }, '1203630001-group'],
		['{"phone":"1203630001-group"}', '1203630001-group'],
		['5511999999999-1623281429', '5511999999999-1623281429'],
		[120363000100, '120363000100'],
		['Família Silva', 'Família Silva'],
	])('reads one ID from %j', (value, id) => {
		expect(toIdList(value)).toEqual([id]);
	});

	it('keeps the order of first appearance', () => {
		expect(toIdList(['b', 'a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
	});

	it.each([
		[undefined],
		[null],
		[''],
		['  '],
		[','],
		['\n,;\n'],
		[[]],
		[['', ' ', null]],
		['[]'],
		['[""]'],
		['null'.slice(4)],
		[{ phone: '' }],
		[[{ phone: null }]],
	])('finds %j empty', (value) => {
		expect(problemOf(() => toIdList(value)).problem).toBe('is empty');
	});

	it.each<[unknown, string]>([
		[[{ name: 'Família' }], '{"name":"Família"}'],
		[{}, '{}'],
		[true, 'true'],
		[['1203630001-group', false], 'false'],
		['[{"id":"x"}]', '{"id":"x"}'],
	])('refuses %j and quotes the entry that is no ID', (value, quoted) => {
		expect(problemOf(() => toIdList(value)).problem).toBe(
			`has an entry that isn't an ID: ${quoted}`,
		);
	});

	it.each([['["1203630001-group"'], ['{broken'], ['[a, b]'], ['[object Object]']])(
		'refuses %j, which only looks like JSON',
		(value) => {
			expect(problemOf(() => toIdList(value)).problem).toContain('looks like JSON');
		},
	);

	it('refuses a long number among good IDs rather than sending a wrong one', () => {
		expect(problemOf(() => toIdList('[120363019502650977]')).problem).toContain('exact ID');
	});

	it('quotes no more than a line of a long entry', () => {
		const entry = { name: 'x'.repeat(500) };
		expect(problemOf(() => toIdList(entry)).problem.length).toBeLessThan(120);
	});
});
