import { InvalidValue } from '../transport/prepare';

const ONE_ID_ADVICE = 'Choose from the list, or use an expression that gives an ID.';
const ID_LIST_ADVICE =
	'Choose from the list, or use an expression that gives one ID, several separated by commas, or a list of IDs.';

function quote(value: unknown): string {
	const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}

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
 * @param value what the field gave: a string, or a number short enough to be exact
 * @returns the ID, without blanks around it
 * @throws InvalidValue when there is no ID, or the value can't be one
 */
export function toId(value: unknown): string {
	if (isBlank(value)) throw new InvalidValue('is empty', ONE_ID_ADVICE);
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number') return fromNumber(value, ONE_ID_ADVICE);
	throw new InvalidValue(`isn't an ID: ${quote(value)}`, ONE_ID_ADVICE);
}

/** @returns undefined, which no JSON text stands for, if the text isn't JSON */
function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function fromText(text: string): string[] {
	if (!/^[[{"]/.test(text)) {
		const parts = text.split(/[,;\r\n]/).map((part) => part.trim());
		return parts.filter((part) => part !== '');
	}
	const value = parseJson(text);
	if (value === undefined) {
		throw new InvalidValue(`looks like JSON, but can't be read: ${quote(text)}`, ID_LIST_ADVICE);
	}
	return flatten(value);
}

function flatten(value: unknown): string[] {
	if (isBlank(value)) return [];
	if (typeof value === 'string') return fromText(value.trim());
	if (typeof value === 'number') return [fromNumber(value, ID_LIST_ADVICE)];
	if (Array.isArray(value)) return value.flatMap(flatten);
	if (typeof value === 'object' && 'phone' in value) return flatten(value.phone);
	throw new InvalidValue(`has an entry that isn't an ID: ${quote(value)}`, ID_LIST_ADVICE);
}

/**
 * Reads a list of IDs in any form in which people have one: a list, one string, strings separated by
 * commas, semicolons or lines, JSON in a string, or objects with a `phone`, such as the groups in
 * Z-API's own answers.
 *
 * @param value what the field gave
 * @returns the IDs in their order, each once, without blanks around them; never empty
 * @throws InvalidValue when there is no ID at all, or an entry can't be one
 */
export function toIdList(value: unknown): string[] {
	const ids = [...new Set(flatten(value))];
	if (ids.length === 0) throw new InvalidValue('is empty', ID_LIST_ADVICE);
	return ids;
}
