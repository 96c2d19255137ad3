import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as client from '../../tools/emulator/client.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { noQuirks } from '../../tools/emulator/quirks.mts';
import { seedState } from '../../tools/emulator/seed.mts';
import { useEmulator } from '../useEmulator.mts';

const BLOCK = '120363100000000012-group';
const CHANNEL = '120363600000000061@newsletter';

let emulator: Emulator;
useEmulator((started) => (emulator = started));

const { ok, refused } = client;
const get = (path: string) => client.answer(emulator, path);
const post = (path: string, body: object) => client.answer(emulator, path, { body });
const put = (path: string, body: object) => client.answer(emulator, path, { method: 'PUT', body });
const me = async () => (await get('/me')).body as Record<string, unknown>;

/** A webhook that remembers what it gets. */
function useWebhook(use: (host: string, received: Received[]) => void) {
	const received: Received[] = [];
	let server: Server;
	beforeAll(async () => {
		server = createServer(({ url, headers }, response) => {
			received.push({ url, headers });
			response.end();
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, received);
	});
	beforeEach(() => void received.splice(0));
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});
}

interface Received {
	url: string | undefined;
	headers: IncomingHttpHeaders;
}

let host: string;
let received: Received[];
useWebhook((at, list) => ([host, received] = [at, list]));

const fromOthers = { type: 'ReceivedCallback', body: { fromMe: false } };
const own = { type: 'ReceivedCallback', body: { fromMe: true } };
const urls = () => received.map(({ url }) => url);

describe('the second address for messages', () => {
	const set = (path: string, value: string) => put(path, { value });

	beforeEach(async () => {
		await set('/update-webhook-received', `${host}/first`);
		await set('/update-webhook-received-delivery', `${host}/second`);
	});

	it('is shown beside the first one, and has priority while it is set', async () => {
		expect(await me()).toMatchObject({
			receivedCallbackUrl: `${host}/first`,
			receivedAndDeliveryCallbackUrl: `${host}/second`,
			receiveCallbackSentByMe: true,
		});
		for (const event of [fromOthers, own]) await emulator.emit(event);
		expect(urls()).toEqual(['/second', '/second']);
		await set('/update-webhook-received-delivery', '');
		for (const event of [fromOthers, own]) await emulator.emit(event);
		expect(urls().slice(2)).toEqual(['/first', '/first']);
	});

	it('gets no other events', async () => {
		await emulator.emit({ type: 'DeliveryCallback' });
		expect(urls()).toEqual([]);
	});

	it.each([
		['/update-notify-sent-by-me', { notifySentByMe: false }],
		['/update-every-webhooks', { value: 'https://example.com/', notifySentByMe: false }],
	])('ends with messages of the instance itself: %s', async (path, body) => {
		await put(path, body);
		const shown = await me();
		expect(shown).toMatchObject({ receivedAndDeliveryCallbackUrl: '' });
		expect(shown).toMatchObject({ receiveCallbackSentByMe: false });
	});

	it('is left alone by what sets all addresses', async () => {
		await set('/update-every-webhooks', `${host}/every`);
		expect((await me()).receivedAndDeliveryCallbackUrl).toBe(`${host}/second`);
	});

	it('can be one for messages of the instance alone', async () => {
		emulator.quirks.bothDirectionsIsOwnOnly = true;
		for (const event of [fromOthers, own]) await emulator.emit(event);
		expect(urls()).toEqual(['/first', '/second']);
		emulator.state.webhooks.ReceivedCallback = '';
		expect(await emulator.emit(fromOthers)).toBeUndefined();
	});

	it('must be https, as the others', async () => {
		const value = 'http://example.com/';
		const answer = await set('/update-webhook-received-delivery', value);
		expect(answer).toEqual(refused(400, 'value must be an https address'));
		expect(emulator.state.receivedAndDelivery).toBe(`${host}/second`);
	});
});

describe('what is posted', () => {
	beforeEach(() => {
		emulator.state.webhooks.ReceivedCallback = host;
	});

	it("has the instance's token and what else was recorded", async () => {
		await emulator.emit(fromOthers);
		emulator.whatsApp.write('5511900000001', 'Oi');
		await emulator.tell();
		for (const { headers } of received) {
			expect(headers).toMatchObject({
				...{ 'z-api-token': emulator.account.token, 'content-type': 'application/json' },
				...{ server: 'Z-API', origin: 'https://api.z-api.io' },
			});
		}
		expect(received).toHaveLength(2);
	});

	it('can be told to have another token, or none', async () => {
		for (const token of ['forged', undefined]) {
			emulator.quirks.postedHeaders = { 'z-api-token': token };
			await emulator.emit(fromOthers);
			expect(received.at(-1)?.headers['z-api-token']).toBe(token);
		}
	});
});

describe('PUT /update-webhook-… without effect', () => {
	it.each([
		['once', 1, ['', 'https://example.com/2']],
		['for ever', Infinity, ['', '']],
	])('happens %s', async (_, times, expected) => {
		for (const path of ['/update-webhook-received', '/update-webhook-received-delivery']) {
			emulator.quirks.putsWithoutEffect = times;
			const { webhooks } = emulator.state;
			const shown: string[] = [];
			for (const number of [1, 2]) {
				const value = `https://example.com/${number}`;
				expect(await put(path, { value })).toEqual(ok({ value: true }));
				const isFirst = path === '/update-webhook-received';
				shown.push(isFirst ? webhooks.ReceivedCallback : emulator.state.receivedAndDelivery);
			}
			expect(shown).toEqual(expected);
		}
	});

	it('still refuses what is wrong', async () => {
		emulator.quirks.putsWithoutEffect = 1;
		expect((await put('/update-webhook-received', { value: 'nowhere' })).status).toBe(400);
		expect(emulator.quirks.putsWithoutEffect).toBe(1);
	});
});

