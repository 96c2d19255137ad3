import type { IDataObject } from 'n8n-workflow';
import { InvalidValue, quote } from './invalidValue';
import { parseJson, unfenced } from './json';
import { isObject } from './objects';
import type { Settings } from '../account/settings';
import type { Read, ReadFor } from './values';
import { cleanText, isBlank, trimText } from './cleanText';

const LIST_ADVICE = 'Separate several with commas, or pass a list.';

/** How the entries of a list may be given. */
interface ListForm {
	/** What an entry is called in objects, as Z-API's own answers have them. */
	key: string;
	/** What separates entries in a text. */
	separator: RegExp;
	/** Whether duplicates are left out. */
	isEachOnce: boolean;
	/** Whether a text in a list is one entry, also if it has a separator, as names can. By default, none is. */
	isWhole?: (text: string) => boolean;
}

/** What begins the lines of a list. A plus isn't among it: it begins phone numbers. */
const BULLET = /^[ \t]*[-*•·‣◦▪–—][ \t]+(?:\[[ xX]?\][ \t]+)?/gm;

/** Takes bullets off the lines of a text, and numbers, if they count the lines from 1. */
function withoutBullets(text: string): string {
	const lines = text.split(/[\r\n]+/).filter((line) => !isBlank(line));
	const isNumbered =
		lines.length > 1 &&
		lines.every((line, index) => /^\s*(\d+)[.)]\s/.exec(line)?.[1] === String(index + 1));
	if (isNumbered) return lines.map((line) => line.replace(/^\s*\d+[.)]\s+/, '')).join('\n');
	return text.replace(BULLET, '');
}

/** What begins a text that may be JSON. */
const JSON_START = /^[[{"'“]/;

/** A list of numbers in JSON. As numbers, the longer IDs would lose their last digits. */
const NUMBERS = /^\[[\d\s,]*\d[\d\s,]*\]$/;

/** Reads a text that may be a list in JSON, or its entries without the brackets around them. */
function parseList(text: string): unknown {
	if (!JSON_START.test(text) || NUMBERS.test(text)) return undefined;
	return parseJson(text) ?? parseJson(`[${text}]`);
}

/** What a list in brackets contains whose texts have no quotes. What JavaScript makes of an object only looks like one. */
function inBrackets(text: string): string | undefined {
	return /^\[(?!object )([^[\]{}"]*)\]$/.exec(text)?.[1];
}

/** What a spreadsheet makes of a long number. Its comma separates nothing, and its reader says what happened. */
const SHORTENED = /\b\d,\d+E\+\d+\b/i;

/** @returns the entries of a list in any form, without empty ones */
function entriesOf(value: unknown, form: ListForm): unknown[] {
	const { key, separator } = form;
	if (isBlank(value)) return [];
	if (Array.isArray(value)) {
		return value.flatMap((entry: unknown) =>
			typeof entry === 'string' && form.isWhole?.(entry) && !isBlank(entry)
				? [entry]
				: entriesOf(entry, form),
		);
	}
	if (isObject(value) && Object.hasOwn(value, key)) return entriesOf(value[key], form);
	if (typeof value !== 'string') return [value];
	const text = cleanText(unfenced(value));
	const parsed = parseList(text);
	if (parsed !== undefined) return entriesOf(parsed, form);
	const plain = inBrackets(text) ?? text;
	const [shortened] = SHORTENED.exec(plain) ?? [];
	if (shortened !== undefined) return [shortened];
	if (!/^[[{"]/.test(plain)) {
		return withoutBullets(plain)
			.split(separator)
			.filter((part) => !isBlank(part));
	}
	throw new InvalidValue(`looks like JSON, but can't be read: ${quote(text)}`, LIST_ADVICE);
}

/**
 * Turns the reader of an entry into the reader of a list. The list may have any form that people have at hand: a list,
 * one text, texts separated by commas, semicolons or lines, with or without bullets, JSON in a text, also in the forms
 * that language models write, or objects with a `phone`, such as the groups in Z-API's own answers.
 *
 * @param read the reader of an entry
 * @param emptyAdvice what the user should do if there is no entry
 * @param form what entries are called in objects, what separates them in a text, and whether duplicates are left out,
 * if different from the default
 * @returns a reader that gives the entries in their order, deduplicated by default; never an empty list
 */
export function toListOf(
	read: ReadFor<string>,
	emptyAdvice: string,
	{ key = 'phone', separator = /[,;\r\n]/, isEachOnce = true, isWhole }: Partial<ListForm> = {},
): (value: unknown, settings?: Settings) => string[] {
	const readEntry = (entry: unknown, settings: Settings) =>
		InvalidValue.within(
			'has an entry that',
			() => read(entry, settings),
			(advice) => `${advice} ${LIST_ADVICE}`,
		);
	return (value, settings = {}) => {
		const entries = entriesOf(value, { key, separator, isEachOnce, isWhole }).map((entry) =>
			readEntry(entry, settings),
		);
		if (entries.length > 0) return isEachOnce ? [...new Set(entries)] : entries;
		throw new InvalidValue('is empty', `${emptyAdvice} ${LIST_ADVICE}`);
	};
}

/**
 * The same for entries that may be names. In a list, a name may have a comma; in a text, it can't.
 *
 * @param key what an ID is called in objects
 * @param isId whether a text can only be an ID
 */
export function toWholeListOf(
	read: Read<string>,
	emptyAdvice: string,
	key: string,
	isId: (text: string) => boolean,
): Read<string[]> {
	const isWhole = (text: string) => !text.split(/[,;\r\n]/).every((part) => isId(cleanText(part)));
	return toListOf(read, emptyAdvice, { key, isWhole });
}

/** What separates texts: lines, or else semicolons, or else commas, so that a text can contain the others. */
const TEXT_SEPARATORS = [/[\r\n]+/, ';', ','];

/** Finds the texts of a list that is written as one text, as in "Yes, No". */
function textsIn(text: string): string[] {
	const plain = withoutBullets(inBrackets(text) ?? text);
	for (const separator of TEXT_SEPARATORS) {
		const texts = plain.split(separator).filter((part) => !isBlank(part));
		if (texts.length > 1) return texts.map(trimText);
	}
	return [plain];
}

/**
 * Finds the entries of a list in which each entry has several fields.
 *
 * @param value what the panel makes of such a list (`{ values: [...] }`), a list, one entry, or JSON of these
 * @param example a list as it should be, for the error
 * @param column the field that an entry stands for if it is only a text, as in "Yes, No"; without it, texts stay as
 * they are in a list, and alone they are refused
 * @returns the entries as they are; none if there is nothing
 * @throws InvalidValue when it is no list
 */
export function toEntries(value: unknown, example: unknown, column?: string): unknown[] {
	if (isBlank(value)) return [];
	const text = typeof value === 'string' ? trimText(unfenced(value)) : undefined;
	const parsed = text === undefined ? value : parseList(text);
	const entries = isObject(parsed) && Object.hasOwn(parsed, 'values') ? parsed.values : parsed;
	if (Array.isArray(entries)) {
		if (column === undefined) return entries;
		return entries.map((entry) => (isObject(entry) ? entry : { [column]: entry }));
	}
	if (isObject(entries)) return Object.keys(entries).length > 0 ? [entries] : [];
	const isOneText = text !== undefined && !/^[[{]/.test(inBrackets(text) ?? text);
	if (column !== undefined && isOneText) {
		const texts = typeof entries === 'string' ? [entries] : textsIn(text);
		return texts.map((each) => ({ [column]: each }));
	}
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
