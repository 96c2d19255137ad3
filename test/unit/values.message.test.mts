import { toUrl } from '../../nodes/shared/values/urls.ts';
import { toLatitude, toLongitude } from '../../nodes/shared/values/coordinates.ts';
import { toEmoji } from '../../nodes/shared/values/emoji.ts';
import {
	extensionOfUrl,
	extensionOfName,
	extensionOfType,
	toExtension,
} from '../../nodes/shared/values/extensions.ts';
import { toContactPhones, toPhoneNumber } from '../../nodes/shared/values/phones.ts';
import { toText, unlessBlank } from '../../nodes/shared/values/values.ts';
import { problemOf } from './problemOf.mts';

describe('an emoji', () => {
	it.each(['👍', '❤️', '👩‍👩‍👧‍👦', '🇧🇷', '1️⃣', '#⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])('may be %s', (emoji) => {
		expect(toEmoji(` ${emoji}\n`)).toBe(emoji);
	});

	it.each(['👍👍', 'ok', '👍a', '1', '#', 'x'.repeat(5_000), 7, true, {}, ['👍']])(
		'is not %j',
		(value) => {
			expect(problemOf(() => toEmoji(value)).problem).toMatch(/^isn't one emoji: /);
		},
	);

	it.each([undefined, null, '', ' \u200B'])('is missing in %j', (value) => {
		expect(problemOf(() => toEmoji(value)).problem).toBe('is empty');
	});
});

describe('a coordinate', () => {
	it.each([
		['-23.0696347', '-23.0696347'],
		[-23.0696347, '-23.0696347'],
		[' -23,55 ', '-23.55'],
		[0, '0'],
		['+12.5', '+12.5'],
	])('%j goes out as the text %s', (value, text) => {
		expect(toLatitude(value)).toBe(text);
	});

	it.each([90.1, -91, '1.2.3', '23° 33′ S', '1e1', 'norte', true, {}, [1], Number.NaN])(
		'is not %j',
		(value) => {
			const { problem, advice } = problemOf(() => toLatitude(value));
			expect(problem).toMatch(/^isn't a latitude: /);
			expect(advice).toBe('Enter the latitude in degrees, such as -23.5505.');
		},
	);

	it('goes further around the world than up and down', () => {
		expect(toLongitude('-180')).toBe('-180');
		expect(problemOf(() => toLongitude(180.5)).problem).toBe("isn't a longitude: 180.5");
		expect(problemOf(() => toLongitude('')).problem).toBe('is empty');
	});
});

describe('an extension', () => {
	it.each([
		['fatura.pdf', 'pdf'],
		['FATURA.PDF ', 'pdf'],
		['a.b.tar.gz', 'gz'],
		['Meu PDF', undefined],
		['Relatório v1.2', undefined],
		['Contrato Sr. Silva', undefined],
		['nota.', undefined],
		['', undefined],
	])('of the name %j is %j', (name, extension) => {
		expect(extensionOfName(name)).toBe(extension);
	});

	it.each([
		['application/pdf', 'pdf'],
		['image/jpeg', 'jpg'],
		['audio/ogg; codecs=opus', 'ogg'],
		['TEXT/plain;charset=utf-8', 'txt'],
		['audio/x-m4a', 'm4a'],
		['text/plain', 'txt'],
		['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
		['application/octet-stream', undefined],
		['', undefined],
	])('of the type %j is %j', (type, extension) => {
		expect(extensionOfType(type)).toBe(extension);
	});

	it.each([
		['https://example.com/a/fatura.pdf', 'pdf'],
		['https://example.com/o/a%2Ffatura.PDF?alt=media#1', 'pdf'],
		['https://example.com', undefined],
		['https://example.com/', undefined],
		['https://example.com/fatura', undefined],
		['https://example.com/fatura?file=x.pdf', undefined],
		['https://example.com/fatura.php?id=1', undefined],
	])('at the address %j is %j', (address, extension) => {
		expect(extensionOfUrl(address)).toBe(extension);
	});

	it('is read with or without its point', () => {
		expect(['pdf', '.PDF', ' docx '].map(toExtension)).toEqual(['pdf', 'pdf', 'docx']);
		for (const value of ['a/b', '..', 'x'.repeat(11), 7, '', 'undefined', 'null', 'NaN']) {
			expect(problemOf(() => toExtension(value)).problem).toMatch(/^isn't an extension: /);
		}
	});
});

describe('an address', () => {
	it.each(['https://example.com', ' HTTP://example.com/a?b=c#d\n', 'https://ação.example'])(
		'may be %j',
		(value) => {
			expect(toUrl(value)).toBe(value.trim());
		},
	);

	it.each(['example.com', 'ftp://example.com', 'https://a b', 'https://\uD800', 7, {}])(
		'is not %j',
		(value) => {
			const { problem, advice } = problemOf(() => toUrl(value));
			expect(problem).toMatch(/^isn't a web address: /);
			expect(advice).toContain('https://');
		},
	);

	it('may be missing, which is said', () => {
		expect(problemOf(() => toUrl(undefined)).problem).toBe('is empty');
	});
});

describe('the phone of a contact', () => {
	it('is a number, and no chat', () => {
		expect(toPhoneNumber('+55 (44) 99999-9999')).toBe('5544999999999');
		for (const value of ['1-group', '1@lid', '1@newsletter', '']) {
			expect(problemOf(() => toPhoneNumber(value)).problem).toMatch(/^(looks like|is empty)/);
		}
	});

	it('may be one of several, which go out as they are given', () => {
		expect(toContactPhones('+55 44 99999-9999, 5511988888888, 5544999999999')).toEqual([
			'5544999999999',
			'5511988888888',
			'5544999999999',
		]);
	});
});

it('what may be left out is not read where there is nothing', () => {
	expect([undefined, null, '', ' \n'].map(unlessBlank(toText))).toEqual([
		undefined,
		undefined,
		undefined,
		undefined,
	]);
	expect(unlessBlank(toText)(' Olá ')).toBe('Olá');
	expect(problemOf(() => unlessBlank(toText)({})).problem).toMatch(/^isn't text/);
});
