import { searchable } from '../shared/values/searchable';

/**
 * Makes a question out of the pattern of *Text Matches*: whether a whole text is like it. A star stands for
 * anything, also for nothing; case and accents make no difference.
 *
 * It isn't a regular expression on purpose: anyone can send a message, and for most expressions there is a text
 * that keeps n8n busy for minutes. This takes a time in proportion to the text.
 *
 * @param pattern what the user wrote
 */
export function toPattern(pattern: string): (text: string) => boolean {
	const parts = searchable(pattern.trim()).split('*');
	const first = parts[0] ?? '';
	const last = parts.at(-1) ?? '';
	const middle = parts.slice(1, -1);
	return (text) => {
		const whole = searchable(text.trim());
		if (parts.length === 1) return whole === first;
		if (!whole.startsWith(first)) return false;
		let position = first.length;
		for (const part of middle) {
			const found = whole.indexOf(part, position);
			if (found === -1) return false;
			position = found + part.length;
		}
		return whole.length - last.length >= position && whole.endsWith(last);
	};
}
