import { cleanText } from './text';

/** Says what is wrong with the value of a field. The caller that knows the field and the item adds them. */
export class InvalidValue extends Error {
	/**
	 * @param problem completes a sentence that starts with the field's name, e.g. "is empty"
	 * @param advice what the user should do next
	 */
	constructor(
		readonly problem: string,
		readonly advice: string,
	) {
		super(problem);
	}
}

/** Shows a refused value in an error: as text, at most one line of it, without invisible characters. */
export function quote(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	const shown = cleanText(text)
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.replace(/\p{Cs}/gu, '\uFFFD');
	const [start] = /^.{60}(?=.)/u.exec(shown) ?? [];
	return start === undefined ? shown : `${start}…`;
}
