import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { Limiter, Stopped } from '../../nodes/shared/requests/limiter.ts';

/** Something that ends when it is told to. */
function task() {
	const { promise, resolve, reject } = Promise.withResolvers<string>();
	const started = jest.fn();
	const act = async () => {
		started();
		return await promise;
	};
	return { act, started, resolve, reject };
}

describe('a limiter', () => {
	it('lets as many be under way as it has slots, and the next when one ends', async () => {
		const limiter = new Limiter(2);
		const tasks = [task(), task(), task(), task()];
		const results = tasks.map(async ({ act }) => await limiter.run(act));
		const started = () => tasks.map(({ started }) => started.mock.calls.length);
		await turn();
		expect(started()).toEqual([1, 1, 0, 0]);
		tasks[1]?.resolve('second');
		await turn();
		expect(started()).toEqual([1, 1, 1, 0]);
		tasks[0]?.resolve('first');
		tasks[2]?.resolve('third');
		tasks[3]?.resolve('fourth');
		expect(await Promise.all(results)).toEqual(['first', 'second', 'third', 'fourth']);
	});

	it('lets them enter in the order in which they came', async () => {
		const limiter = new Limiter(1);
		const order: number[] = [];
		await Promise.all(
			Array.from({ length: 50 }, async (_, index) => {
				await limiter.run(async () => {
					await turn();
					order.push(index);
				});
			}),
		);
		expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index));
	});

	it.each([
		['rejects', async () => await Promise.reject(new Error('no'))],
		[
			'throws',
			() => {
				throw new Error('no');
			},
		],
		[
			'throws what is no error',
			() => {
				// eslint-disable-next-line @typescript-eslint/only-throw-error -- somebody else's code may do this
				throw undefined;
			},
		],
	])('frees the slot of what %s', async (_what, act: () => Promise<never>) => {
		const limiter = new Limiter(1);
		const results = await Promise.allSettled([
			limiter.run(act),
			limiter.run(act),
			limiter.run(async () => await Promise.resolve('yes')),
		]);
		expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
	});

	it('can be used again after all have left', async () => {
		const limiter = new Limiter(1);
		for (const round of [1, 2, 3]) {
			const results = [1, 2].map(
				async () => await limiter.run(async () => await Promise.resolve(round)),
			);
			expect(await Promise.all(results)).toEqual([round, round]);
		}
	});

	it('never has more under way than slots, whatever happens', async () => {
		const limiter = new Limiter(7);
		let underWay = 0;
		let most = 0;
		const results = await Promise.allSettled(
			Array.from({ length: 20_000 }, async (_, index) => {
				await limiter.run(async () => {
					underWay += 1;
					most = Math.max(most, underWay);
					if (index % 3 === 0) await turn();
					underWay -= 1;
					if (index % 5 === 0) throw new Error('no');
				});
			}),
		);
		expect(most).toBe(7);
		expect(underWay).toBe(0);
		expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4_000);
	});

	it('sends away who waits when it is stopped, and lets nobody enter any more', async () => {
		const controller = new AbortController();
		const limiter = new Limiter(1, controller.signal);
		const [first, second, third] = [task(), task(), task()];
		const results = [first, second].map(async ({ act }) => await limiter.run(act));
		const settled = Promise.allSettled(results);
		controller.abort();
		const late = limiter.run(third.act);
		await expect(late).rejects.toBeInstanceOf(Stopped);
		first.resolve('done');
		expect(await settled).toEqual([
			{ status: 'fulfilled', value: 'done' },
			{ status: 'rejected', reason: expect.any(Stopped) as Stopped },
		]);
		expect(second.started).not.toHaveBeenCalled();
		expect(third.started).not.toHaveBeenCalled();
	});

	describe('during a pause', () => {
		beforeEach(() => jest.useFakeTimers());
		afterEach(() => jest.useRealTimers());

		it.each([
			['and everyone after it', [120, 20]],
			['also if it becomes longer', [20, 120]],
		])('lets nobody enter, %s', async (_what, pauses) => {
			const limiter = new Limiter(2);
			for (const milliseconds of pauses) void limiter.pause(milliseconds);
			const entered = jest.fn(async () => await Promise.resolve());
			const running = [1, 2, 3].map(async () => await limiter.run(entered));
			await jest.advanceTimersByTimeAsync(119);
			expect(entered).not.toHaveBeenCalled();
			await jest.advanceTimersByTimeAsync(1);
			await Promise.all(running);
			expect(entered).toHaveBeenCalledTimes(3);
		});
	});

	it('ends a pause when it is stopped', async () => {
		const controller = new AbortController();
		const limiter = new Limiter(1, controller.signal);
		void limiter.pause(60_000);
		const waiting = limiter.run(async () => await Promise.resolve());
		setTimeout(() => controller.abort(), 10);
		await expect(waiting).rejects.toBeInstanceOf(Stopped);
		await wait(1);
	});
});
