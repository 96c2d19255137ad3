import { ping } from '../../nodes/ZApiTrigger/registration/ping.ts';
import { realClock } from '../../nodes/ZApiTrigger/registration/memory.ts';

const ADDRESS = 'https://n8n.example.com/webhook/a1b2c3d4/webhook';

/** What is seen at an address where n8n's request fails. */
async function seenAfter(error: unknown) {
	const httpRequest = async () => await Promise.reject(error as Error);
	return await ping({ helpers: { httpRequest } } as never, 'TOKEN', ADDRESS);
}

it('where a trigger gets no answer, it tells that nobody is there from what may pass', async () => {
	const failed = (code: string) => Object.assign(new Error('It failed'), { code });
	expect(await seenAfter(failed('ENOTFOUND'))).toEqual({
		...{ is: 'nobody', seen: 'no server has this name' },
	});
	expect(await seenAfter(failed('ECONNREFUSED'))).toEqual({
		...{ is: 'nobody', seen: 'the connection was refused', isRefused: true },
	});
	// n8n wraps some errors.
	for (const code of ['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED']) {
		const late = { is: 'unclear', seen: 'nobody answered within 5 s' };
		expect(await seenAfter(failed(code))).toEqual(late);
		expect(await seenAfter(new Error('It failed', { cause: failed(code) }))).toEqual(late);
	}
	for (const code of ['ECONNRESET', 'CERT_HAS_EXPIRED']) {
		const seen = `the connection failed (${code})`;
		expect(await seenAfter(failed(code))).toEqual({ is: 'unclear', seen });
	}
	const unknown = { is: 'unclear', seen: 'the connection failed (unknown)' };
	expect(await seenAfter(undefined)).toEqual(unknown);
});

it('a pause ends in time, or as soon as nobody waits any more', async () => {
	const begin = performance.now();
	await realClock.pause(60);
	expect(performance.now() - begin).toBeGreaterThanOrEqual(50);
	const ended = new AbortController();
	const pause = realClock.pause(60_000, ended.signal);
	ended.abort();
	await pause;
	await realClock.pause(60_000, ended.signal);
	expect(performance.now() - begin).toBeLessThan(20_000);
});
