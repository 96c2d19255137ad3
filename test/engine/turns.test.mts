import { ExecuteContext } from 'n8n-core';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: Account & { baseUrl: string };
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

function readLinks(count: number, more: Partial<RunOptions> & { options?: object } = {}) {
	const { options = {}, ...others } = more;
	return runNode({
		account,
		parameters: {
			resource: 'group',
			operation: 'getInviteLink',
			groupId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			options,
		} as never,
		items: Array.from({ length: count }, (_, index) => ({ id: `${index}-group` })),
		...others,
	});
}

describe('how many requests are under way at once', () => {
	let server: Server;
	let counts = { underWay: 0, most: 0, served: 0 };
	/** How many are to be under way, and how many there are in all. */
	let expected = { underWay: 1, count: 1 };

	beforeEach(async () => {
		// Connections of an earlier test may end only now, and have their own.
		const own = (counts = { underWay: 0, most: 0, served: 0 });
		let held: Array<() => void> = [];
		let quiet: NodeJS.Timeout | undefined;
		server = createServer((request, response) => {
			own.underWay += 1;
			const index = (own.served += 1);
			own.most = Math.max(own.most, own.underWay);
			response.once('close', () => (own.underWay -= 1));
			request.resume();
			held.push(() => {
				if (index % 7 === 3) response.destroy();
				else response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":true}');
			});
			// Answers only when no more come: soon, where as many are under way as may be, or none is left. Otherwise
			// a busy machine gets a while to send the others.
			clearTimeout(quiet);
			const isComplete = held.length >= expected.underWay || index === expected.count;
			const answerAll = () => {
				const answers = held;
				held = [];
				for (const answer of answers) answer();
			};
			quiet = setTimeout(answerAll, isComplete ? 150 : 3_000);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		account = { ...account, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
	});

	afterEach(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
		account = { ...account, baseUrl: emulator.baseUrl };
	});

	it.each([
		['500 at first', {}, 700, 500],
		['what the option says', { requestsAtOnce: 7 }, 60, 7],
		['one after the other', { requestsAtOnce: 1 }, 10, 1],
	])('is %s, also where some fail', async (_what, options, count, underWay) => {
		expected = { underWay, count };
		const { items, failedItems } = await readLinks(count, {
			options,
			onError: 'continueErrorOutput',
		});
		expect(counts.served).toBe(count);
		expect(counts.most).toBe(underWay);
		expect(items.length + failedItems.length).toBe(count);
		expect(failedItems.length).toBeGreaterThan(0);
	});

	it('is counted for each run by itself', async () => {
		expected = { underWay: 6, count: 40 };
		await Promise.all(
			[1, 2].map(
				async () =>
					await readLinks(20, { options: { requestsAtOnce: 3 }, onError: 'continueErrorOutput' }),
			),
		);
		expect(counts.most).toBeGreaterThan(3);
		expect(counts.most).toBeLessThanOrEqual(6);
	});

	it.each([0, -1, 1.5, 'many'])('cannot be %j', async (requestsAtOnce) => {
		const { error } = await readLinks(2, { options: { requestsAtOnce } });
		expect(error?.message).toBe(
			`Requests at Once isn't a whole number above 0: ${requestsAtOnce} [item 0]`,
		);
		expect(counts.served).toBe(0);
	});

	it('is nothing any more once the execution is stopped', async () => {
		expected = { underWay: 5, count: 600 };
		const stop = wait(300);
		await readLinks(600, { options: { requestsAtOnce: 5 }, stop });
		const until = counts.served;
		expect(until).toBeLessThan(300);
		await wait(200);
		// Those that were under way may arrive all the same.
		expect(counts.served).toBeLessThanOrEqual(until + 5);
	});
});

describe('how many credentials are read at once', () => {
	afterEach(() => jest.restoreAllMocks());

	it("is one, so that the rest of n8n doesn't wait for its database behind them", async () => {
		const counts = { underWay: 0, most: 0, reads: 0 };
		// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own object below
		const { getCredentials } = ExecuteContext.prototype;
		jest.spyOn(ExecuteContext.prototype, 'getCredentials').mockImplementation(async function (
			this: ExecuteContext,
			...parameters
		) {
			counts.reads += 1;
			counts.underWay += 1;
			counts.most = Math.max(counts.most, counts.underWay);
			await wait(2);
			counts.underWay -= 1;
			return (await getCredentials.apply(this, parameters)) as never;
		});
		const { items } = await readLinks(50, { onError: 'continueRegularOutput' });
		expect(items).toHaveLength(50);
		// One for the run, and one for each item's request.
		expect(counts.reads).toBeGreaterThanOrEqual(50);
		expect(counts.most).toBe(1);
	});
});

describe('an answer that asks to come back later', () => {
	const later = (status: number, retryAfter: string, times = 1) => {
		const answer = { status, headers: { 'retry-after': retryAfter }, body: { error: 'Slow down' } };
		emulator.misbehave({ times, answer });
	};
	/** Resolves a good while after the first request has arrived. */
	const firstRequest = async () => {
		while (emulator.requests.length === 0) await wait(5);
		await wait(300);
	};
	const link = (more: Partial<RunOptions> = {}) =>
		runNode({
			account,
			parameters: {
				resource: 'group',
				operation: 'getInviteLink',
				groupId: { __rl: true, mode: 'id', value: '120363100000000012-group' },
			} as never,
			...more,
		});

	it.each([429, 503])(
		'is followed for status %d, and the item comes out as if nothing had been',
		async (status) => {
			later(status, '1');
			const from = Date.now();
			const { items, error } = await link();
			expect(error).toBeUndefined();
			expect(items).toMatchObject([{ json: { invitationLink: expect.any(String) as string } }]);
			expect(emulator.requests).toHaveLength(2);
			expect(Date.now() - from).toBeGreaterThanOrEqual(999);
		},
	);

	it('is followed where it names a time', async () => {
		later(429, new Date(Date.now() + 1_500).toUTCString());
		expect((await link()).items).toHaveLength(1);
		expect(emulator.requests).toHaveLength(2);
	});

	it('makes the other items wait as well', async () => {
		later(429, '1');
		const { items } = await link({
			items: Array.from({ length: 30 }, () => ({})),
			parameters: {
				resource: 'group',
				operation: 'getInviteLink',
				groupId: { __rl: true, mode: 'id', value: '120363100000000012-group' },
				options: { requestsAtOnce: 1 },
			} as never,
		});
		expect(items).toHaveLength(30);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		expect(emulator.requests).toHaveLength(31);
	});

	it.each([
		['does not say when', 429, ''],
		['asks for longer than a minute', 429, '61'],
		['says it in words', 503, 'soon'],
		['names no whole number of seconds', 429, '1.5'],
		['names less than nothing', 429, '-1'],
		['is no such status', 500, '0'],
		['is a refusal', 400, '0'],
	])('is an error at once if it %s', async (_what, status, retryAfter) => {
		later(status, retryAfter);
		const { error } = await link();
		expect(error?.message).toContain('Slow down');
		expect(emulator.requests).toHaveLength(1);
	});

	it('is an error in the end if it never stops', async () => {
		later(429, '0', Infinity);
		const { error } = await link();
		expect(error?.message).toBe(
			"Z-API didn't get the invite link of the group: Slow down (status 429)",
		);
		expect(emulator.requests).toHaveLength(6);
	});

	it.each([
		['0', 'no time at all'],
		[new Date(Date.now() - 60_000).toUTCString(), 'a time that is over'],
	])('is followed by a pause all the same if it names %s', async (retryAfter) => {
		later(429, retryAfter);
		const from = Date.now();
		expect((await link()).items).toHaveLength(1);
		expect(Date.now() - from).toBeGreaterThanOrEqual(999);
	});

	it('is not followed after a 503 to a request that changes something', async () => {
		const parameters = {
			resource: 'group',
			operation: 'resetInviteLink',
			groupId: { __rl: true, mode: 'id', value: '120363100000000012-group' },
		} as never;
		later(503, '1');
		const { error } = await link({ parameters });
		expect(error?.description).toContain('may still have been carried out');
		expect(emulator.requests).toHaveLength(1);
		emulator.reset();
		later(429, '1');
		expect((await link({ parameters })).items).toHaveLength(1);
		expect(emulator.requests).toHaveLength(2);
	});

	it('lets nothing else leave before the pause', async () => {
		later(429, '50');
		const parameters = {
			resource: 'group',
			operation: 'getInviteLink',
			groupId: { __rl: true, mode: 'id', value: '120363100000000012-group' },
			options: { requestsAtOnce: 1 },
		} as never;
		await link({ parameters, items: Array.from({ length: 5 }, () => ({})), stop: firstRequest() });
		expect(emulator.requests).toHaveLength(1);
	});

	it("is left to n8n's own Retry On Fail where that is on", async () => {
		later(429, '0', 1);
		const { items } = await link({ retryOnFail: true });
		expect(items).toHaveLength(1);
		expect(emulator.requests).toHaveLength(2);
		emulator.requests.length = 0;
		later(429, '0', Infinity);
		expect((await link({ retryOnFail: true })).error).toBeDefined();
		expect(emulator.requests).toHaveLength(2);
	});

	it('waits no longer than the execution runs', async () => {
		later(429, '50');
		// A test may not take as long as the pause.
		await link({ stop: firstRequest() });
		expect(emulator.requests).toHaveLength(1);
	});

	it('is the only failure after which a request is sent again', async () => {
		for (const misbehaviour of [
			{ hangUp: 'before' as const },
			{ hangUp: 'during' as const },
			{ answer: { status: 502, body: '' } },
			{ answer: { status: 408, body: '' } },
			{ answer: { body: { value: false } } },
		]) {
			emulator.reset();
			emulator.misbehave(misbehaviour);
			expect((await link()).error).toBeDefined();
			expect(emulator.requests).toHaveLength(1);
		}
	});
});
