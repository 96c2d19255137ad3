import { InvalidValue, quote } from './invalidValue';
import type { Read } from './values';
import { cleanText, isBlank } from './text';

const LIST_ADVICE = 'Separate several with commas, or pass a list.';

/** @returns undefined, which no JSON text stands for, if the text isn't JSON */
function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** @returns the entries of a list in any form, those that are empty left out */
function entriesOf(value: unknown): unknown[] {
	if (isBlank(value)) return [];
	if (Array.isArray(value)) return value.flatMap(entriesOf);
	if (typeof value === 'object' && 'phone' in value) return entriesOf(value.phone);
	if (typeof value !== 'string') return [value];
	const text = cleanText(value);
	if (!/^[[{"]/.test(text)) return text.split(/[,;\r\n]/).filter((part) => !isBlank(part));
	const parsed = parseJson(text);
	if (parsed !== undefined) return entriesOf(parsed);
	throw new InvalidValue(`looks like JSON, but can't be read: ${quote(text)}`, LIST_ADVICE);
}

/** @returns the same error, if it is about a value, in words for an entry of a list */
function ofEntry(error: unknown): unknown {
	if (!(error instanceof InvalidValue)) return error;
	return new InvalidValue(`has an entry that ${error.problem}`, `${error.advice} ${LIST_ADVICE}`);
}

/**
 * Makes the reader of a list out of the reader of an entry. A list comes in any form in which people have one: a
 * list, one text, texts separated by commas, semicolons or lines, JSON in a text, or objects with a `phone`, such
 * as the groups in Z-API's own answers.
 *
 * @param read the reader of an entry
 * @param emptyAdvice what the user should do if there is no entry
 * @returns a reader that gives the entries in their order, each once, and never none
 */
export function toListOf(read: Read<string>, emptyAdvice: string): Read<string[]> {
	const readEntry = (entry: unknown) => {
		try {
			return read(entry);
		} catch (error) {
			throw ofEntry(error);
		}
	};
	return (value) => {
		const entries = new Set(entriesOf(value).map(readEntry));
		if (entries.size > 0) return [...entries];
		throw new InvalidValue('is empty', `${emptyAdvice} ${LIST_ADVICE}`);
	};
}
