import fc from 'fast-check';
import { readNumber, type NumberRules } from '../../nodes/shared/numbers/readNumber.ts';

/** https://www.gov.br/anatel/pt-br/regulado/numeracao */
const AREAS = [
	...[11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 24, 27, 28],
	...[31, 32, 33, 34, 35, 37, 38, 41, 42, 43, 44, 45, 46, 47, 48, 49],
	...[51, 53, 54, 55, 61, 62, 63, 64, 65, 66, 67, 68, 69],
	...[71, 73, 74, 75, 77, 79, 81, 82, 83, 84, 85, 86, 87, 88, 89],
	...[91, 92, 93, 94, 95, 96, 97, 98, 99],
].map(String);

/** Whose mobiles, or some of them, are also numbers of other countries. */
const TWICE = [
	'22',
	'31',
	'33',
	'34',
	'35',
	'38',
	'41',
	'46',
	'48',
	'49',
	'51',
	'62',
	'66',
	'68',
	'73',
	'74',
	'79',
	'81',
	'84',
	'86',
	'92',
	'94',
	'95',
];

const rules: NumberRules = { defaultCountryCode: '55', whenUnclear: 'whenCertain' };
const block = fc.stringMatching(/^\d{4}$/);
const mobile = fc.tuple(fc.constantFrom(...AREAS), fc.stringMatching(/^9[1-9]\d{3}$/), block);
const landline = fc.tuple(fc.constantFrom(...AREAS), fc.stringMatching(/^[2-5]\d{3}$/), block);

it('has 67 area codes', () => {
	expect(new Set(AREAS).size).toBe(67);
});

describe.each([
	['mobile', mobile],
	['landline', landline],
] as const)('a %s of any area', (_kind, parts) => {
	it('is completed in every writing that is only used within Brazil', () => {
		fc.assert(
			fc.property(parts, ([area, start, end]) => {
				const ninth =
					start.length === 5
						? [`${area} 9 ${start.slice(1)}-${end}`, `(${area}) 9.${start.slice(1)}-${end}`]
						: [];
				for (const written of [
					`(${area}) ${start}-${end}`,
					`(${area})${start}${end}`,
					`(0${area}) ${start} ${end}`,
					`0${area} ${start}-${end}`,
					`0${area}${start}${end}`,
					`0 15 ${area} ${start}-${end}`,
					`0 41 (${area}) ${start}-${end}`,
					`${area} ${start}-${end}`,
					`${area}-${start}-${end}`,
					...ninth,
				]) {
					expect([written, readNumber(written, rules)]).toEqual([
						written,
						{ kind: 'completed', digits: `55${area}${start}${end}`, code: '55' },
					]);
				}
			}),
			{ numRuns: 200 },
		);
	});

	it('with its country code stays as it is', () => {
		fc.assert(
			fc.property(parts, ([area, start, end]) => {
				const digits = `55${area}${start}${end}`;
				for (const written of [
					`+55 (${area}) ${start}-${end}`,
					`+55 ${area} ${start} ${end}`,
					`0055 ${area} ${start}-${end}`,
					`55 ${area} ${start}-${end}`,
					`55 (${area}) ${start}-${end}`,
					`(55) ${area} ${start}-${end}`,
					`${digits}@s.whatsapp.net`,
					digits,
				]) {
					expect([written, readNumber(written, rules)]).toEqual([
						written,
						{ kind: 'complete', digits },
					]);
				}
			}),
			{ numRuns: 150 },
		);
	});

	it('without anything is completed, or stays as it is because there are two', () => {
		fc.assert(
			fc.property(parts, ([area, start, end]) => {
				const digits = `${area}${start}${end}`;
				const { kind } = readNumber(digits, rules);
				expect(['completed', 'unclear']).toContain(kind);
				const always = readNumber(digits, { ...rules, whenUnclear: 'always' });
				expect(always).toEqual({ kind: 'completed', digits: `55${digits}`, code: '55' });
				const refuse = readNumber(digits, { ...rules, whenUnclear: 'refuse' });
				expect(refuse.kind).toBe(kind === 'completed' ? 'completed' : 'refused');
				const asEntered = readNumber(digits, { ...rules, whenUnclear: 'asEntered' });
				expect(asEntered).toEqual({ kind: 'complete', digits });
			}),
			{ numRuns: 200 },
		);
	});

	it('without its area code is refused', () => {
		fc.assert(
			fc.property(parts, ([, start, end]) => {
				expect(readNumber(`${start}-${end}`, rules)).toMatchObject({
					problem: 'lacks its area code',
				});
			}),
		);
	});
});

it('completes all mobiles of the areas whose numbers no other country has', () => {
	const unclear = AREAS.filter((area) => {
		const blocks = Array.from({ length: 90 }, (_, index) => `${910 + index}`);
		return blocks.some((block) => readNumber(`${area}${block}512345`, rules).kind === 'unclear');
	});
	expect(unclear).toEqual(TWICE);
});
