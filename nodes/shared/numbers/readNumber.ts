import {
	canBeNumber,
	hasExtraZero,
	hasPossibleLength,
	isInPlan,
	isNational,
	isNumber,
	keepsZero,
	lacksAreaCode,
	nationalReadings,
} from './plans';
import { asItStands, NUMBER_ADVICE, internationalFormat, withDefault } from './numberMessages';

/** What to do with digits that may be a number of the default country, or one of another country. */
export type WhenUnclear = 'whenCertain' | 'always' | 'refuse' | 'asEntered';

/** How numbers without a country code are read. */
export interface NumberRules {
	/** The calling code of the country whose numbers are written without it; empty: none is added. */
	defaultCountryCode: string;
	whenUnclear: WhenUnclear;
}

/** What a number turns out to be. Numbers are digits only. */
export type NumberReading =
	/** To be used as it is. */
	| { kind: 'complete'; digits: string }
	/** Put together from the default country code and a national number. */
	| { kind: 'completed'; digits: string; code: string }
	/** To be used as it is, although it is also a national number: `completed` is what it would be then. */
	| { kind: 'unclear'; digits: string; completed: string }
	/** `problem` completes a sentence that starts with the field's name; `advice` says what to do next. */
	| { kind: 'refused'; problem: string; advice: string };

