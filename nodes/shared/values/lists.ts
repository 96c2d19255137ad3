import type { IDataObject } from 'n8n-workflow';
import { InvalidValue, quote } from './invalidValue';
import { isObject } from './objects';
import type { Read } from './values';
import { cleanText, isBlank } from './text';

const LIST_ADVICE = 'Separate several with commas, or pass a list.';

/** @returns undefined if the text isn't JSON; no JSON text has that value */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** How the entries of a list may be given. */
interface ListForm {
	/** What an entry is called in objects, as Z-API's own answers have them. */
	key: string;
	/** What separates entries in a text. */
	separator: RegExp;
	/** Whether duplicates are left out. */
	isEachOnce: boolean;
}

/** @returns the entries of a list in any form, without empty ones */
function entriesOf(value: unknown, form: ListForm): unknown[] {
	const { key, separator } = form;
	if (isBlank(value)) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => entriesOf(entry, form));
	if (isObject(value) && Object.hasOwn(value, key)) return entriesOf(value[key], form);
	if (typeof value !== 'string') return [value];
	const text = cleanText(value);
	if (!/^[[{"]/.test(text)) return text.split(separator).filter((part) => !isBlank(part));
	const parsed = parseJson(text);
	if (parsed !== undefined) return entriesOf(parsed, form);
	throw new InvalidValue(`looks like JSON, but can't be read: ${quote(text)}`, LIST_ADVICE);
}

/** @returns the same error, if it is about a value, worded for an entry of a list */
function ofEntry(error: unknown): unknown {
	if (!(error instanceof InvalidValue)) return error;
	return new InvalidValue(`has an entry that ${error.problem}`, `${error.advice} ${LIST_ADVICE}`);
}

/**
 * Turns the reader of an entry into the reader of a list. The list may have any form that people have at hand: a list,
 * one text, texts separated by commas, semicolons or lines, JSON in a text, or objects with a `phone`, such as the
 * groups in Z-API's own answers.
 *
 * @param read the reader of an entry
 * @param emptyAdvice what the user should do if there is no entry
 * @param form what entries are called in objects, what separates them in a text, and whether duplicates are left out,
 * if different from the default
 * @returns a reader that gives the entries in their order; never an empty list
 */
export function toListOf(
	read: Read<string>,
	emptyAdvice: string,
	{ key = 'phone', separator = /[,;\r\n]/, isEachOnce = true }: Partial<ListForm> = {},
): Read<string[]> {
	const readEntry = (entry: unknown) => {
		try {
			return read(entry);
		} catch (error) {
			throw ofEntry(error);
		}
	};
	return (value) => {
		const entries = entriesOf(value, { key, separator, isEachOnce }).map(readEntry);
		if (entries.length > 0) return isEachOnce ? [...new Set(entries)] : entries;
		throw new InvalidValue('is empty', `${emptyAdvice} ${LIST_ADVICE}`);
	};
}

/**
 * Finds the entries of a list in which each entry has several fields.
 *
 * @param value what the panel makes of such a list (`{ values: [...] }`), a list, one entry, or JSON of these
 * @param example a list as it should be, for the error
 * @returns the entries as they are; none if there is nothing
 * @throws InvalidValue when it is no list
 */
export function toEntries(value: unknown, example: unknown): unknown[] {
	if (isBlank(value)) return [];
	const parsed = typeof value === 'string' ? parseJson(value.trim()) : value;
	const entries = isObject(parsed) && Object.hasOwn(parsed, 'values') ? parsed.values : parsed;
	if (Array.isArray(entries)) return entries;
	if (isObject(entries)) return Object.keys(entries).length > 0 ? [entries] : [];
	throw new InvalidValue(
		`isn't a list in JSON: ${quote(value)}`,
		`Write a list such as ${JSON.stringify(example)}, or use an expression that returns one.`,
	);
}

/**
 * Reads an entry that has several fields.
 *
 * @throws InvalidValue when it isn't an object
 */
export const toFields: Read<IDataObject> = (value) => {
	if (isObject(value)) return value;
	throw new InvalidValue(
		`has no fields: ${quote(value)}`,
		'In JSON, write each entry in braces, as in {"name": "value"}.',
	);
};

/** @returns the same error, if it is about a value, worded for a part of an entry */
function ofPart(what: string, error: unknown): unknown {
	if (!(error instanceof InvalidValue)) return error;
	return new InvalidValue(`has ${what} that ${error.problem}`, error.advice);
}

/**
 * Makes the reader of a part that is required in each entry of a list.
 *
 * @param what the part, with its article, as in "a label"
 * @param read the reader of its value
 * @returns a reader that throws InvalidValue, in words that name the part
 */
export function toPart<Result>(what: string, read: Read<Result>): Read<Result> {
	return (value) => {
		if (isBlank(value)) {
			throw new InvalidValue(`lacks ${what}`, 'Fill it in, or remove this entry.');
		}
		try {
			return read(value);
		} catch (error) {
			throw ofPart(what, error);
		}
	};
}

/** The same for an optional part: undefined if it is left out. See {@link toPart}. */
export function toOptionalPart<Result>(what: string, read: Read<Result>): Read<Result | undefined> {
	const readPart = toPart(what, read);
	return (value) => (isBlank(value) ? undefined : readPart(value));
}
