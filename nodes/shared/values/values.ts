import { InvalidValue, quote } from './invalidValue';

/** Reads what a user gave for a field. Throws InvalidValue when that can't be meant. */
type Read<Result> = (value: unknown) => Result;

const ONE_ID_ADVICE = 'Choose from the list, or use an expression that gives an ID.';
const ID_LIST_ADVICE =
	'Choose from the list, or use an expression that gives one ID, several separated by commas, or a list of IDs.';
const PHONE_ADVICE =
	'Write phone numbers with country and area code, such as +55 (44) 99999-9999; several are separated by commas.';

function isBlank(value: unknown): value is null | undefined | '' {
	return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}

/** An ID that went through JSON as a number has lost its last digits once it is longer than 15. */
function fromNumber(value: number, advice: string): string {
	if (Number.isSafeInteger(value) && value >= 0) return String(value);
	throw new InvalidValue(
		`has a number that can't be an exact ID: ${value}`,
		`Pass IDs as text: a long number loses its last digits on the way. ${advice}`,
	);
}

/**
 * Reads one ID.
 *
 * @param value a string, or a number short enough to be exact
 * @returns the ID, without blanks around it
 * @throws InvalidValue when there is no ID, or the value can't be one
 */
export const toId: Read<string> = (value) => {
	if (isBlank(value)) throw new InvalidValue('is empty', ONE_ID_ADVICE);
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number') return fromNumber(value, ONE_ID_ADVICE);
	throw new InvalidValue(`isn't an ID: ${quote(value)}`, ONE_ID_ADVICE);
};

/** @returns undefined, which no JSON text stands for, if the text isn't JSON */
function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function fromText(text: string, advice: string): string[] {
	if (!/^[[{"]/.test(text)) {
		const parts = text.split(/[,;\r\n]/).map((part) => part.trim());
		return parts.filter((part) => part !== '');
	}
	const value = parseJson(text);
	if (value === undefined) {
		throw new InvalidValue(`looks like JSON, but can't be read: ${quote(text)}`, advice);
	}
	return flatten(value, advice);
}

function flatten(value: unknown, advice: string): string[] {
	if (isBlank(value)) return [];
	if (typeof value === 'string') return fromText(value.trim(), advice);
	if (typeof value === 'number') return [fromNumber(value, advice)];
	if (Array.isArray(value)) return value.flatMap((entry) => flatten(entry, advice));
	if (typeof value === 'object' && 'phone' in value) return flatten(value.phone, advice);
	throw new InvalidValue(`has an entry that isn't an ID: ${quote(value)}`, advice);
}

function toList(value: unknown, advice: string, read: (entry: string) => string): string[] {
	const entries = [...new Set(flatten(value, advice).map(read))];
	if (entries.length === 0) throw new InvalidValue('is empty', advice);
	return entries;
}

/**
 * Reads a list of IDs in any form in which people have one: a list, one string, strings separated by
 * commas, semicolons or lines, JSON in a string, or objects with a `phone`, such as the groups in
 * Z-API's own answers.
 *
 * @returns the IDs in their order, each once, without blanks around them; never empty
 * @throws InvalidValue when there is no ID at all, or an entry can't be one
 */
export const toIdList: Read<string[]> = (value) => toList(value, ID_LIST_ADVICE, (id) => id);

// Groups (new and old form), people known by an id instead of their number, channels and broadcast lists.
const CHAT_ID = /^(\d+-group|\d{10,15}-\d{10}|\d+@lid|\d+@newsletter|\d+@broadcast)$/;
const PHONE_AS_WRITTEN =
	/^(tel:|whatsapp:)?(?=.*\d)[\d\s()+./\u00A0\u2010-\u2015-]+(@(s\.whatsapp\.net|c\.us))?$/i;

/** Beyond 15 digits no phone number exists; below 10 the country or area code is missing. */
const PHONE_DIGITS = /^\d{10,15}$/;

function phoneFromText(text: string): string {
	if (CHAT_ID.test(text)) return text;
	const digits = text.replace(/@[^]*/, '').replace(/\D/g, '').replace(/^00/, '');
	if (PHONE_AS_WRITTEN.test(text) && PHONE_DIGITS.test(digits)) return digits;
	throw new InvalidValue(`has an entry that isn't a phone number: ${quote(text)}`, PHONE_ADVICE);
}

/**
 * Reads phone numbers, as people write them, in any form that {@link toIdList} takes. IDs of chats (groups,
 * `@lid` and the like) stay as they are.
 *
 * @returns digits only, with country and area code, each number once; never empty
 * @throws InvalidValue when there is no number at all, or an entry can't be one
 */
export const toPhoneList: Read<string[]> = (value) => toList(value, PHONE_ADVICE, phoneFromText);

/**
 * Reads a text that Z-API needs, such as a name.
 *
 * @throws InvalidValue when it is empty, or not a text
 */
export const toText: Read<string> = (value) => {
	const advice = 'Enter a text, or use an expression that gives one.';
	if (isBlank(value)) throw new InvalidValue('is empty', advice);
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	throw new InvalidValue(`isn't a text: ${quote(value)}`, advice);
};

/** Reads a text that may be empty, as to remove a description. See {@link toText}. */
export const toOptionalText: Read<string> = (value) => (isBlank(value) ? '' : toText(value));

/**
 * Reads a yes or no.
 *
 * @throws InvalidValue when it is neither
 */
export const toBoolean: Read<boolean> = (value) => {
	if (typeof value === 'boolean') return value;
	if (value === 'true' || value === 'false') return value === 'true';
	throw new InvalidValue(
		`isn't yes or no: ${quote(value ?? '')}`,
		'Use the switch, or an expression that gives true or false.',
	);
};

/**
 * Reads one of a few values.
 *
 * @param values those that Z-API documents
 * @returns a reader that throws InvalidValue for any other value
 */
export function toOneOf(...values: string[]): Read<string> {
	return (value) => {
		if (typeof value === 'string' && values.includes(value)) return value;
		throw new InvalidValue(
			`isn't one of the possible values: ${quote(value ?? '')}`,
			`Choose from the list, or use an expression that gives one of: ${values.join(', ')}.`,
		);
	};
}

/**
 * Reads an invite link of a group.
 *
 * @throws InvalidValue when it isn't one
 */
export const toInviteLink: Read<string> = (value) => {
	const link = typeof value === 'string' ? value.trim() : '';
	if (/^https:\/\/chat\.whatsapp\.com\/\S+$/i.test(link)) return link;
	throw new InvalidValue(
		link === '' ? 'is empty' : `isn't a link to a group: ${quote(value)}`,
		'Paste the whole link. It starts with https://chat.whatsapp.com/',
	);
};