/** WhatsApp's own form. A linked device has a number of its own behind a colon. */
const JID = /^\+?([1-9]\d{6,14})(?:\.\d+)?(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/i;

/** A number as people write it. A slash isn't allowed: it separates a second number or an extension. */
const AS_WRITTEN = /^\(?\+?\s*\d[\d\s().\u2010-\u2015-]*\d$/;

/** What can't be one number, although all its characters are allowed: 5511999999999.5, or a "1. " in front. */
const NOT_ONE = /^\d+\.\d\d?$|\.\s/;

/** What a spreadsheet leaves behind numbers. */
const DECIMALS = /^(\+?\d{7,})\.00?$/;

/** A zero in brackets after a country code. It is dialled only within the country. */
const TRUNK_ZERO = /^(\(?(?:\+|00)?([1-9]\d{0,2})\)?\s*)\(0\)/;

/** A country code, and an area code in brackets. */
const CODE_AND_AREA = /^[1-9]\d{0,2}[\s.-]*\(\d{2}/;

/** Area code and number, grouped as Brazilians do. */
const BRAZILIAN = /^\d{2}[\s.-]+(9[\s.]?)?\d{4}[-\u2010-\u2015]\d{4}$/;
const BRAZIL = '55';

/** A hyphen anywhere but before the last four digits: `99999-999` is a digit short, not a number of old. */
const ODD_HYPHEN = /[-\u2010-\u2015](?!\d{4}$)/;

const NONE: NumberRules = { defaultCountryCode: '', whenUnclear: 'whenCertain' };

const complete = (digits: string): NumberReading => ({ kind: 'complete', digits });

const refused = (problem: string, ...advice: string[]): NumberReading => ({
	kind: 'refused',
	problem,
	advice: [...advice.filter((sentence) => sentence !== ''), NUMBER_ADVICE].join(' '),
});

const twoNumbers = (digits: string, completed: string): NumberReading =>
	refused(
		'could be two numbers',
		`It is ${internationalFormat(completed)} with the default country code, and ${internationalFormat(digits)} as it stands.`,
	);

/** Reads a number that says itself that it has its country code. Whether such a number exists isn't asked. */
function international(digits: string, isZeroInBrackets: boolean): NumberReading {
	if (digits.startsWith('0')) return refused('lacks its country code');
	if (isZeroInBrackets || hasExtraZero(digits)) return refused('may have an extra zero');
	if (hasPossibleLength(digits)) return complete(digits);
	return refused("isn't a phone number", asItStands(digits));
}

/** The national numbers that a number may be. */
function readingsOf(code: string, digits: string, written: string): string[] {
	const readings = nationalReadings(code, digits);
	return readings.filter((each) => isInPlan(code, each) || !ODD_HYPHEN.test(written));
}

/** Reads a number in a writing that is used only within a country. */
function national(
	written: string,
	digits: string,
	{ defaultCountryCode: code, whenUnclear }: NumberRules,
): NumberReading {
	const [found, other] = whenUnclear === 'asEntered' ? [] : readingsOf(code, digits, written);
	if (found === undefined || other !== undefined) {
		return refused('lacks its country code', withDefault(code, digits));
	}
	// Singapore's numbers are written like Brazilian ones without their ninth digit.
	if (!isInPlan(code, found) && isNumber(digits)) return twoNumbers(digits, code + found);
	return { kind: 'completed', digits: code + found, code };
}

/** Reads a number that begins with brackets: nearly always an area code. */
function bracketed(written: string, digits: string, rules: NumberRules): NumberReading {
	const { defaultCountryCode: code } = rules;
	const inBrackets = written.slice(1, written.indexOf(')')).trim();
	const rest = digits.slice(code.length);
	if (inBrackets !== code || !isNational(code, rest)) return national(written, digits, rules);
	const [other] = nationalReadings(code, digits);
	return other === undefined ? complete(digits) : twoNumbers(digits, code + other);
}

/** Reads digits that don't say whether they have their country code. */
function bare(
	written: string,
	digits: string,
	{ defaultCountryCode: code, whenUnclear }: NumberRules,
): NumberReading {
	const [found, other] = readingsOf(code, digits, written);
	if (found === undefined && lacksAreaCode(code, digits)) {
		return refused(
			'lacks its area code',
			isNumber(digits) ? `As it stands, it is ${internationalFormat(digits)}.` : '',
		);
	}
	if (found === undefined || other !== undefined) {
		if (canBeNumber(digits)) return complete(digits);
		const problem = hasExtraZero(digits) ? 'may have an extra zero' : "isn't a phone number";
		return refused(problem, asItStands(digits), withDefault(code, digits));
	}
	// North America's trunk prefix is its calling code.
	if (whenUnclear === 'asEntered' || code + found === digits) return complete(digits);
	if (whenUnclear === 'always' || !isNumber(digits)) {
		return { kind: 'completed', digits: code + found, code };
	}
	if (whenUnclear === 'refuse') return twoNumbers(digits, code + found);
	return { kind: 'unclear', digits, completed: code + found };
}

/**
 * Reads a phone number as people write it. Digits are only ever put in front: a message to a stranger is worse than
 * an error. The ninth digit of Brazilian numbers, Argentina's 9 and Mexico's 1 are left to WhatsApp.
 *
 * @param given a text without blanks and invisible characters around it
 * @param rules how numbers without a country code are read
 * @see docs/sending.md
 */
export function readNumber(given: string, rules: NumberRules = NONE): NumberReading {
	const text = given.replace(/^'\s*/, '').replace(/^(tel|whatsapp):/i, '');
	const [, jid] = JID.exec(text) ?? [];
	if (jid !== undefined) return complete(jid);

	const written = text.replace(DECIMALS, '$1');
	if (!AS_WRITTEN.test(written) || NOT_ONE.test(written)) return refused("isn't a phone number");
	const withoutZero = written.replace(TRUNK_ZERO, (all, code: string, digits: string) =>
		keepsZero(digits) ? all : code,
	);
	const digits = withoutZero.replace(/\D/g, '');
	if (/^\(?\+/.test(withoutZero)) return international(digits, withoutZero.includes('(0'));
	if (/^00[1-9]/.test(digits)) return international(digits.slice(2), withoutZero.includes('(0'));
	if (digits.startsWith('00')) return refused('lacks its country code');
	if (withoutZero.startsWith('(')) return bracketed(withoutZero, digits, rules);
	if (digits.startsWith('0')) return national(withoutZero, digits, rules);
	if (withoutZero.includes('(0')) return refused('may have an extra zero');
	if (withoutZero !== written || CODE_AND_AREA.test(withoutZero)) {
		return canBeNumber(digits)
			? complete(digits)
			: refused("isn't a phone number", asItStands(digits));
	}
	if (BRAZILIAN.test(withoutZero)) {
		return national(withoutZero, digits, rules.defaultCountryCode === BRAZIL ? rules : NONE);
	}
	return bare(withoutZero, digits, rules);
}
