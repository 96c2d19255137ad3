import {
	comparableChat,
	toContactPhones,
	toNewParticipantList,
	toParticipantList,
	toPhone,
	toPhoneList,
} from '../../nodes/shared/values/phones.ts';
import { problemOf } from './problemOf.mts';

describe('toPhone', () => {
	it.each<[unknown, string]>([
		['+55 (44) 99999-9999', '5544999999999'],
		['5544999999999', '5544999999999'],
		[5544999999999, '5544999999999'],
		['+65 9123-4567', '6591234567'],
		['\u202A+55 44 99999\u20119999\u202C', '5544999999999'],
		['55449999\u200B99999', '5544999999999'],
		['0055 44 99999-9999', '5544999999999'],
		['5544999999999@s.whatsapp.net', '5544999999999'],
	])('reads %j', (written, digits) => {
		expect(toPhone(written)).toBe(digits);
	});

	it.each([['+49 (0)30 12345678', '493012345678']])(
		'drops the trunk zero of %j',
		(written, digits) => {
			expect(toPhone(written)).toBe(digits);
		},
	);

	it("keeps a zero that belongs to Italy's numbers", () => {
		expect(toPhone('+39 06 1234 5678')).toBe('390612345678');
	});

	it.each(['+55 (044) 99999-9999', '55044999999999'])(
		'refuses %j, which may have an extra zero',
		(written) => {
			const { problem, advice } = problemOf(() => toPhone(written));
			expect(problem).toBe(`may have an extra zero: ${written}`);
			expect(advice).toContain('without a zero before the area code');
		},
	);

	it.each(['(44) 99999-9999', '044 99999-9999'])(
		'refuses %j, which has no country code',
		(written) => {
			const { problem, advice } = problemOf(() => toPhone(written));
			expect(problem).toBe(`lacks its country code: ${written}`);
			expect(advice).toContain('with country and area code');
		},
	);

	it.each([
		// Numbers of São Paulo, and of Santa Maria: 1 and 55 begin other numbers.
		...['11 99999-9999', '55 3333-4444', 'fulano', '12345', '1234567890123456', '()'],
		...['5511999999999 5511988888888', '1. 5511999999999'],
		...[0, -5511999999999, Number.NaN, true, {}, ['5511999999999']],
	])('refuses %j', (value) => {
		const { problem, advice } = problemOf(() => toPhone(value));
		expect(problem).toMatch(/^(isn't a phone number|lacks its country code): /);
		expect(advice).toContain('country and area code');
	});

	it.each([
		['120363019502650977-group', '120363019502650977-group'],
		['5511999999999-1623281429', '5511999999999-1623281429'],
		['999999999999999@lid', '999999999999999@lid'],
		[' 120363166555745933@newsletter\u200B', '120363166555745933@newsletter'],
		['1707777777-broadcast', '1707777777@broadcast'],
		['120363019502650977@g.us', '120363019502650977-group'],
	])('takes the ID %j', (id, sent) => {
		expect(toPhone(id)).toBe(sent);
	});

	it.each([undefined, ' '])('finds %j empty', (value) => {
		expect(problemOf(() => toPhone(value)).problem).toBe('is empty');
	});

	it('adds and drops no ninth digit', () => {
		expect(toPhone('+55 44 9999-9999')).toBe('554499999999');
		expect(toPhone('+55 44 99999-9999')).toBe('5544999999999');
	});
});

describe('toPhoneList', () => {
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
		const { problem, advice } = problemOf(() => toPhoneList(['5544999999999', 'fulano']));
		expect(problem).toBe("has an entry that isn't a phone number: fulano");
		expect(advice).toContain('Separate several with commas');
		expect(problemOf(() => toPhoneList(' , ')).problem).toBe('is empty');
	});
});

describe('with the settings of an account', () => {
	const settings = { defaultCountryCode: '55' };

	it.each<[unknown, string]>([
		[21999998888, '5521999998888'],
		['21999998888.0', '5521999998888'],
		[5521999998888, '5521999998888'],
		['123456789012345:3@lid', '123456789012345@lid'],
		["'120363019502650977-group", '120363019502650977-group'],
	])('%j is read as %s', (value, expected) => {
		expect(toPhone(value, settings)).toBe(expected);
	});

	it('numbers that a spreadsheet has shortened are refused, and the error says what happened', () => {
		for (const read of [toPhone, toPhoneList]) {
			for (const value of ['5,51E+12', '5.51e+12', "'5,51E+12"]) {
				const { problem, advice } = problemOf(() => read(value, settings));
				expect(problem).toContain('has lost its last digits');
				expect(advice).toContain('A spreadsheet has shortened it');
			}
		}
	});

	it('lists and people are completed, and each number once', () => {
		expect(toPhoneList('21999998888, 5521999998888; (21) 99999-8888', settings)).toEqual([
			'5521999998888',
		]);
		expect(toNewParticipantList('21999998888', settings)).toEqual(['5521999998888']);
		expect(toContactPhones('21999998888', settings)).toEqual(['5521999998888']);
	});

	it('what was chosen from a list stays as it is', () => {
		const chosen = { ...settings, numbersWithoutCountryCode: 'always', isChosen: true } as const;
		for (const number of ['21999998888', '51912345678', '6834000', '11987654321']) {
			expect(toPhone(number, chosen)).toBe(number);
		}
	});

	it('each number that is read is told of', () => {
		const kinds: string[] = [];
		const onNumber = ({ kind }: { kind: string }) => kinds.push(kind);
		toPhoneList('21999998888, 51912345678, +5521999998888', { ...settings, onNumber });
		expect(kinds).toEqual(['completed', 'unclear', 'complete']);
	});
});

describe('people', () => {
	const chats = ['120363019502650977-group', '1@newsletter', '1@broadcast'];

	it('of a group are numbers or @lids', () => {
		const people = ['5544999999999', '999999999999999@lid'];
		expect(toParticipantList(people)).toEqual(people);
	});

	it('who are added are numbers, as Z-API takes no @lid there', () => {
		expect(toNewParticipantList('+55 44 99999-9999')).toEqual(['5544999999999']);
		const { problem, advice } = problemOf(() => toNewParticipantList('999999999999999@lid'));
		expect(problem).toBe(
			'has an entry that looks like an @lid, not a phone number: 999999999999999@lid',
		);
		expect(advice).toMatch(/^Z-API adds people by phone number, not by @lid\./);
	});

	it.each(chats)('are no %s', (chat) => {
		for (const read of [toParticipantList, toNewParticipantList]) {
			expect(problemOf(() => read([chat])).problem).toContain('not a phone number');
		}
	});
});

describe('comparableChat', () => {
	it.each([
		['5544999999999', '554499999999'],
		['5215512345678', '525512345678'],
		['5491123456789', '541123456789'],
	])('takes %s and %s for one and the same', (one, other) => {
		expect(comparableChat(one)).toBe(comparableChat(other));
	});

	it.each(['554433334444', '551', '15215512345678', '5491123456789@lid'])(
		'leaves %s as it is',
		(chat) => {
			expect(comparableChat(chat)).toBe(chat);
		},
	);
});
