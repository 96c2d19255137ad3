import { StoppedClock } from '../../engine/clock.mts';

/** Time that passes only when a test lets it, and then everything happens in its order, as fast as it can. */
export class VirtualClock extends StoppedClock {
	/** Lets time pass, and everything that has to happen meanwhile. */
	async run(milliseconds: number): Promise<void> {
		const end = this.now() + milliseconds;
		for (;;) {
			// What goes on by itself goes as far as it gets.
			await new Promise((resolve) => setImmediate(resolve));
			if (this.next > end) break;
			this.pass(Math.max(0, this.next - this.now()));
		}
		this.pass(end - this.now());
	}
}
