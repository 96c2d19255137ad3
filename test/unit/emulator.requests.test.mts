import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { endpointOf } from '../../tools/contract/endpoints.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { seedAccount, seedState } from '../../tools/emulator/seed.mts';
import {
	school,
	church,
	emulator,
	ok,
	send,
	answer,
	refused,
	phonesOf,
	first,
	change,
	withEmulator,
} from './emulatorCalls.mts';

describe('GET /status and GET /me', () => {
	it('tells whether it is connected', async () => {
		const [yes, no] = ['You are already connected', 'You are not connected'];
		expect(await answer('/status')).toEqual(
			ok({ connected: true, error: yes, smartphoneConnected: true }),
		);
		emulator.state.connected = false;
		expect(await answer('/status')).toEqual(
			ok({ connected: false, error: no, smartphoneConnected: false }),
		);
	});

	it('can be started without a connection, and keeps to it', async () => {
		await withEmulator({ connected: false }, async (other) => {
			const status = async () => (await answer('/status', { of: other })).body;
			expect(await status()).toMatchObject({ connected: false });
			other.state.connected = true;
			expect(await status()).toMatchObject({ connected: true });
			other.reset();
			expect(await status()).toMatchObject({ connected: false });
		});
	});

	it('tells the documented fields of the instance, with its own id and token', async () => {
		emulator.state.connected = false;
		const { status, body } = await answer('/me');
		const shape = endpointOf('instance-me').response.shape;
		expect(status).toBe(200);
		expect(Object.keys(body as object)).toEqual(Object.keys(shape ?? {}));
		const { instance: id, token } = seedAccount;
		expect(body).toMatchObject({ id, token, connected: false });
	});
});

describe('the record of requests', () => {
	it('has each request as it came in', async () => {
		const text = '{ "communityId": "ação", "groupsPhones": [] }';
		await send('/communities/unlink?a=1&b=%C3%A9&a=2', { text, headers: { 'X-Extra': 'yes' } });
		const { instance, token, clientToken } = seedAccount;
		expect(emulator.requests).toEqual([
			{
				method: 'POST',
				path: '/communities/unlink',
				target: `/instances/${instance}/token/${token}/communities/unlink?a=1&b=%C3%A9&a=2`,
				query: { a: '2', b: 'é' },
				headers: expect.objectContaining({
					'client-token': clientToken,
					'content-type': 'application/json',
					'x-extra': 'yes',
				}) as unknown,
				text,
				body: { communityId: 'ação', groupsPhones: [] },
			},
		]);
	});

	it('has refused and misdirected ones too, in order', async () => {
		await send('/status', { instance: 'wrong' });
		await fetch(`${emulator.baseUrl}/nowhere?a=1`);
		await send('/communities-metadata/a%2Fb', { text: '{', method: 'PUT' });
		expect(emulator.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
			['GET', '/status', undefined],
			['GET', '/nowhere', undefined],
			['PUT', '/communities-metadata/a%2Fb', undefined],
		]);
	});
});

