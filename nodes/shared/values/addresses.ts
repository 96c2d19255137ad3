import { InvalidValue, quote } from './invalidValue';
import { cleanText, isBlank } from './text';
import type { Read } from './values';

/** @returns whether a text is the address of something on the web */
export function isAddress(text: string): boolean {
	return /^https?:\/\/[^\s\p{Cs}]+$/iu.test(text);
}

/**
 * Reads the address of something on the web.
 *
 * @throws InvalidValue when there is none, or it doesn't start with http:// or https://
 */
export const toAddress: Read<string> = (value) => {
	const text = typeof value === 'string' ? cleanText(value) : '';
	if (isAddress(text)) return text;
	throw new InvalidValue(
		isBlank(value) ? 'is empty' : `isn't a web address: ${quote(value)}`,
		'Enter the whole address. It starts with https://',
	);
};
