/** Thrown where a request is refused with an error text. */
export class Refusal extends Error {
	readonly status: number;
	readonly more: object;

	/**
	 * @param status of the answer
	 * @param message the `error` in it
	 * @param more what else is in it
	 */
	constructor(status: number, message: string, more: object = {}) {
		super(message);
		this.status = status;
		this.more = more;
	}
}
