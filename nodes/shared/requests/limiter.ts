import { sleep } from 'n8n-workflow';

/** Someone who waits for a slot. */
interface Waiting {
	enter: () => void;
	giveUp: (reason: Error) => void;
}

/** Thrown to those who wait when the execution is stopped. */
export class Stopped extends Error {
	constructor() {
		super('The execution was stopped before this request was sent');
	}
}

/** Lets only so many requests be under way at once; the others wait their turn, in their order. */
export class Limiter {
	#free: number;
	#waiting: Waiting[] = [];
	/** Who has entered already is left in the list, since taking the first out of a long list is slow. */
	#next = 0;
	#pausedUntil = 0;

	/**
	 * @param slots how many may be under way at once; at least 1
	 * @param signal fires when the execution is stopped: then nobody enters any more
	 */
	constructor(
		slots: number,
		private readonly signal?: AbortSignal,
	) {
		this.#free = slots;
		// One listener for all: a signal warns of many.
		signal?.addEventListener('abort', () => this.#sendAway(), { once: true });
	}

	/**
	 * Waits for a slot, acts, and frees the slot again, however the act ends.
	 *
	 * @returns what the act gives
	 * @throws Stopped when the execution is stopped while waiting; else whatever the act throws
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

	/** Frees a slot for whoever waits first. */
	leave(): void {
		this.#free += 1;
		this.#admit();
	}

	/**
	 * Lets nobody enter for some time. Who is under way carries on, or waits as well.
	 *
	 * @param milliseconds counted from now; a longer pause that is on already stays
	 * @returns when that time is over, or the execution is stopped
	 */
	async pause(milliseconds: number): Promise<void> {
		const until = Date.now() + milliseconds;
		this.#pausedUntil = Math.max(until, this.#pausedUntil);
		// A stopped execution ends the pause, too; by then nobody waits any more.
		await sleep(milliseconds, this.signal).catch(() => {});
		// A timer may be early by a millisecond, so the clock isn't asked again.
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
