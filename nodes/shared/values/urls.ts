import { InvalidValue, quote } from './invalidValue';
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
