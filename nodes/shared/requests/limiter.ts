import { sleep } from 'n8n-workflow';

/** A caller that waits for a slot. */
interface Waiting {
	enter: () => void;
	giveUp: (reason: Error) => void;
}

/** Thrown at waiting callers when the execution is stopped. */
export class Stopped extends Error {
	constructor() {
		super('The execution was stopped before this request was sent');
	}
}

/** A semaphore: lets only so many requests run at once; the others wait, in their order (first in, first out). */
export class Limiter {
	#free: number;
	#waiting: Waiting[] = [];
	/** Callers that have entered stay in the list, since removing the first from a long list is slow. */
	#next = 0;
	#pausedUntil = 0;

	/**
	 * @param slots how many may run at once; at least 1
	 * @param signal fires when the execution is stopped: then no caller enters any more
	 */
	constructor(
		slots: number,
		private readonly signal?: AbortSignal,
	) {
		this.#free = slots;
		// One listener for all: with many, Node.js prints a warning.
		signal?.addEventListener('abort', () => this.#sendAway(), { once: true });
	}

	/**
	 * Waits for a slot, acts, and frees the slot again, however the act ends.
	 *
	 * @returns what the act gives
	 * @throws Stopped when the execution is stopped while waiting; otherwise whatever the act throws
	 */
	async run<Result>(act: () => Promise<Result>): Promise<Result> {
		await this.enter();
		try {
			return await act();
		} finally {
			this.leave();
		}
	}

	/**
	 * Waits for a slot, which is taken until {@link leave}.
	 *
	 * @throws Stopped when the execution is stopped while waiting
	 */
	async enter(): Promise<void> {
		if (this.signal?.aborted) throw new Stopped();
		if (this.#free > 0 && this.#pausedUntil === 0) {
			this.#free -= 1;
			return;
		}
		await new Promise<void>((resolve, reject) => {
			this.#waiting.push({ enter: resolve, giveUp: reject });
		});
	}

	/** Frees a slot for the caller that has waited longest. */
	leave(): void {
		this.#free += 1;
		this.#admit();
	}

	/**
	 * Lets no caller enter for some time. Those that have entered carry on, or wait as well.
	 *
	 * @param milliseconds counted from now; a longer pause that has begun already stays
	 * @returns when that time is over, or the execution is stopped
	 */
	async pause(milliseconds: number): Promise<void> {
		const until = Date.now() + milliseconds;
		this.#pausedUntil = Math.max(until, this.#pausedUntil);
		// Stopping the execution also ends the pause; by then no caller is waiting any more.
		await sleep(milliseconds, this.signal).catch(() => {});
		// A timer can be a millisecond early, so the clock isn't checked again.
		if (this.#pausedUntil !== until) return;
		this.#pausedUntil = 0;
		this.#admit();
	}

	#admit(): void {
		while (this.#free > 0 && this.#pausedUntil === 0) {
			const first = this.#waiting[this.#next];
			if (first === undefined) {
				this.#waiting = [];
				this.#next = 0;
				return;
			}
			this.#next += 1;
			this.#free -= 1;
			first.enter();
		}
	}

	#sendAway(): void {
		const waiting = this.#waiting.slice(this.#next);
		this.#waiting = [];
		this.#next = 0;
		for (const { giveUp } of waiting) giveUp(new Stopped());
	}
}
