import { NUMBERING_PLANS } from './numberingPlans';
import { WHATSAPP_FORMS } from './whatsAppForms';

/** The numbers of one calling code. Patterns are of numbers without that code. */
interface NumberingPlan {
	/** What mobiles and landlines begin with. A zero stays also in calls from abroad, as in Italy. */
	first: string;
	/** The least and most digits of mobiles and landlines. */
	lengths: [number, number];
	/** Mobiles and landlines: each length with the first digits that belong to it. */
	national: string;
	/** What else a person may have, such as VoIP. Premium and toll-free numbers are left out. */
	others: string;
	/** How many digits are dialled within an area. */
	local: number[];
	/** What is dialled before a number within the country, and the carriers' codes that may follow it. */
	trunk: string;
	carriers: string;
}

/** @param line of the table */
function readPlan(line: string): [code: string, plan: NumberingPlan] {
	const [
		code = '',
		first = '',
		lengths = '',
		national = '',
		others = '',
		local = '',
		trunk = '',
		carriers = '',
	] = line.split(' ');
	const [least = 0, most = 0] = lengths.split('-').map(Number);
	const plan: NumberingPlan = {
		first,
		lengths: [least, most],
		national,
		others,
		local: local.split(',').filter(Boolean).map(Number),
		trunk,
		carriers,
	};
	return [code, plan];
}

/** By calling code. */
const plans = new Map(NUMBERING_PLANS.trim().split('\n').map(readPlan));

/** No number has more digits, with its calling code. */
const MOST_DIGITS = 15;

/** A number without its calling code that is shorter than this may be one that is dialled within an area. */
const LEAST_WITHOUT_DOUBT = 10;

/** How long area codes are, at most. */
const LONGEST_AREA_CODE = 3;

/** Patterns that were used, since making them takes longer than using them. */
const compiled = new Map<string, RegExp>();

function isWhole(pattern: string | undefined, digits: string): boolean {
	if (!pattern) return false;
	const expression = compiled.get(pattern) ?? new RegExp(`^(?:${pattern})$`);
	compiled.set(pattern, expression);
	return expression.test(digits);
}

/** @returns the plan of a calling code; undefined for a code that doesn't exist, or none */
export function planOf(code: string): NumberingPlan | undefined {
	return plans.get(code);
}

/** @returns all calling codes */
export function callingCodes(): string[] {
	return [...plans.keys()];
}

/** @returns the calling code that a complete number begins with, and the rest; undefined if there is no such code */
export function splitOff(digits: string): { code: string; rest: string } | undefined {
	const length = [1, 2, 3].find((each) => plans.has(digits.slice(0, each)));
	if (length === undefined) return undefined;
	return { code: digits.slice(0, length), rest: digits.slice(length) };
}

/** @returns whether digits are a mobile or landline of a plan, or one as WhatsApp writes it */
export function isNational(code: string, digits: string): boolean {
	return isInPlan(code, digits) || isWhole(WHATSAPP_FORMS[code], digits);
}

/** @returns whether digits are a mobile or landline of a plan */
export function isInPlan(code: string, digits: string): boolean {
	return isWhole(planOf(code)?.national, digits);
}

/** @returns whether digits are a number of some country as they stand */
export function isNumber(digits: string): boolean {
	const { code, rest } = splitOff(digits) ?? { code: '', rest: '' };
	return isNational(code, rest) || isWhole(planOf(code)?.others, rest);
}

/** @returns whether numbers of a calling code can begin with a zero, also in calls from abroad */
export function keepsZero(code: string): boolean {
	return isWhole(planOf(code)?.first, '0');
}

/** @returns whether the digits after a calling code begin with a zero that no number of that code has */
export function hasExtraZero(digits: string): boolean {
	const { code, rest } = splitOff(digits) ?? { code: '', rest: '' };
	return rest.startsWith('0') && !keepsZero(code) && !isNumber(digits);
}

/** @returns whether the numbers of a calling code have as many digits as these */
export function hasPossibleLength(digits: string): boolean {
	const { code, rest } = splitOff(digits) ?? { code: '', rest: '' };
	const [least, most] = planOf(code)?.lengths ?? [1, 0];
	const isBetween = rest.length >= least && rest.length <= most && digits.length <= MOST_DIGITS;
	return isBetween || isNumber(digits);
}

/**
 * @returns whether digits whose country code isn't marked as one can be a number: one that exists, or a longer one
 * that begins as numbers of its country do, because countries go on adding area codes
 */
export function canBeNumber(digits: string): boolean {
	if (isNumber(digits)) return true;
	const { code, rest } = splitOff(digits) ?? { code: '', rest: '' };
	return (
		digits.length >= LEAST_WITHOUT_DOUBT &&
		hasPossibleLength(digits) &&
		isWhole(planOf(code)?.first, rest.charAt(0))
	);
}

/**
 * Finds the national numbers that digits can be: as they are, without the trunk prefix, or also without the code of a
 * carrier.
 */
export function nationalReadings(code: string, digits: string): string[] {
	const { trunk = '', carriers = '' } = planOf(code) ?? {};
	const readings = [digits];
	if (trunk !== '' && digits.startsWith(trunk)) {
		const rest = digits.slice(trunk.length);
		const [carrier] = (carriers !== '' && new RegExp(`^(?:${carriers})`).exec(rest)) || [''];
		readings.push(rest, rest.slice(carrier.length));
	}
	return [...new Set(readings)].filter((reading) => isNational(code, reading));
}

/** @returns whether digits are a national number from which only the area code is missing */
export function lacksAreaCode(code: string, digits: string): boolean {
	const { local = [], lengths: [least, longest] = [0, 0] } = planOf(code) ?? {};
	if (digits.length >= LEAST_WITHOUT_DOUBT || !local.includes(digits.length)) return false;
	const areaCodes = [longest - Math.max(...local), least - Math.min(...local)];
	const longestAreaCode = Math.min(LONGEST_AREA_CODE, Math.max(...areaCodes));
	for (let length = Math.max(1, Math.min(...areaCodes)); length <= longestAreaCode; length++) {
		for (let area = 10 ** (length - 1); area < 10 ** length; area++) {
			if (isNational(code, `${area}${digits}`)) return true;
		}
	}
	return false;
}
