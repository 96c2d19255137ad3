import { InvalidValue, quote } from './invalidValue';
import { toListOf } from './lists';
import { cleanText, isBlank } from './text';
import type { Read } from './values';

const URL_ADVICE = 'Enter a whole address. It starts with https:// or http://';

/**
 * Reads the address of a page or a file.
 *
 * @throws InvalidValue when there is none, or it is something else
 */
export const toUrl: Read<string> = (value) => {
	if (isBlank(value)) throw new InvalidValue('is empty', URL_ADVICE);
	const text = typeof value === 'string' ? cleanText(value) : '';
	if (/^https?:\/\/[^\s\p{Cs}]+$/iu.test(text)) return text;
	throw new InvalidValue(`isn't an address: ${quote(value)}`, URL_ADVICE);
};

/**
 * Reads addresses, in any form that {@link toListOf} takes. A comma can be a part of an address, so it separates two
 * only in front of a blank or of the next one.
 *
 * @returns each once, in their order; never empty
 * @throws InvalidValue when there is none at all, or an entry isn't one
 */
export const toUrlList: Read<string[]> = toListOf(toUrl, URL_ADVICE, {
	key: 'url',
	separator: /\s+|[,;](?=\s|$|https?:)/i,
});
