/** Says what is wrong with the value of a field. Whoever knows the field and the item puts them in front. */
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

/** Shows a refused value in an error: as text, and no more of it than a line. */
export function quote(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	const shown = text.replace(/[\s\p{Cc}]+/gu, ' ');
	return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}
