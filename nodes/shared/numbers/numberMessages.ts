import { planOf, splitOff } from './plans';

/** What to do about a number that isn't clear. */
export const NUMBER_ADVICE =
	'Write the number with country and area code, as in +55 (44) 99999-9999, and without a zero before the area code.';

/** Shows a complete number so that its country code can be seen. */
export function internationalFormat(digits: string): string {
	const { code, rest } = splitOff(digits) ?? { code: digits, rest: '' };
	return `+${code} ${rest}`.trim();
}

function lengthsOf(code: string): string {
	const [least, most] = planOf(code)?.lengths ?? [0, 0];
	if (least === most) return `${least}`;
	return least + 1 === most ? `${least} or ${most}` : `${least} to ${most}`;
}

/** Says why digits can't be a number as they stand. */
export function asItStands(digits: string): string {
	const { code, rest } = splitOff(digits) ?? {};
	if (code === undefined || rest === undefined) {
		return 'As it stands, it begins with no country code that exists.';
	}
	const [least, most] = planOf(code)?.lengths ?? [0, 0];
	if (rest.length >= least && rest.length <= most) {
		return `As it stands, no number of the country code ${code} begins like it.`;
	}
	return `As it stands, it has ${rest.length} digits after the country code ${code}; such numbers have ${lengthsOf(code)}.`;
}

/** Says why digits can't be a number of the default country. */
export function withDefault(code: string, digits: string): string {
	if (code === '') return 'The Z-API credential has no Default Country Code.';
	const trunk = planOf(code)?.trunk ?? '';
	const rest = digits.startsWith(trunk) ? digits.slice(trunk.length) : digits;
	return `With the default country code, it would be ${internationalFormat(code + rest)}, which is no mobile or landline there: these have ${lengthsOf(code)} digits.`;
}
