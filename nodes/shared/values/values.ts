import type { Settings } from '../account/settings';
import { textOfAnswer } from './answerText';
import { InvalidValue, quote } from './invalidValue';
import { isObject } from './objects';
import { cleanText, isBlank, isMissing, trimText } from './cleanText';

/** Reads what a user entered in a field. Throws InvalidValue when that is invalid. */
export type Read<Result> = (value: unknown) => Result;

/** The same for a value whose meaning depends on the account's settings. Every {@link Read} is one, too. */
export type ReadFor<Result> = (value: unknown, settings: Settings) => Result;

const TEXT_ADVICE = 'Enter text, or use an expression that returns some.';
const OBJECT_ADVICE = 'Use a field of the object, as in {{ $json.order.number }}.';

function isNumeric(value: unknown): boolean {
	return typeof value === 'number' && Number.isFinite(value);
}

/**
 * Reads a text that Z-API needs, such as a name. What an AI agent returns in parts counts as its text: see
 * {@link textOfAnswer}. "null" is text if it was typed; an expression makes it of a missing value.
 *
 * @returns the text without blanks and invisible characters around it
 * @throws InvalidValue when it is empty, not a text, what n8n makes of a missing value or an object, or cut in the middle
 * of a character
 */
export const toText = (value: unknown, settings?: Settings): string => {
	const given = typeof value === 'object' ? (textOfAnswer(value) ?? value) : value;
	if (isBlank(given)) throw new InvalidValue('is empty', TEXT_ADVICE);
	const isText = typeof given === 'string' || isNumeric(given);
	const text = isText ? trimText(String(given)) : '';
	if (!isText || (isMissing(text) && !settings?.isTyped?.())) {
		const advice = isObject(given) ? OBJECT_ADVICE : TEXT_ADVICE;
		throw new InvalidValue(`isn't text: ${quote(value)}`, advice);
	}
	if (text.includes('[object Object]')) {
		throw new InvalidValue(`has an object where text should be: ${quote(text)}`, OBJECT_ADVICE);
	}
	if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
		throw new InvalidValue(
			`has lost its last digits: ${quote(text)}`,
			'Pass it as text, not as a number: long numbers lose their last digits on the way.',
		);
	}
	if (/\p{Cs}/u.test(text)) {
		throw new InvalidValue(
			`has half an emoji or another broken character: ${quote(text)}`,
			'Text that is cut to a certain length can end in half an emoji. Write [...text].slice(0, 20).join("") rather than text.slice(0, 20).',
		);
	}
	return text;
};

/** Reads a text that may be empty, for example to remove a description. See {@link toText}. */
export const toOptionalText = (value: unknown, settings?: Settings): string =>
	isBlank(value) ? '' : toText(value, settings);

/**
 * Makes the reader of an optional value.
 *
 * @param read reads the value if there is one
 * @returns a reader that gives undefined for a blank value; see {@link isBlank}
 */
export function unlessBlank<Result>(read: Read<Result>): Read<Result | undefined> {
	return (value) => (isBlank(value) ? undefined : read(value));
}

/**
 * Reads a yes or no.
 *
 * @param value true or false, also as a text
 * @throws InvalidValue when it is neither
 */
export const toBoolean: Read<boolean> = (value) => {
	const text = typeof value === 'string' ? cleanText(value).toLowerCase() : value;
	if (text === true || text === 'true') return true;
	if (text === false || text === 'false') return false;
	throw new InvalidValue(
		`isn't true or false: ${quote(value ?? '')}`,
		'Use the switch, or an expression that returns true or false.',
	);
};

/**
 * Reads a whole number.
 *
 * @param least the smallest allowed
 * @param most the largest allowed; no limit by default
 * @returns a reader that throws InvalidValue for anything else
 */
export function toWholeNumber(least = 1, most?: number): Read<number> {
	const open = least === 0 ? 'from 0 up' : `above ${least - 1}`;
	const what = `a whole number ${most === undefined ? open : `from ${least} to ${most}`}`;
	return (value) => {
		const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
		const number = /^-?\d+$/.test(cleanText(text)) ? Number(cleanText(text)) : Number.NaN;
		if (Number.isSafeInteger(number) && number >= least && number <= (most ?? Infinity)) {
			return number;
		}
		throw new InvalidValue(
			`isn't ${what}: ${quote(value ?? '')}`,
			`Enter ${what}, or use an expression that returns one.`,
		);
	};
}

/**
 * Reads one of a few values.
 *
 * @param values those that Z-API documents
 * @returns a reader that gives the value as Z-API spells it, and throws InvalidValue for any other
 */
export function toOneOf<Value extends string>(...values: Value[]): Read<Value> {
	return (value) => {
		const text = typeof value === 'string' ? cleanText(value).toLowerCase() : undefined;
		const found = values.find((each) => each.toLowerCase() === text);
		if (found !== undefined) return found;
		throw new InvalidValue(
			`isn't one of the possible values: ${quote(value ?? '')}`,
			`Choose from the list, or use an expression that returns one of: ${values.join(', ')}.`,
		);
	};
}

/**
 * Reads an invite link of a group.
 *
 * @throws InvalidValue when it isn't one
 * @see https://developer.z-api.io/group/accept-group-invite
 */
export const toInviteLink: Read<string> = (value) => {
	const link = typeof value === 'string' ? cleanText(value) : value;
	const isLink = /^https:\/\/chat\.whatsapp\.com\/(invite\/)?[\w-]+\/?([?#][!-~]*)?$/i;
	if (typeof link === 'string' && isLink.test(link)) return link;
	throw new InvalidValue(
		isBlank(link) ? 'is empty' : `isn't an invite link of a group: ${quote(link)}`,
		'Paste the whole link. It starts with https://chat.whatsapp.com/',
	);
};
