import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../tools/emulator/emulator.mts';
import { seedAccount, seedState } from '../../tools/emulator/seed.mts';
import { school, emulator, send, answer, first, change, withEmulator } from './emulatorCalls.mts';

async function freePort() {
	const other = await startEmulator();
	await other.close();
	return Number(new URL(other.baseUrl).port);
}

describe('reset and close', () => {
	it('goes back to the seed, in the same objects', async () => {
		const { state, requests } = emulator;
		emulator.misbehave({ answer: { status: 500 } });
		await send('/status');
		state.connected = false;
		state.groups = [];
		state.communities[0]?.subGroups.pop();
		emulator.reset();
		expect(emulator.requests).toBe(requests);
		expect(requests).toEqual([]);
		expect(emulator.state).toBe(state);
		expect(state).toEqual(seedState());
		expect((await send('/status')).status).toBe(200);
	});

	it('drops requests that still wait, so that they change nothing afterwards', async () => {
		emulator.misbehave({ delayMilliseconds: 50 });
		const slow = change('unlink', school.id, [first(school)]);
		while (emulator.requests.length === 0) await wait(1);
		emulator.reset();
		await expect(slow).rejects.toThrow('fetch failed');
		await wait(70);
		expect(emulator.state).toEqual(seedState());
	});

	it('runs beside another one, each with its own state', async () => {
		await withEmulator({}, async (other) => {
			other.state.connected = false;
			expect(other.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
			expect(other.baseUrl).not.toBe(emulator.baseUrl);
			expect((await answer('/status')).body).toMatchObject({ connected: true });
			expect(emulator.requests).toHaveLength(1);
			expect(other.requests).toEqual([]);
		});
	});

	it('takes the port it is given, and tells when it is taken', async () => {
		const port = await freePort();
		await withEmulator({ port }, async (other) => {
			expect(other.baseUrl).toBe(`http://127.0.0.1:${port}`);
			await expect(startEmulator({ port })).rejects.toThrow('EADDRINUSE');
		});
	});

	it('closes with connections open, idle and waiting', async () => {
		const other = await startEmulator();
		const idle = connect({ host: '127.0.0.1', port: Number(new URL(other.baseUrl).port) });
		await once(idle, 'connect');
		await send('/status', { of: other });
		other.misbehave({ when: ({ path }) => path === '/status', delayMilliseconds: 60_000 });
		other.misbehave({ delayMilliseconds: 50 });
		const slow = send('/status', { of: other });
		const lost = expect(slow).rejects.toThrow('fetch failed');
		const body = { communityId: school.id, groupsPhones: [first(school)] };
		const unlink = send('/communities/unlink', { of: other, body });
		const lostToo = expect(unlink).rejects.toThrow('fetch failed');
		while (other.requests.length < 3) await wait(1);
		await other.close();
		await Promise.all([lost, lostToo]);
		await wait(70);
		expect(other.state).toEqual(seedState());
		await expect(send('/status', { of: other })).rejects.toThrow('fetch failed');
		await other.close();
		idle.destroy();
	});

	it('survives callers that give up', async () => {
		emulator.misbehave({ times: 1, delayMilliseconds: 30 });
		const giveUp = new AbortController();
		const given = send('/status', { signal: giveUp.signal });
		while (emulator.requests.length === 0) await wait(1);
		giveUp.abort();
		await expect(given).rejects.toThrow('aborted');
		await wait(50);

		const socket = connect({ host: '127.0.0.1', port: Number(new URL(emulator.baseUrl).port) });
		socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{');
		await wait(20);
		socket.destroy();
		await wait(20);
		expect(emulator.requests).toHaveLength(1);
		expect((await send('/status')).status).toBe(200);
	});
});

describe('the command line', () => {
	it('starts on the port it is given and prints how to reach it', async () => {
		const port = await freePort();
		const child = spawn(process.execPath, ['tools/emulator/run.mts', String(port)]);
		try {
			const [output] = (await once(child.stdout, 'data')) as [Buffer];
			expect(output.toString()).toContain(`http://127.0.0.1:${port}\n`);
			for (const value of Object.values(seedAccount)) expect(output.toString()).toContain(value);
			const { instance, token, clientToken } = seedAccount;
			const address = `http://127.0.0.1:${port}/instances/${instance}/token/${token}/status`;
			const headers = { 'Client-Token': clientToken, 'Content-Type': 'application/json' };
			const response = await fetch(address, { headers });
			expect(response.status).toBe(200);
		} finally {
			child.kill();
		}
		expect(await once(child, 'exit')).toEqual([0, null]);
	});
});
