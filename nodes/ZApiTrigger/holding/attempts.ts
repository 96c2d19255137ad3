/** How long to wait after something has failed (backoff); the last one is repeated. */
const BACKOFF_MILLISECONDS = [1_000, 2_000, 5_000, 15_000, 60_000];

/** When something is tried again, by keys. */
export class Attempts {
	readonly #notBefore = new Map<string, number>();
	readonly #failures = new Map<string, number>();

	/** @returns when it may be tried, in milliseconds since 1970; 0 for at any time */
	notBefore(key: string): number {
		return this.#notBefore.get(key) ?? 0;
	}

	/** @param until in milliseconds since 1970 */
	postpone(key: string, until: number): void {
		this.#notBefore.set(key, until);
	}

	/** Records that something has failed. @returns how often in a row */
	fail(key: string, now: number): number {
		const failures = (this.#failures.get(key) ?? 0) + 1;
		const pause = BACKOFF_MILLISECONDS[Math.min(failures, BACKOFF_MILLISECONDS.length) - 1] ?? 0;
		this.#failures.set(key, failures);
		this.#notBefore.set(key, now + pause);
		return failures;
	}

	/** Records that something went well. */
	succeed(key: string): void {
		this.#failures.delete(key);
	}

	/** Forgets what needn't be tried any more. */
	forget(key: string): void {
		this.#failures.delete(key);
		this.#notBefore.delete(key);
	}
}
