import { cleanText } from './cleanText';

/** Says what is wrong with the value of a field. The caller that knows the field and the item adds them. */
export class InvalidValue extends Error {
	/**
	 * @param problem completes a sentence that starts with the field's name, e.g. "is empty"
	 * @param advice what the user should do next
	 * @param isInEntry whether the problem starts with the entry of a list, as in "entry 2, is empty"
	 */
	constructor(
		readonly problem: string,
		readonly advice: string,
		private readonly isInEntry = false,
	) {
		super(problem);
	}

	/**
	 * Reads a part of a value. An invalid part becomes an error that says where in the value it is.
	 *
	 * @param place a clause that the problem completes, as in "has a label that"; or an entry, which ends with a comma,
	 * as in "entry 2,"
	 * @param read reads the part, or throws InvalidValue
	 * @param advise changes the advice to one about the whole value
	 * @throws InvalidValue with the place
	 */
	static within<Result>(
		place: string,
		read: () => Result,
		advise = (advice: string) => advice,
	): Result {
		try {
			return read();
		} catch (error) {
			throw placed(error, place, advise);
		}
	}

	/** @returns the whole sentence about a field, as in "Buttons, entry 2, lacks a label" */
	about(displayName: string): string {
		return `${displayName}${this.isInEntry ? ',' : ''} ${this.problem}`;
	}
}

/** @returns the same error, with its place, if it is about a value */
function placed(error: unknown, place: string, advise: (advice: string) => string): unknown {
	if (!(error instanceof InvalidValue)) return error;
	const { problem, advice } = error;
	return new InvalidValue(`${place} ${problem}`, advise(advice), place.endsWith(','));
}

/** A value as JSON. Some have none, such as an object that contains itself, or a BigInt. */
function jsonOf(value: unknown): string {
	const withoutJson = () => (typeof value === 'object' ? 'an object' : String(value));
	try {
		return JSON.stringify(value) ?? withoutJson();
	} catch {
		return withoutJson();
	}
}

/** Shows a refused value in an error: as text, at most one line of it, without invisible characters. */
export function quote(value: unknown): string {
	const text = typeof value === 'string' ? value : jsonOf(value);
	const shown = cleanText(text)
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.replace(/\p{Cs}/gu, '\uFFFD');
	const [start] = /^.{60}(?=.)/u.exec(shown) ?? [];
	return start === undefined ? shown : `${start}…`;
}
