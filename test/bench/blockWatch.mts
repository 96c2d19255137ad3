import { setTimeout as wait } from 'node:timers/promises';

const TICK_MILLISECONDS = 5;

/** Watches for how long the process does one thing without a pause, so that nothing else in it gets a turn. */
export class BlockWatch {
	#longest = 0;
	#last = performance.now();
	readonly #timer = setInterval(() => this.#tick(), TICK_MILLISECONDS);

	#tick(): void {
		const now = performance.now();
		this.#longest = Math.max(this.#longest, now - this.#last - TICK_MILLISECONDS);
		this.#last = now;
	}

	/** @returns the longest time without a pause since the start, in milliseconds */
	async stop(): Promise<number> {
		await wait(2 * TICK_MILLISECONDS);
		clearInterval(this.#timer);
		return this.#longest;
	}
}
