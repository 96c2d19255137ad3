import { setImmediate as settle } from 'node:timers/promises';
import type { Exit } from '../../tools/launcher/processes.mts';
import { failWhenOneEnds, stayUp, type Watched } from '../../tools/launcher/queue/watch.mts';

const EXIT: Exit = { code: 0, signal: null };

/** A process that ends when it is told to. */
function processOf(name: string): Watched & { end: (exit: Exit) => void } {
	const { promise, resolve } = Promise.withResolvers<Exit>();
	return { name, exited: promise, log: () => `${name} had no memory left`, end: resolve };
}

describe('what is started to be used', () => {
	it('goes on without a process that was stopped, and says so', async () => {
		const [main, worker, other] = [processOf('Main'), processOf('Worker 1'), processOf('Worker 2')];
		const asked = Promise.withResolvers<void>();
		const lines: string[] = [];
		let isOver = false;
		const up = stayUp(main, [worker, other], (line) => lines.push(line), asked.promise);
		void up.then(() => (isOver = true));
		worker.end(EXIT);
		await settle();
		expect(isOver).toBe(false);
		expect(lines).toEqual(['Worker 1 has ended. The others keep running.']);

		asked.resolve();
		await up;
		// Ending is what it was asked for.
		other.end(EXIT);
		await settle();
		expect(lines).toHaveLength(1);
	});

	it('fails without its main process', async () => {
		const main = processOf('The main process');
		const asked = Promise.withResolvers<void>();
		const up = stayUp(main, [], () => {}, asked.promise);
		main.end(EXIT);
		await expect(up).rejects.toThrow(
			/^The main process ended unexpectedly.*\nThe main process had no memory left$/,
		);
	});
});

describe('what is started to be tested', () => {
	it('fails when any process ends', async () => {
		const [main, worker] = [processOf('The main process'), processOf('Worker 1')];
		const failing = failWhenOneEnds([main, worker]);
		worker.end(EXIT);
		await expect(failing).rejects.toThrow('Worker 1 ended unexpectedly.');
	});
});
