import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { exampleNumbers } from '../../tools/numbers/plans.mts';
import { callingCodes, planOf } from '../../nodes/shared/numbers/plans.ts';
import { readNumber, type WhenUnclear } from '../../nodes/shared/numbers/readNumber.ts';

const CODES = [...callingCodes(), ''];
const ALL: WhenUnclear[] = ['whenCertain', 'always', 'refuse', 'asEntered'];
const code = fc.constantFrom(...CODES);
const whenUnclear = fc.constantFrom(...ALL);
const digits = fc.stringMatching(/^[1-9]\d{5,14}$/);

/** Nobody writes to premium and toll-free numbers without a country code: they aren't what digits are taken for. */
const EXAMPLES = exampleNumbers().filter(({ kind }) => kind !== 'tollFree' && kind !== 'premium');

/** What WhatsApp knows although no numbering plan has it. */
const WHATSAPP = ['553187654321', '5215512345678', '541123456789', '22990123456', '22507123456'];

const bare = EXAMPLES.map(({ callingCode, number }) => callingCode + number).concat(WHATSAPP);

it('has the plans of all countries as the library knows them', async () => {
	const script = join(import.meta.dirname, '../../tools/numbers/generate.mts');
	await promisify(execFile)(process.execPath, [script, '--check'], { timeout: 60_000 });
	expect(EXAMPLES.length).toBeGreaterThan(700);
	expect(new Set(EXAMPLES.map(({ country }) => country)).size).toBeGreaterThan(240);
});

describe('a number of any country, without a plus', () => {
	it.each(['55', '1', '44', '351', ''])(
		'is never changed where the default is %j',
		(defaultCode) => {
			const rules = { defaultCountryCode: defaultCode, whenUnclear: 'whenCertain' } as const;
			const changed = bare.filter((number) => {
				const reading = readNumber(number, rules);
				return reading.kind === 'completed' || ('digits' in reading && reading.digits !== number);
			});
			expect(changed).toEqual([]);
		},
	);

	it('is refused in Brazil only if it is as short as a number without its area code', () => {
		const rules = { defaultCountryCode: '55', whenUnclear: 'whenCertain' } as const;
		const refused = bare.filter((number) => readNumber(number, rules).kind === 'refused');
		expect(refused.filter((number) => number.length > 9)).toEqual([]);
		expect(refused.length).toBeLessThan(30);
	});

	it('is never changed whatever the default is', () => {
		fc.assert(
			fc.property(code, fc.constantFrom(...bare), (defaultCountryCode, number) => {
				const reading = readNumber(number, { defaultCountryCode, whenUnclear: 'whenCertain' });
				expect(reading.kind).not.toBe('completed');
				if ('digits' in reading) expect(reading.digits).toBe(number);
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe('any number', () => {
	it('with a plus is as it was, or refused, whatever the options say', () => {
		fc.assert(
			fc.property(code, whenUnclear, digits, (defaultCountryCode, option, number) => {
				const rules = { defaultCountryCode, whenUnclear: option };
				const reading = readNumber(`+${number}`, rules);
				if (reading.kind !== 'refused')
					expect(reading).toEqual({ kind: 'complete', digits: number });
				expect(readNumber(`00${number}`, rules)).toEqual(reading);
			}),
			{ numRuns: 1_000 },
		);
	});

	it('with a plus is taken if it exists', () => {
		const rules = { defaultCountryCode: '55', whenUnclear: 'refuse' } as const;
		for (const number of bare) {
			expect(readNumber(`+${number}`, rules)).toEqual({ kind: 'complete', digits: number });
		}
	});

	it('gets digits in front at most, and loses only what is dialled before a national number', () => {
		const punctuation = fc.constantFrom('', ' ', '-', '.', ') ');
		const written = fc
			.tuple(
				fc.constantFrom('', '(', '0', '0 15 '),
				fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), punctuation), {
					minLength: 6,
					maxLength: 14,
				}),
				fc.integer({ min: 0, max: 9 }),
			)
			.map(([start, middle, last]) => `${start}${middle.flat().join('')}${last}`);
		fc.assert(
			fc.property(code, whenUnclear, written, (defaultCountryCode, option, text) => {
				const given = text.replace(/\D/g, '');
				const reading = readNumber(text, { defaultCountryCode, whenUnclear: option });
				if (reading.kind === 'refused') return;
				if (reading.kind !== 'completed') {
					expect(given.replace(/^00/, '')).toBe(reading.digits);
					return;
				}
				const { trunk = '', carriers } = planOf(defaultCountryCode)!;
				expect(reading.digits.startsWith(defaultCountryCode)).toBe(true);
				const national = reading.digits.slice(defaultCountryCode.length);
				expect(given.endsWith(national)).toBe(true);
				const before = given.slice(0, given.length - national.length);
				expect(before).toMatch(new RegExp(`^(${trunk}(${carriers ?? ''})?)?$`));
			}),
			{ numRuns: 2_000 },
		);
	});
});