describe('a subscription that is over', () => {
	const over = refused(
		400,
		'To continue sending a message, you must subscribe to this instance again',
	);
	const send = () => post('/send-text', { phone: BLOCK, message: 'Oi' });

	it('is said to everything', async () => {
		emulator.quirks.subscriptionOver = 'everywhere';
		for (const answer of [await send(), await get('/status'), await get('/me')]) {
			expect(answer).toEqual(over);
		}
		expect(emulator.state.messages).toEqual([]);
	});

	it('may not be seen in the status', async () => {
		emulator.quirks.subscriptionOver = 'exceptStatus';
		expect((await get('/status')).body).toMatchObject({ connected: true });
		expect(await send()).toEqual(over);
	});
});

describe('the connection', () => {
	it.each(['INSTANCE_NOT_CONNECTED', 'You are not connected'] as const)(
		'is missed by what needs WhatsApp: %s',
		async (text) => {
			emulator.quirks.notConnected = text;
			const send = () => post('/send-text', { phone: BLOCK, message: 'Oi' });
			expect((await send()).status).toBe(200);
			emulator.whatsApp.disconnect();
			expect(await send()).toEqual(refused(400, text));
			for (const path of ['/status', '/me', '/qr-code', '/queue/count']) {
				expect((await get(path)).status).toBe(200);
			}
		},
	);

	it('can take a passkey, until that is reset', async () => {
		emulator.quirks.passkey = true;
		expect((await get('/qr-code')).body).toEqual({ connected: true });
		emulator.whatsApp.disconnect();
		const challenge = {
			...{
				allowCredentials: expect.any(Array) as unknown,
				challenge: expect.any(String) as unknown,
			},
			...{ extensions: {}, rpId: 'web.whatsapp.com', timeout: 60_000 },
			userVerification: 'required',
		};
		const codes = ['/qr-code', '/qr-code/image', '/phone-code/5511999999999'];
		for (const path of codes) expect(await get(path)).toEqual(ok({ challenge }));
		const reset = await client.answer(emulator, '/reset-passkey-challenge', { method: 'POST' });
		expect(reset).toEqual(ok({ success: true }));
		for (const path of codes) {
			expect(await get(path)).toEqual(ok({ value: expect.any(String) as unknown }));
		}
	});
});

describe('the account', () => {
	it('may have no Client-Token activated', async () => {
		emulator.quirks.clientTokenMissingInPanel = true;
		expect(await get('/status')).toEqual(refused(400, 'your client-token is not configured'));
	});

	it('may hear of an unknown path with a 200', async () => {
		emulator.quirks.unknownPathStatus = 200;
		const message = 'Unable to find matching target resource method';
		expect(await get('/nowhere')).toEqual(refused(200, 'NOT_FOUND', { message }));
	});
});

describe('what is newer', () => {
	it('is the guard of announcement groups, whose answer repeats the value', async () => {
		for (const value of [true, false]) {
			expect(await put('/update-announcement-guard', { value })).toEqual(ok({ value }));
			expect((await me()).announcementGuard).toBe(value);
		}
	});

	it('is who subscribed to a channel, also in its metadata', async () => {
		const { body } = await get(`/newsletter/subscribers/${CHANNEL}`);
		const names = ['id', 'phoneNumber', 'displayName', 'username', 'role'];
		const [subscriber] = body as object[];
		expect(Object.keys(subscriber ?? {})).toEqual([...names, 'followTime', 'adminProfile']);
		const metadata = async (query: string) =>
			(await get(`/newsletter/metadata/${CHANNEL}${query}`)).body;
		const without = await metadata('?mustGetSubscribers=false');
		expect(without).toEqual(await metadata(''));
		expect(await metadata('?mustGetSubscribers=true')).toEqual({
			...(without as object),
			subscribers: body,
		});
	});

	it('is that the messages of a chat are gone', async () => {
		const answer = await get(`/chat-messages/${BLOCK}?amount=10&lastMessageId=1`);
		expect(answer).toEqual(refused(400, 'Does not work in multi device version'));
	});
});

describe('several instances', () => {
	it('have a state, quirks, and events of their own, and all start anew', async () => {
		const second = emulator.addInstance({ instance: 'SECOND' });
		const { token, clientToken } = emulator.account;
		expect(second.account).toEqual({ instance: 'SECOND', token, clientToken });
		const value = `${host}/second`;
		const call = { instance: 'SECOND', method: 'PUT', body: { value } };
		expect(await client.answer(emulator, '/update-webhook-received', call)).toEqual(
			ok({ value: true }),
		);
		expect(emulator.state).toEqual(seedState());
		second.whatsApp.write('5511900000001', 'Oi');
		expect(await emulator.tell()).toEqual([]);
		expect(await second.tell()).toHaveLength(1);
		expect(urls()).toEqual(['/second']);

		second.quirks.putsWithoutEffect = 7;
		expect(emulator.quirks).toEqual(noQuirks());
		emulator.reset();
		expect(second).toMatchObject({ state: seedState(), quirks: noQuirks() });
		expect((await client.answer(emulator, '/status', { instance: 'SECOND' })).status).toBe(200);
	});

	it('can have a token of their own', async () => {
		emulator.addInstance({ instance: 'THIRD', token: 'OWN' });
		const status = (token: string) =>
			client.answer(emulator, '/status', { instance: 'THIRD', token });
		expect((await status('OWN')).status).toBe(200);
		expect(await status(emulator.account.token)).toEqual(
			refused(400, 'Instance not found', { value: null }),
		);
	});
});
