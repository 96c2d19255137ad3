import {
	toBoolean,
	toId,
	toIdList,
	toInviteLink,
	toOneOf,
	toOptionalText,
	toPhoneList,
	toText,
} from '../../nodes/shared/values/values.ts';
import type { InvalidValue } from '../../nodes/shared/values/invalidValue.ts';

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

describe('toPhoneList', () => {
	it.each([
		['+55 (44) 99999-9999', '5544999999999'],
		['5544999999999', '5544999999999'],
		['55 44 9 9999 9999', '5544999999999'],
		['55.44.99999.9999', '5544999999999'],
		['+55\u00A044\u00A099999\u20119999', '5544999999999'],
		['0055 44 99999-9999', '5544999999999'],
		['tel:+55-44-99999-9999', '5544999999999'],
		['whatsapp:+5544999999999', '5544999999999'],
		['5544999999999@s.whatsapp.net', '5544999999999'],
		['5544999999999@c.us', '5544999999999'],
		['+1 (415) 555-2671', '14155552671'],
		['+44 20 7946 0958', '442079460958'],
		['123456789012345', '123456789012345'],
	])('reads %j', (written, digits) => {
		expect(toPhoneList(written)).toEqual([digits]);
	});

	it.each([
		['120363019502650977-group'],
		['5511999999999-1623281429'],
		['999999999999999@lid'],
		['120363166555745933@newsletter'],
		['1707777777@broadcast'],
	])('leaves the ID %j as it is', (id) => {
		expect(toPhoneList(id)).toEqual([id]);
	});

	it.each([
		['fulano'],
		['12345'],
		['44 9999-999'],
		['+55 (44) 99999-9999 ramal 2'],
		['1234567890123456'],
		['+'],
		['()'],
		['5544999999999@example.com'],
		['120363019502650977-grupo'],
		['@lid'],
		['٥٥٤٤٩٩٩٩٩٩٩٩٩'],
	])('refuses %j, quoting it', (text) => {
		const { problem, advice } = problemOf(() => toPhoneList(text));
		expect(problem).toBe(`has an entry that isn't a phone number: ${text}`);
		expect(advice).toContain('country and area code');
	});

	it.each<[string, unknown]>([
		['text', '+55 44 99999-9999, +55 11 98888-8888'],
		['lines', '+55 44 99999-9999\n+55 11 98888-8888'],
		['a list', ['+55 44 99999-9999', '5511988888888']],
		['numbers', [5544999999999, 5511988888888]],
		['participants', [{ phone: '5544999999999', isAdmin: true }, { phone: '5511988888888' }]],
		['one number written in two ways', '5544999999999, +55 (44) 99999-9999, 5511988888888'],
	])('reads several from %s', (_form, value) => {
		expect(toPhoneList(value)).toEqual(['5544999999999', '5511988888888']);
	});

	it('refuses the whole list for one entry that is wrong, and an empty one', () => {
		expect(problemOf(() => toPhoneList(['5544999999999', 'fulano'])).problem).toContain('fulano');
		expect(problemOf(() => toPhoneList(' , ')).problem).toBe('is empty');
	});
});

describe('the other readers', () => {
	it('read what they are for', () => {
		expect(toText(' Bloco A ')).toBe(' Bloco A ');
		expect(toText(7)).toBe('7');
		expect(toOptionalText(null)).toBe('');
		expect(toOptionalText('x')).toBe('x');
		expect([true, false, 'true', 'false'].map(toBoolean)).toEqual([true, false, true, false]);
		expect(toOneOf('admins', 'all')('all')).toBe('all');
		expect(toInviteLink(' https://chat.whatsapp.com/KNmcL17DqVA0sqkQ5LLA5 ')).toBe(
			'https://chat.whatsapp.com/KNmcL17DqVA0sqkQ5LLA5',
		);
	});

	it.each<[string, (value: unknown) => unknown, unknown, string]>([
		['text', toText, '  ', 'is empty'],
		['text', toText, { a: 1 }, 'isn\'t a text: {"a":1}'],
		['optional text', toOptionalText, ['a'], 'isn\'t a text: ["a"]'],
		['a switch', toBoolean, 'sim', "isn't yes or no: sim"],
		['a switch', toBoolean, undefined, "isn't yes or no: "],
		['a choice', toOneOf('admins', 'all'), 'none', "isn't one of the possible values: none"],
		['a choice', toOneOf('admins', 'all'), undefined, "isn't one of the possible values: "],
		['a link', toInviteLink, '', 'is empty'],
		[
			'a link',
			toInviteLink,
			'https://example.com/x',
			"isn't a link to a group: https://example.com/x",
		],
	])('refuse what is no %s', (_what, read, value, problem) => {
		expect(problemOf(() => read(value)).problem).toBe(problem);
	});
});
