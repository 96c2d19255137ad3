import {
	readNumber,
	type NumberReading,
	type WhenUnclear,
} from '../../nodes/shared/numbers/readNumber.ts';

/** @returns a reading in a few characters, so that tables can be read */
function shown(reading: NumberReading): string {
	switch (reading.kind) {
		case 'complete':
			return reading.digits;
		case 'completed':
			return `${reading.code} + ${reading.digits.slice(reading.code.length)}`;
		case 'unclear':
			return `${reading.digits} or ${reading.completed}`;
		case 'refused':
			return reading.problem;
	}
}

const read = (given: string, whenUnclear: WhenUnclear = 'whenCertain', defaultCountryCode = '55') =>
	shown(readNumber(given, { defaultCountryCode, whenUnclear }));

const ALL: WhenUnclear[] = ['whenCertain', 'always', 'refuse', 'asEntered'];
const CODES = ['55', '1', '7', '39', '44', '49', '51', '52', '54', '65', '229', ''];

describe('a complete number', () => {
	it.each([
		['+55 (44) 99999-9999', '5544999999999'],
		['0051 912 345 678', '51912345678'],
		['tel:+55-44-99999-9999', '5544999999999'],
		["'+55 44 99999-9999", '5544999999999'],
		['+5544999999999.0', '5544999999999'],
		// Short, and they exist.
		['+299 22 12 34', '299221234'],
		['+683 4000', '6834000'],
		// WhatsApp's own: no numbering plan has them.
		['+55 44 9999-9999', '554499999999'],
		['+52 1 55 1234 5678', '5215512345678'],
		['+52 55 1234 5678', '525512345678'],
		['+54 9 11 2345 6789', '5491123456789'],
		['+54 11 2345 6789', '541123456789'],
		['+229 90 12 34 56', '22990123456'],
		['+229 01 90 12 34 56', '2290190123456'],
		['+225 07 12 34 56', '22507123456'],
		// Nobody asks whether these exist.
		['+55 00 0000-0001', 'may have an extra zero'],
		['+55 10 91234-5678', '5510912345678'],
		// A zero that is dialled only within the country.
		['+44 (0)20 7946 0958', '442079460958'],
		['0049 (0)30 12345678', '493012345678'],
		// A zero that stays.
		['+39 06 1234 5678', '390612345678'],
		['+225 07 12 34 56 78', '2250712345678'],
		['+39 (0)6 1234 5678', 'may have an extra zero'],
		// WhatsApp's own form.
		['5511987654321@s.whatsapp.net', '5511987654321'],
		['5511987654321@c.us', '5511987654321'],
		['5511987654321:12@s.whatsapp.net', '5511987654321'],
		['5511987654321.0:12@s.whatsapp.net', '5511987654321'],
		['51912345678@c.us', '51912345678'],
	])('%s is %s, whatever the options say', (given, expected) => {
		for (const whenUnclear of ALL) {
			for (const code of CODES) expect(read(given, whenUnclear, code)).toBe(expected);
		}
	});

	it.each([
		['+999 123 456 789', "isn't a phone number"],
		['+55 11 9876', "isn't a phone number"],
		['+1 415 555 267', "isn't a phone number"],
		['+55 044 99999-9999', 'may have an extra zero'],
		['+044 99999-9999', 'lacks its country code'],
		['+55 90000-0001', "isn't a phone number"],
		['+1234567890123456', "isn't a phone number"],
	])('%s %s', (given, problem) => {
		for (const whenUnclear of ALL) expect(read(given, whenUnclear)).toBe(problem);
	});
});

