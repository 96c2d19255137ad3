import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import * as client from '../../tools/emulator/client.mts';
import { ANA, BLOCK, emulator, post, sendText } from './emulatorConversation.mts';

interface Shown {
	chats: Array<{ id: string; name: string; unread: number }>;
	messages: Array<{ id: string; status: string; view: { text?: string; media?: { url: string } } }>;
	journal: Array<{ title: string; body: string; status?: number; problem?: string }>;
}

let webhook: Server;
const posted: Array<Record<string, unknown>> = [];

beforeAll(async () => {
	webhook = createServer((incoming, response) => {
		incoming.on('data', (data: Buffer) => {
			posted.push(JSON.parse(data.toString()) as Record<string, unknown>);
		});
		incoming.on('end', () => response.end('taken'));
	}).listen(0, '127.0.0.1');
	await once(webhook, 'listening');
});
afterAll(() => {
	webhook.close();
});

async function listen() {
	posted.length = 0;
	const value = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/hook`;
	await client.answer(emulator, '/update-webhook-received', { method: 'PUT', body: { value } });
}

async function until(isSo: () => boolean) {
	for (let tries = 0; !isSo() && tries < 200; tries++) await wait(10);
	expect(isSo()).toBe(true);
}

const looked = () => fetch(`${emulator.baseUrl}/phone/api/state?number=0`);

const look = async () => (await (await looked()).json()) as Shown;

async function act(name: string, given: object, headers: Record<string, string> = {}) {
	const { status } = await fetch(`${emulator.baseUrl}/phone/api/${name}`, {
		method: 'POST',
		headers: { origin: emulator.baseUrl, ...headers },
		body: JSON.stringify({ number: 0, ...given }),
	});
	return status;
}

/** Asks as under another name of this machine: `fetch` would put the right one. */
async function asHost(host: string): Promise<number | undefined> {
	const { port } = new URL(emulator.baseUrl);
	const asked = request({ host: '127.0.0.1', port, path: '/phone', headers: { host } }).end();
	const [response] = (await once(asked, 'response')) as Array<{
		statusCode?: number;
		resume(): void;
	}>;
	response?.resume();
	return response?.statusCode;
}

describe('the phone', () => {
	it('opens on this machine only, and is used by its own page only', async () => {
		expect(await asHost('localhost')).toBe(200);
		expect(await asHost('phone.example.com')).toBe(403);
		const given = { chat: ANA, text: 'Oi' };
		expect(await act('write', given, { origin: 'http://example.com' })).toBe(403);
		expect(await act('write', given, { origin: 'null' })).toBe(403);
		const elsewhere = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
		const read = await fetch(`${emulator.baseUrl}/phone/api/state?number=0`, {
			headers: elsewhere,
		});
		expect(read.status).toBe(403);
		expect(emulator.state.messages).toEqual([]);
		expect(emulator.requests).toEqual([]);
	});

	it('serves its page and nothing beside it', async () => {
		for (const [path, status] of [
			...([
				['/phone', 200],
				['/phone/app.mjs', 200],
				['/phone/view.mts', 404],
			] as const),
			...([
				['/phone/..%2Fview.mts', 404],
				['/phone/api/nothing', 404],
			] as const),
		]) {
			const response = await fetch(emulator.baseUrl + path);
			expect([path, response.status]).toEqual([path, status]);
			expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
		}
	});

	it('writes, and what was written is told at once and seen with its answer', async () => {
		await listen();
		expect(await act('write', { chat: ANA, text: 'Vocês abrem?' })).toBe(200);
		await until(() => posted.length === 1);
		expect(posted).toMatchObject([{ phone: ANA, text: { message: 'Vocês abrem?' } }]);
		await until(() => emulator.journal.entries.at(-1)?.status === 200);
		const { journal, messages } = await look();
		expect(messages).toMatchObject([{ view: { text: 'Vocês abrem?' } }]);
		expect(journal.at(-1)).toMatchObject({ title: 'ReceivedCallback', answer: 'taken' });
	});

	it('shows the first number in the place of one that is not there', async () => {
		for (const number of ['7', '-1', 'x']) {
			const response = await fetch(`${emulator.baseUrl}/phone/api/state?number=${number}`);
			expect(await response.json()).toMatchObject({ number: 0, numbers: [{ id: 0 }] });
		}
	});

	it('says when nobody takes an event, and shows none of the secrets', async () => {
		await act('write', { chat: ANA, text: emulator.account.token });
		await client.answer(emulator, '/send-text', { body: {}, token: 'WRONG' });
		const text = await (await looked()).text();
		const { journal } = JSON.parse(text) as Shown;
		expect(journal).toMatchObject([{ problem: 'nowhere' }, { status: 400 }]);
		for (const secret of Object.values(emulator.account)) expect(text).not.toContain(secret);
	});

	it('presses, votes and reads; what is not there is refused', async () => {
		const buttons = [{ id: 'yes', label: 'Sim' }];
		const asked = await post('/send-button-list', {
			...{ phone: ANA, message: 'Pode ser?', buttonList: { buttons } },
		});
		expect((await look()).chats.find(({ id }) => id === ANA)?.unread).toBe(1);
		expect(await act('read', { chat: ANA })).toBe(200);
		expect(await act('press', { message: asked.messageId, id: 'yes' })).toBe(200);
		expect(await act('press', { message: asked.messageId, id: 'no' })).toBe(400);
		const poll = [{ name: 'Sábado' }, { name: 'Domingo' }];
		const { messageId } = await post('/send-poll', { phone: BLOCK, message: 'Quando?', poll });
		expect(await act('vote', { message: messageId, options: ['Domingo'], as: ANA })).toBe(200);
		const { messages } = await look();
		expect(messages).toMatchObject([
			{ status: 'READ' },
			{ view: { text: 'Sim' } },
			{ view: { poll: { options: [{ voters: [] }, { name: 'Domingo', voters: [ANA] }] } } },
		]);
	});

	it('writes as the business, by hand on the connected phone, which is told only if it is asked for', async () => {
		await listen();
		const hand = { chat: ANA, byHand: true };
		expect(await act('write', { ...hand, text: 'Aqui é a Bia' })).toBe(200);
		expect((await look()).journal.at(-1)).toMatchObject({ problem: 'notAsked' });
		await client.answer(emulator, '/update-notify-sent-by-me', {
			...{ method: 'PUT', body: { notifySentByMe: true } },
		});
		await act('write', { ...hand, text: 'Já vejo' });
		await until(() => posted.length === 1);
		const own = { fromMe: true, fromApi: false, status: 'RECEIVED', senderName: '5511900000000' };
		expect(posted).toMatchObject([{ ...own, phone: ANA, text: { message: 'Já vejo' } }]);
		const { messages } = await look();
		expect(messages).toMatchObject([{ isByHand: true }, { fromMe: true, isByHand: true }]);
		await act('write', { ...hand, chat: BLOCK, text: 'Bom dia, vizinhos' });
		await until(() => posted.length === 2);
		expect(posted[1]).toMatchObject({ ...own, phone: BLOCK, participantPhone: '5511900000000' });
	});

	it('sends a file, and fetches one that was sent as it is, which cannot run', async () => {
		const data = Buffer.from('OggS').toString('base64');
		await act('file', { chat: ANA, name: 'nota.ogg', mimeType: 'audio/ogg', data, seconds: 3 });
		const document = `data:text/html;base64,${Buffer.from('<script>').toString('base64')}`;
		await post('/send-document/html', { phone: ANA, document });
		const [voice, page] = (await look()).messages.map(({ view }) => view.media?.url ?? '');
		expect(await (await fetch(voice ?? '')).text()).toBe('OggS');
		const sent = await fetch(emulator.baseUrl + page);
		expect(await sent.text()).toBe('<script>');
		expect(sent.headers.get('content-type')).toBe('application/octet-stream');
	});

	it('goes offline and online again, and only then sends what waits', async () => {
		await act('disconnect', {});
		await sendText(ANA, 'Oi');
		expect((await look()).messages).toMatchObject([{ status: 'QUEUED' }]);
		await act('connect', {});
		expect((await look()).messages).toMatchObject([{ status: 'SENT' }]);
	});
});

describe('an emulator that tells at once', () => {
	it('tells of what was sent, without being asked to', async () => {
		await listen();
		await client.answer(emulator, '/update-notify-sent-by-me', {
			...{ method: 'PUT', body: { notifySentByMe: true } },
		});
		emulator.tellsAtOnce = true;
		await sendText(ANA, 'Oi, Ana');
		await until(() => posted.length === 1);
		expect(posted).toMatchObject([{ fromMe: true, text: { message: 'Oi, Ana' } }]);
		emulator.tellsAtOnce = false;
	});
});
