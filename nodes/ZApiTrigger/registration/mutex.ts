/** Lets one act at a time run for a key (mutual exclusion, a lock); the others wait, in their order. */
export class Mutex {
	readonly #last = new Map<string, Promise<unknown>>();

	/**
	 * @returns what the act gives
	 * @throws whatever the act throws
	 */
	async run<Result>(key: string, act: () => Promise<Result>): Promise<Result> {
		const before = this.#last.get(key) ?? Promise.resolve();
		const result = before.then(act);
		const settled = result.catch(() => {});
		this.#last.set(key, settled);
		try {
			return await result;
		} finally {
			if (this.#last.get(key) === settled) this.#last.delete(key);
		}
	}
}
