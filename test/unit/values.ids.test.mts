import {
	toBroadcastId,
	toChannelId,
	toCommunityId,
	toGroupId,
	toGroupIdList,
	toOpaqueId,
	toMessageId,
} from '../../nodes/shared/values/ids.ts';
import type { Read } from '../../nodes/shared/values/values.ts';
import { problemOf } from './problemOf.mts';

/** What no ID is, though it can become a text. */
const NONE = [0, -3, 1.5, Number.NaN, Infinity, '1.5', '..'];
const WORDS = ['null', 'true'];

const EMPTY = [undefined, null, '', '   ', '\n\t', '\u200B', '\u202A \u202C', '\uFEFF'];

/** Each reader, and what it wants in the words of an error. */
const READERS: Array<[name: string, read: Read<string>, what: string]> = [
	['toId', toOpaqueId, 'an ID'],
	['toMessageId', toMessageId, 'the ID of a message'],
	['toGroupId', toGroupId, "a group's ID"],
	['toCommunityId', toCommunityId, "a community's ID"],
	['toChannelId', toChannelId, "a channel's ID"],
	['toBroadcastId', toBroadcastId, "a broadcast list's ID"],
];

describe('what no ID is, for any reader', () => {
	const read = toOpaqueId;
	const what = 'an ID';
	it.each(EMPTY)('finds %j empty', (value) => {
		expect(problemOf(() => read(value)).problem).toBe('is empty');
	});

	it.each([...NONE, ...WORDS])('refuses %j', (value) => {
		expect(problemOf(() => read(value)).problem).toBe(`isn't ${what}: ${String(value)}`);
	});

	it.each([{ id: '1' }, ['1'], false, {}, []])('refuses %j, which is no text', (value) => {
		expect(problemOf(() => read(value)).problem).toBe(`isn't ${what}: ${JSON.stringify(value)}`);
	});

	it.each(['[object Object]', 'a b', '\u0661', 'São'])('refuses %j', (value) => {
		expect(problemOf(() => read(value)).problem).toContain(what);
	});

	it.each([Number('120363019502650977'), '1.2036301950265098e+17', '1,20363E+17'])(
		'refuses %j, which has lost digits',
		(value) => {
			const { problem, advice } = problemOf(() => read(value));
			expect(problem).toMatch(/^has lost its last digits: 1/);
			expect(advice).toContain('as text');
		},
	);
});

it.each(READERS)('%s says what it wants, whatever it gets instead', (_name, read, what) => {
	expect(problemOf(() => read('')).problem).toBe('is empty');
	expect(problemOf(() => read('0')).problem).toBe(`isn't ${what}: 0`);
	expect(problemOf(() => read({ id: '1' })).problem).toBe(`isn't ${what}: {"id":"1"}`);
	expect(problemOf(() => read('1.2036301950265098e+17')).problem).toMatch(
		/^has lost its last digits/,
	);
});

