/** Tells people what a command is doing, how far it is, and how long each step took. */
export class Steps {
	readonly #total: number;
	readonly #report: (line: string) => void;
	#taken = 0;

	/**
	 * @param total how many steps there will be
	 * @param report told what happens, in lines for a person
	 */
	constructor(total: number, report: (line: string) => void) {
		this.#total = total;
		this.#report = report;
	}

	/**
	 * Takes the next step.
	 *
	 * @param what it does, as in "Starting n8n"
	 * @throws what `work` throws
	 */
	async take<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
		this.#taken++;
		this.#report(`[${this.#taken}/${this.#total}] ${what}`);
		const start = performance.now();
		const result = await work();
		this.#report(`      took ${((performance.now() - start) / 1000).toFixed(1)} s`);
		return result;
	}
}
