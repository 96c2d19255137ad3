import { InvalidValue, quote } from './invalidValue';
import { isBlank, trimText } from './cleanText';
import type { Read } from './values';

const ADVICE = 'Use one emoji, such as 👍.';

/** A picture, a flag, or a key with a digit; what belongs to it may follow. */
const EMOJI = /^(\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[#*\d]\uFE0F?\u20E3)/u;

/**
 * Reads one emoji, which may be made of several characters.
 *
 * @throws InvalidValue when it is empty, something else, or more than one
 */
export const toEmoji: Read<string> = (value) => {
	if (isBlank(value)) throw new InvalidValue('is empty', ADVICE);
	const text = typeof value === 'string' ? trimText(value) : '';
	const isOne = text.length < 60 && [...new Intl.Segmenter().segment(text)].length === 1;
	if (isOne && EMOJI.test(text) && !/\p{Cs}/u.test(text)) return text;
	throw new InvalidValue(`isn't one emoji: ${quote(value)}`, ADVICE);
};
