import { searchable } from '../../shared/values/searchable';

/**
 * Turns the pattern of *Text Matches* into a function that tells whether a whole text matches it. An asterisk is a
 * wildcard (glob): it stands for any text, including none; case and accents are ignored.
 *
 * It deliberately isn't a regular expression: anyone can send a message, and most regular expressions have a text that
 * keeps n8n busy for minutes. The time that this takes is proportional to the text.
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
