import type { Clock } from '../../../nodes/ZApiTrigger/registration/memory.ts';

interface Pause {
	until: number;
	end: () => void;
}

/** Time that passes only when a test lets it, and then everything happens in its order, as fast as it can. */
export class VirtualClock implements Clock {
	#now = 1_800_000_000_000;
	#pauses: Pause[] = [];

	now(): number {
		return this.#now;
	}

	async pause(milliseconds: number): Promise<void> {
		await new Promise<void>((end) => {
			this.#pauses.push({ until: this.#now + Math.max(0, milliseconds), end });
		});
	}

	async pass(milliseconds: number): Promise<void> {
		const end = this.#now + milliseconds;
		for (;;) {
			// What goes on by itself goes as far as it gets.
			await new Promise((resolve) => setImmediate(resolve));
			const next = Math.min(...this.#pauses.map(({ until }) => until));
			if (next > end) break;
			this.#now = Math.max(this.#now, next);
			const over = this.#pauses.filter(({ until }) => until <= this.#now);
			this.#pauses = this.#pauses.filter(({ until }) => until > this.#now);
			for (const pause of over) pause.end();
		}
		this.#now = end;
	}
}