describe('misbehaviour', () => {
	it('answers what it is told, without carrying the request out', async () => {
		emulator.misbehave({ answer: { status: 503, body: { error: 'Busy' } } });
		expect(await change('unlink', school.id, [first(school)])).toEqual(refused(503, 'Busy'));
		expect(emulator.state).toEqual(seedState());
		expect(emulator.requests).toHaveLength(1);
	});

	it('sends objects as JSON, and text, nothing and headers as they are', async () => {
		const get = async (misbehaviour: Parameters<Emulator['misbehave']>[0]['answer']) => {
			emulator.reset();
			emulator.misbehave({ answer: misbehaviour ?? {} });
			const response = await send('/status');
			return [response.status, response.headers.get('content-type'), await response.text()];
		};
		expect(await get({ body: ['á'] })).toEqual([200, 'application/json', '["á"]']);
		const text = 'text/plain; charset=utf-8';
		expect(await get({ status: 500, body: 'Erro á' })).toEqual([500, text, 'Erro á']);
		expect(await get({ status: 204 })).toEqual([204, text, '']);
		expect(await get({ body: null })).toEqual([200, text, '']);
		const headers = { 'content-type': 'text/html' };
		expect(await get({ headers, body: '<h1>' })).toEqual([200, 'text/html', '<h1>']);
		emulator.reset();
		emulator.misbehave({ answer: { status: 429, headers: { 'Retry-After': '7' } } });
		expect((await send('/status')).headers.get('retry-after')).toBe('7');
	});

	it('hits only the requests it is for', async () => {
		emulator.misbehave({ when: ({ path }) => path === '/me', answer: { status: 500 } });
		expect((await send('/status')).status).toBe(200);
		expect((await send('/me')).status).toBe(500);
		expect((await send('/me')).status).toBe(500);
	});

	it('comes before the check of the account', async () => {
		emulator.misbehave({ answer: { status: 502 } });
		expect((await send('/status', { instance: 'wrong' })).status).toBe(502);
	});

	it('is over after a number of requests', async () => {
		emulator.misbehave({ when: ({ path }) => path === '/me', times: 2, answer: { status: 500 } });
		const statuses: number[] = [];
		for (const path of ['/me', '/status', '/me', '/me']) statuses.push((await send(path)).status);
		expect(statuses).toEqual([500, 200, 500, 200]);
	});

	it('follows the first that matches', async () => {
		emulator.misbehave({ times: 1, answer: { status: 501 } });
		emulator.misbehave({ when: ({ path }) => path === '/me', answer: { status: 502 } });
		emulator.misbehave({ answer: { status: 503 } });
		const statuses: number[] = [];
		for (const path of ['/me', '/me', '/status']) statuses.push((await send(path)).status);
		expect(statuses).toEqual([501, 502, 503]);
	});

	it('waits, and then answers as usual', async () => {
		emulator.misbehave({ delayMilliseconds: 60 });
		const start = performance.now();
		const slow = change('unlink', church.id, [first(church)]);
		expect(await slow).toEqual(ok({ success: true }));
		expect(performance.now() - start).toBeGreaterThanOrEqual(55);
	});

	it('carries a slow request out only after the wait, others in the meantime', async () => {
		emulator.misbehave({ times: 1, delayMilliseconds: 1_000 });
		const order: string[] = [];
		const slow = change('unlink', church.id, [phonesOf(church)[0]]).then((result) => {
			order.push('slow');
			return result;
		});
		while (emulator.requests.length === 0) await wait(1);
		expect(await change('unlink', church.id, [phonesOf(church)[1]])).toEqual(ok({ success: true }));
		order.push('quick');
		expect(await slow).toEqual(ok({ success: false }));
		expect(order).toEqual(['quick', 'slow']);
	});

	it('waits, and then answers what it is told or hangs up', async () => {
		for (const rest of [{ answer: { status: 504 } }, { hangUp: 'before' as const }]) {
			emulator.reset();
			emulator.misbehave({ delayMilliseconds: 60, ...rest });
			const start = performance.now();
			expect(
				await send('/status').then(
					({ status }) => status,
					() => 'lost',
				),
			).toBe('answer' in rest ? 504 : 'lost');
			expect(performance.now() - start).toBeGreaterThanOrEqual(55);
		}
	});

	it('hangs up before any answer, without carrying the request out', async () => {
		emulator.misbehave({ hangUp: 'before' });
		await expect(change('unlink', school.id, [first(school)])).rejects.toThrow('fetch failed');
		expect(emulator.state).toEqual(seedState());
		expect(emulator.requests).toHaveLength(1);
	});

	it('hangs up in the middle of the usual answer, the request carried out', async () => {
		emulator.misbehave({ hangUp: 'during' });
		const body = { communityId: school.id, groupsPhones: [first(school)] };
		const response = await send('/communities/unlink', { body });
		expect(response.status).toBe(200);
		expect(Number(response.headers.get('content-length'))).toBe('{"success":true}'.length);
		const reader = response.body?.getReader();
		const start = await reader?.read();
		expect(Buffer.from(start?.value as Uint8Array).toString()).toBe('{"succes');
		await expect(reader?.read()).rejects.toThrow('terminated');
		expect(emulator.state).not.toEqual(seedState());
	});

	it('hangs up in the middle of an answer it is told, even of an empty one', async () => {
		for (const body of ['x'.repeat(100_000), 'x', '']) {
			emulator.reset();
			emulator.misbehave({ hangUp: 'during', answer: { status: 500, body } });
			const response = await send('/status');
			expect(response.status).toBe(500);
			await expect(response.text()).rejects.toThrow('terminated');
		}
	});

	it('tells a mistake in the test instead of hiding it', async () => {
		emulator.misbehave({
			when: () => {
				throw new Error('Oops');
			},
		});
		expect(await answer('/status')).toEqual(refused(500, 'Error: Oops'));
	});
});