describe('a number of Brazil, the default country', () => {
	it.each([
		// An area code in brackets.
		['(51) 91234-5678', '55 + 51912345678'],
		['(51)912345678', '55 + 51912345678'],
		['(55) 99912-3456', '55 + 55999123456'],
		// A trunk zero, with the code of a carrier or without.
		['051 91234-5678', '55 + 51912345678'],
		['0 51 91234 5678', '55 + 51912345678'],
		['(051) 91234-5678', '55 + 51912345678'],
		['(0)51 91234-5678', '55 + 51912345678'],
		['0 15 51 91234-5678', '55 + 51912345678'],
		['0 15 (51) 91234-5678', '55 + 51912345678'],
		['02155912345678', '55 + 55912345678'],
		// Grouped with a hyphen.
		['51 91234-5678', '55 + 51912345678'],
		['51 9 1234-5678', '55 + 51912345678'],
		// No ninth digit is put in.
		['(44) 9999-9999', '55 + 4499999999'],
		['44 9999-9999', '55 + 4499999999'],
	])('%s is %s, because nothing else is written like it', (given, expected) => {
		for (const whenUnclear of ['whenCertain', 'always', 'refuse'] as const) {
			expect(read(given, whenUnclear)).toBe(expected);
		}
		expect(read(given, 'asEntered')).toBe('lacks its country code');
		expect(read(given, 'whenCertain', '')).toBe('lacks its country code');
	});

	it.each([
		['11987654321', '55 + 11987654321'],
		['11 98765 4321', '55 + 11987654321'],
		['1187654321', '55 + 1187654321'],
		['55912345678', '55 + 55912345678'],
		["'21999998888", '55 + 21999998888'],
	])('%s is %s, because it is no number of another country', (given, expected) => {
		for (const whenUnclear of ['whenCertain', 'always', 'refuse'] as const) {
			expect(read(given, whenUnclear)).toBe(expected);
		}
		expect(read(given, 'asEntered')).toBe(given.replace(/\.0$|\D/g, ''));
	});

	it.each([
		// Porto Alegre and Peru, Campos and Benin until 2024, Vila Velha would be South Africa's premium numbers.
		['51912345678', '51912345678 or 5551912345678'],
		['22990123456', '22990123456 or 5522990123456'],
		['6591234567', '6591234567 or 556591234567'],
		['27901234567', '55 + 27901234567'],
	])('%s is %s', (given, expected) => {
		expect(read(given)).toBe(expected);
		const [, national] = expected.split(' or 55');
		if (national === undefined) return;
		expect(read(given, 'always')).toBe(`55 + ${national}`);
		expect(read(given, 'refuse')).toBe('could be two numbers');
		expect(read(given, 'asEntered')).toBe(given);
		expect(read(given, 'whenCertain', '')).toBe(given);
	});

	it.each([
		['5511987654321', '5511987654321'],
		['55 11 98765-4321', '5511987654321'],
		['551187654321', '551187654321'],
		['(55) 11 98765-4321', '5511987654321'],
		['(55) 11 3333-4444', '551133334444'],
		['55 (11) 98765-4321', '5511987654321'],
		['55 (0)11 98765-4321', '5511987654321'],
		['49 (0)30 12345678', '493012345678'],
		['376312345', '376312345'],
		['14155552671', '14155552671'],
		// Countries go on adding area codes: North America has no 200 yet.
		['12005552671', '12005552671'],
	])('%s has its country code: %s', (given, expected) => {
		for (const whenUnclear of ALL) expect(read(given, whenUnclear)).toBe(expected);
	});
});

describe('what is refused', () => {
	it.each([
		['90000-0001', 'lacks its area code'],
		['987654321', 'lacks its area code'],
		['55044999999999', 'may have an extra zero'],
		['49 030 12345678', 'may have an extra zero'],
		['04499999', 'lacks its country code'],
		['0800 123 4567', 'lacks its country code'],
		['000 44 99999-9999', 'lacks its country code'],
		['(44) 99999-999', 'lacks its country code'],
		['(65) 9123-4567', 'could be two numbers'],
		['65 9123-4567', 'could be two numbers'],
		['(1) 415 555 2671', 'lacks its country code'],
		['21099998888', "isn't a phone number"],
		['12345', "isn't a phone number"],
		['5511987', "isn't a phone number"],
		['+5511999999999 ramal 2', "isn't a phone number"],
		['5511999999999/5511988888888', "isn't a phone number"],
		['1. 5511999999999', "isn't a phone number"],
	])('%s %s', (given, problem) => {
		for (const whenUnclear of ['whenCertain', 'always', 'refuse'] as const) {
			expect(read(given, whenUnclear)).toBe(problem);
		}
		expect(read(given, 'asEntered')).toMatch(/ /);
	});

	it.each(['(51) 91234-5678', '051 91234-5678', '51 91234-5678', '(44) 20 7946 0958'])(
		'%s never goes out as entered',
		(given) => {
			for (const whenUnclear of ALL) {
				for (const code of CODES) {
					// In brackets, it can be the default country's own code.
					if (!given.startsWith(`(${code})`)) expect(read(given, whenUnclear, code)).toMatch(/ /);
				}
			}
		},
	);
});