describe('toId', () => {
	it.each([
		['3EB0796DC6B777C0C7CD', '3EB0796DC6B777C0C7CD'],
		[' \u200E3EB0796D\u200BC6B7\n', '3EB0796DC6B7'],
		[120363019502650, '120363019502650'],
		['../x?y=z&a#b', '../x?y=z&a#b'],
	])('reads %j', (value, id) => {
		expect(toOpaqueId(value)).toBe(id);
	});

	it.each(['[]', '{"id":"3EB0"}', 'a\0b', 'x'.repeat(201)])('refuses %j', (value) => {
		expect(problemOf(() => toOpaqueId(value)).problem).toMatch(/^isn't an ID: /);
	});
});

describe('toGroupId', () => {
	it.each([
		['120363019502650977-group', '120363019502650977-group'],
		['5511999999999-1623281429', '5511999999999-1623281429'],
		['120363019502650977@g.us', '120363019502650977-group'],
		['5511999999999-1623281429@g.us', '5511999999999-1623281429'],
		['\u2068 120363019502650977\u200B-group\u2069\n', '120363019502650977-group'],
	])('reads %j', (value, id) => {
		expect(toGroupId(value)).toBe(id);
	});

	it.each([
		['Bloco A', 'a name'],
		['120363019502650977', "a community's ID"],
		['5511999999999', 'a phone number'],
		['+55 (11) 99999-9999', 'a phone number'],
		['999999999999999@lid', 'an @lid'],
		['120363166555745933@newsletter', "a channel's ID"],
		['1707777777@broadcast', "a broadcast list's ID"],
	])('refuses %j, which looks like %s', (value, kind) => {
		const { problem, advice } = problemOf(() => toGroupId(value));
		expect(problem).toMatch(new RegExp(`^looks like ${kind}, not a group's ID: `));
		expect(advice).toContain('Choose from the list, or use the ID that Group: Get Many returns');
	});

	it.each(['1-group 2-group', '120363019502650977-grupo@', '99999-9999'])('refuses %j', (value) => {
		expect(problemOf(() => toGroupId(value)).problem).toMatch(/^isn't a group's ID: /);
	});
});

describe('toCommunityId', () => {
	it.each([
		['120363019502650977', '120363019502650977'],
		['98372465382764532938', '98372465382764532938'],
		[1203630195026509, '1203630195026509'],
	])('reads %j', (value, id) => {
		expect(toCommunityId(value)).toBe(id);
	});

	it.each([
		['Condomínio', 'a name'],
		['120363019502650977-group', "a group's ID"],
		['5511999999999-1623281429', "a group's ID"],
		['5511999999999', 'a phone number'],
	])('refuses %j, which looks like %s', (value, kind) => {
		const { problem, advice } = problemOf(() => toCommunityId(value));
		expect(problem).toMatch(new RegExp(`^looks like ${kind}, not a community's ID: `));
		expect(advice).toContain(
			'Choose from the list, or use the ID that Community: Get Many returns',
		);
	});
});

describe('toGroupIdList', () => {
	const both = ['1203630001-group', '1203630002-group'];

	it.each<[string, unknown]>([
		['a list', both],
		['a list with invisible marks', ['\u202A1203630001-group\u202C', '1203630002\u200B-group']],
		['IDs separated by commas', '1203630001-group, 1203630002-group'],
		['IDs separated by semicolons', '1203630001-group;1203630002-group'],
		['IDs in lines', '1203630001-group\r\n1203630002-group\n'],
		['JSON in a string', '["1203630001-group", "1203630002-group"]'],
		['JSON after a byte order mark', '\uFEFF["1203630001-group","1203630002-group"]'],
		['objects with a phone', [{ phone: '1203630001-group' }, { phone: '1203630002-group' }]],
		['a list of strings with commas', ['1203630001-group,1203630002-group']],
		['a list with gaps', [null, '1203630001-group', '', undefined, '1203630002-group', '\u200B']],
		['the same ID twice', [...both, ' 1203630001-group', '1203630001\u200B-group']],
		['Z-API metadata', { phone: both, name: 'x' }],
	])('reads %s', (_form, value) => {
		expect(toGroupIdList(value)).toEqual(both);
	});

	it.each<[unknown, string]>([
		['1203630001-group', '1203630001-group'],
		[{ phone: '1203630001-group', name: 'Família' }, '1203630001-group'],
		['{"phone":"1203630001-group"}', '1203630001-group'],
		['5511999999999-1623281429', '5511999999999-1623281429'],
	])('reads one ID from %j', (value, id) => {
		expect(toGroupIdList(value)).toEqual([id]);
	});

	it('keeps the order of first appearance', () => {
		const ids = ['2-group', '1-group', '2-group', '3-group'];
		expect(toGroupIdList(ids)).toEqual(['2-group', '1-group', '3-group']);
	});

	it.each([
		...[',', '\u200B,\u200B', [], ['', ' ', null], '[]', '[""]'],
		...[{ phone: '' }, [{ phone: null }]],
	])('finds %j empty', (value) => {
		const { problem, advice } = problemOf(() => toGroupIdList(value));
		expect(problem).toBe('is empty');
		expect(advice).toMatch(/^Choose from the list/);
	});

	it.each<[unknown, string]>([
		[[{ name: 'Família' }], 'isn\'t a group\'s ID: {"name":"Família"}'],
		[0, "isn't a group's ID: 0"],
		[['1203630001-group', false], "isn't a group's ID: false"],
		['[{"id":"x"}]', 'isn\'t a group\'s ID: {"id":"x"}'],
		['1-group\t2-group', "isn't a group's ID: 1-group 2-group"],
		['1-group, Bloco A', "looks like a name, not a group's ID: Bloco A"],
		['[120363019502650977]', "looks like a community's ID, not a group's ID: 120363019502650977"],
		['[a, b]', "looks like a name, not a group's ID: a"],
	])('refuses the whole of %j for one entry', (value, problem) => {
		const refusal = problemOf(() => toGroupIdList(value));
		expect(refusal.problem).toBe(`has an entry that ${problem}`);
		expect(refusal.advice).toContain('Separate several with commas');
	});

	it.each(['["1203630001-group"', '{broken', '["a", b]', '[object Object]'])(
		'refuses %j, which only looks like JSON',
		(value) => {
			expect(problemOf(() => toGroupIdList(value)).problem).toContain('looks like JSON');
		},
	);

	it('quotes no more than a line of a long entry', () => {
		const entry = { name: 'x'.repeat(500) };
		expect(problemOf(() => toGroupIdList(entry)).problem.length).toBeLessThan(120);
	});
});
