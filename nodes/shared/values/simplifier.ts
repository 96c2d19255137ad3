import type { IDataObject } from 'n8n-workflow';

/** Reads a part of an answer. What it can't read stays as it is. */
export type ReadPart = (value: unknown) => unknown;

/** Numbers below this are times in seconds rather than in milliseconds; Z-API uses both. */
const FIRST_MILLISECONDS = 100_000_000_000;

/** Leaves a part of an answer as it is. */
export const asItIs: ReadPart = (value) => value;

/**
 * Reads a boolean, which some answers give as a text or a number: in a workflow, the text "false" would count as true.
 */
export const asBoolean: ReadPart = (value) => {
	const text = String(value);
	if (['true', '1'].includes(text)) return true;
	return ['false', '0'].includes(text) ? false : value;
};

/** Reads a number, which some answers have as a text. */
export const asNumber: ReadPart = (value) =>
	typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;

/** Reads a time in seconds or milliseconds, as a number or a text, and returns it as an ISO date. */
export const asDate: ReadPart = (value) => {
	const number = asNumber(value);
	if (typeof number !== 'number' || !(number > 0)) return value;
	const date = new Date(number < FIRST_MILLISECONDS ? number * 1000 : number);
	return Number.isNaN(date.getTime()) ? value : date.toISOString();
};

/**
 * Makes the function that picks the parts of an answer that people look for.
 *
 * @param parts their names, in the order of the output, each with its reader
 * @returns a function that leaves out what isn't there. An answer that has none of the parts stays as it is.
 */
export function simplifier(parts: Record<string, ReadPart>): (entry: IDataObject) => IDataObject {
	return (entry) => {
		const found = Object.entries(parts)
			.filter(([name]) => Object.hasOwn(entry, name))
			.map(([name, read]) => [name, read(entry[name])] as const);
		return found.length > 0 ? (Object.fromEntries(found) as IDataObject) : entry;
	};
}
