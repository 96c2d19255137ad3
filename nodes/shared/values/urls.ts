import { InvalidValue, quote } from './invalidValue';
import { toListOf } from './lists';
import { cleanText, isBlank } from './cleanText';
import type { Read } from './values';

const URL_ADVICE = 'Enter the whole address. It starts with https://';

/** @returns whether a text is the address of something on the web (an http or https URL) */
export function isUrl(text: string): boolean {
	return /^https?:\/\/./iu.test(text) && !/[\s\p{Cs}]/u.test(text);
}

/**
 * Reads the address of something on the web (an http or https URL).
 *
 * @throws InvalidValue when it is empty, or doesn't start with http:// or https://
 */
export const toUrl: Read<string> = (value) => {
	const text = typeof value === 'string' ? cleanText(value) : '';
	if (isUrl(text)) return text;
	throw new InvalidValue(
		isBlank(value) ? 'is empty' : `isn't a web address: ${quote(value)}`,
		URL_ADVICE,
	);
};

/**
 * Reads addresses, in any form that {@link toListOf} takes. A comma can be part of an address, so it separates two only
 * if a space or another address follows.
 *
 * @returns each once, in their order; never empty
 * @throws InvalidValue when the list is empty, or an entry isn't one
 */
export const toUrlList: Read<string[]> = toListOf(toUrl, URL_ADVICE, {
	key: 'url',
	separator: /\s+|[,;](?=\s|$|https?:)/i,
});
