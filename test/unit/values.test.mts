import {
	toBoolean,
	toInviteLink,
	toOneOf,
	toOptionalText,
	toText,
	toWholeNumber,
	type Read,
} from '../../nodes/shared/values/values.ts';
import { problemOf } from './problemOf.mts';

const LINK = 'https://chat.whatsapp.com/KNmcL17DqVA0sqkQ5LLA5';

describe('readers', () => {
	it.each<[string, Read<unknown>, unknown, unknown]>([
		['a text', toText, ' \u200EBloco A\u200B\n', 'Bloco A'],
		['a text', toText, 'Família 👨‍👩‍👧 ❤️', 'Família 👨‍👩‍👧 ❤️'],
		['a text', toText, 7, '7'],
		['an optional text', toOptionalText, null, ''],
		['an optional text', toOptionalText, 'x ', 'x'],
		['a switch', toBoolean, true, true],
		['a switch', toBoolean, ' TRUE\u200B', true],
		['a switch', toBoolean, false, false],
		['a switch', toBoolean, 'False', false],
		['a number', toWholeNumber(), 50, 50],
		['a number', toWholeNumber(1, 15), 15, 15],
		['a number', toWholeNumber(-1), '-1', -1],
		['a choice', toOneOf('admins', 'all'), 'all', 'all'],
		['a choice', toOneOf('admins', 'all'), ' Admins\uFEFF', 'admins'],
		['a choice', toOneOf('24_HOURS', 'OFF'), 'off', 'OFF'],
		['a link', toInviteLink, ` \u200B${LINK} `, LINK],
		['a link', toInviteLink, `${LINK}?mode=ac_t`, `${LINK}?mode=ac_t`],
	])('of %s take what is meant (%#)', (_what, read, value, result) => {
		expect(read(value)).toBe(result);
	});

	it.each<[string, Read<unknown>, unknown, string]>([
		['text', toText, '  ', 'is empty'],
		['text', toText, { a: 1 }, 'isn\'t text: {"a":1}'],
		['text', toText, Number.NaN, "isn't text: null"],
		...['undefined', 'null', ' NaN\n', 'Invalid DateTime'].map(
			(value): [string, Read<unknown>, unknown, string] => [
				'text',
				toText,
				value,
				`isn't text: ${value.trim()}`,
			],
		),
		...['[object Object]', 'Pedido: [object Object],[object Object]!'].map(
			(value): [string, Read<unknown>, unknown, string] => [
				'text',
				toText,
				value,
				`has an object where text should be: ${value}`,
			],
		),
		['text', toText, 1e21, 'has lost its last digits: 1e+21'],
		['text', toText, Number('120363019502650977'), 'has lost its last digits: 120363019502650980'],
		['text', toText, '😀😀'.slice(0, 3), 'has half an emoji or another broken character: 😀\uFFFD'],
		['optional text', toOptionalText, ['a'], 'isn\'t text: ["a"]'],
		[
			'optional text',
			toOptionalText,
			'\uDC00',
			'has half an emoji or another broken character: \uFFFD',
		],
		['switch', toBoolean, 'sim', "isn't true or false: sim"],
		['switch', toBoolean, undefined, "isn't true or false: "],
		['switch', toBoolean, 1, "isn't true or false: 1"],
		...[undefined, null, '', 'x', '1.5', 0, 1.5, true, {}, 2 ** 53].map(
			(value): [string, Read<unknown>, unknown, string] => [
				'whole number',
				toWholeNumber(),
				value,
				`isn't a whole number above 0: ${typeof value === 'string' ? value : JSON.stringify(value ?? '')}`.replace(
					/""$/,
					'',
				),
			],
		),
		['number in bounds', toWholeNumber(1, 15), 16, "isn't a whole number from 1 to 15: 16"],
		['choice', toOneOf('admins', 'all'), 'none', "isn't one of the possible values: none"],
		['choice', toOneOf('admins', 'all'), undefined, "isn't one of the possible values: "],
		['choice', toOneOf('admins', 'all'), ['all'], 'isn\'t one of the possible values: ["all"]'],
		['link', toInviteLink, '', 'is empty'],
		['link', toInviteLink, { a: 1 }, 'isn\'t an invite link of a group: {"a":1}'],
		[
			'link',
			toInviteLink,
			'https://example.com/x',
			"isn't an invite link of a group: https://example.com/x",
		],
		[
			'link',
			toInviteLink,
			`${LINK} ${LINK}`,
			`isn't an invite link of a group: ${LINK} https://chat…`,
		],
		[
			'link',
			toInviteLink,
			`${LINK},${LINK}`,
			`isn't an invite link of a group: ${LINK},https://chat…`,
		],
		[
			'link',
			toInviteLink,
			`${LINK.slice(0, 30)}\uD800`,
			`isn't an invite link of a group: ${LINK.slice(0, 30)}\uFFFD`,
		],
	])('refuse what is no %s (%#)', (_what, read, value, problem) => {
		const refusal = problemOf(() => read(value));
		expect(refusal.problem).toBe(problem);
		expect(refusal.advice).toMatch(/^[A-Z]/);
	});
});
