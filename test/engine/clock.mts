import type { Clock } from '../../nodes/ZApiTrigger/registration/memory.ts';

interface Pause {
	until: number;
	end: () => void;
}

/** A clock that stands still until a test lets time pass. */
export class StoppedClock implements Clock {
	#now = 1_800_000_000_000;
	#pauses: Pause[] = [];

	now(): number {
		return this.#now;
	}

	async pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
		if (signal?.aborted) return;
		await new Promise<void>((resolve) => {
			this.#pauses.push({ until: this.#now + milliseconds, end: resolve });
			signal?.addEventListener('abort', () => resolve(), { once: true });
		});
	}

	/** Ends the pauses that are over by then, one after the other; what they wait for goes on by itself. */
	pass(milliseconds: number): void {
		this.#now += milliseconds;
		const over = this.#pauses.filter(({ until }) => until <= this.#now);
		this.#pauses = this.#pauses.filter(({ until }) => until > this.#now);
		for (const { end } of over) end();
	}

	/** When the next pause is over; never, if there is none. */
	get next(): number {
		return Math.min(...this.#pauses.map(({ until }) => until));
	}

	/** How many pauses last, such as that of a retry. */
	get waiting(): number {
		return this.#pauses.length;
	}
}
