import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { endpointOf, endpoints } from '../../tools/contract/endpoints.mts';
import webhooks from '../../tools/contract/webhooks.json' with { type: 'json' };
import * as client from '../../tools/emulator/client.mts';
import { documentedEvents, startEmulator, type Emulator } from '../../tools/emulator/emulator.mts';
import { seedState } from '../../tools/emulator/seed.mts';
import type { CallbackType } from '../../tools/emulator/types.mts';
import { useEmulator } from '../useEmulator.mts';
import { isOnThisMachine } from '../../tools/emulator/webhooks.mts';

const BLOCK = '120363100000000012-group';
const ANA = '5511900000001';
const CHANNEL = '120363600000000061@newsletter';

let emulator: Emulator;
useEmulator((started) => (emulator = started));

const { ok } = client;
const get = (path: string, of = emulator) => client.answer(of, path);
const post = (path: string, body: object) => client.answer(emulator, path, { body });
const put = (path: string, body: object, of = emulator) =>
	client.answer(of, path, { method: 'PUT', body });

function refused(error: string) {
	return client.refused(400, error);
}

const types = webhooks.map(({ event, configuredBy, meField }) => ({
	...{ type: event as CallbackType, path: configuredBy.replace('PUT ', ''), meField },
}));

const unset = Object.fromEntries(types.map(({ type }) => [type, '']));

/** What `GET /me` shows of the webhooks. */
async function shown() {
	const body = (await get('/me')).body as Record<string, unknown>;
	const names = Object.keys(body).filter((name) => /CallbackUrl$|SentByMe$/.test(name));
	return Object.fromEntries(names.map((name) => [name, body[name]]));
}

describe('the documented webhooks', () => {
	it('have samples of their own type, each with a title of its own', () => {
		expect(types.map(({ type }) => type).sort()).toEqual(Object.keys(seedState().webhooks).sort());
		for (const { event, samples } of webhooks) {
			expect(samples.length).toBeGreaterThan(0);
			expect(samples.map(({ body }) => body.type)).toEqual(samples.map(() => event));
			expect(new Set(samples.map(({ title }) => title)).size).toBe(samples.length);
		}
	});

	it('are shown in the documented fields, and have the documented setters', () => {
		const shape = endpointOf('instance-me').response.shape ?? {};
		const setters = endpoints.filter(({ method }) => method === 'PUT').map(({ path }) => path);
		for (const { meField, path } of types) {
			if (meField) expect(Object.keys(shape)).toContain(meField);
			expect(setters).toContain(path);
		}
		expect(types.filter(({ meField }) => !meField)).toMatchObject([{ type: 'ProxyCallback' }]);
	});
});

describe('the address of a webhook', () => {
	const nothing = {
		...{ connectedCallbackUrl: '', deliveryCallbackUrl: '', disconnectedCallbackUrl: '' },
		...{ messageStatusCallbackUrl: '', presenceChatCallbackUrl: '', receivedCallbackUrl: '' },
		...{ initialDataCallbackUrl: '', receiveCallbackSentByMe: false },
		...{ receivedAndDeliveryCallbackUrl: '', receivedStatusCallbackUrl: '' },
	};
	const address = 'https://example.com/webhook';

	it('is empty at the start', async () => {
		expect(emulator.state).toMatchObject({ webhooks: unset, notifySentByMe: false });
		expect(await shown()).toEqual(nothing);
	});

	it.each(types)('is set for $type alone, and shown', async ({ type, path, meField }) => {
		expect(await put(path, { value: address })).toEqual(ok({ value: true }));
		expect(emulator.state.webhooks).toEqual({ ...unset, [type]: address });
		expect(await shown()).toEqual({ ...nothing, ...(meField ? { [meField]: address } : {}) });
		expect(await put(path, { value: `${address}/other` })).toEqual(ok({ value: true }));
		expect(emulator.state.webhooks).toEqual({ ...unset, [type]: `${address}/other` });
	});

	it('is set for all of them at once', async () => {
		await put('/update-webhook-delivery', { value: `${address}/delivery` });
		expect(await put('/update-every-webhooks', { value: address })).toEqual(ok({ value: true }));
		const every = Object.fromEntries(types.map(({ type }) => [type, address]));
		expect(emulator.state).toMatchObject({ webhooks: every, notifySentByMe: false });
		const fields = types.flatMap(({ meField }) => (meField ? [[meField, address]] : []));
		expect(await shown()).toEqual({ ...nothing, ...Object.fromEntries(fields) });
	});

	it.each([...types.map(({ path }) => path), '/update-every-webhooks'])(
		'is unset with an empty one: %s',
		async (path) => {
			await put(path, { value: address });
			expect(await put(path, { value: '' })).toEqual(ok({ value: true }));
			expect(emulator.state.webhooks).toEqual(unset);
		},
	);

	it.each([
		...['http://example.com/webhook', 'http://192.168.0.1:5678/', 'http://localhost.example.com/'],
		...['http://127.0.0.1.example.com/', 'http://user:127.0.0.1@example.com/'],
		...['ftp://localhost/', 'example.com', 'https://', 'https', ' ', '/webhook'],
	])('is refused unless it is https: %j', async (value) => {
		const error = refused('value must be an https address');
		for (const path of ['/update-webhook-received', '/update-proxy-webhook']) {
			expect(await put(path, { value })).toEqual(error);
		}
		expect(await put('/update-every-webhooks', { value, notifySentByMe: true })).toEqual(error);
		expect(emulator.state).toEqual(seedState());
	});

	const local = ['http://127.0.0.1:5678/webhook', 'http://localhost/', 'http://[::1]:5678/a?b=c'];

	it.each(local)('may be http on this machine: %s', async (value) => {
		for (const path of ['/update-webhook-connected', '/update-every-webhooks']) {
			expect(await put(path, { value })).toEqual(ok({ value: true }));
		}
		expect(emulator.state.webhooks.ProxyCallback).toBe(value);
	});

	it('may not be http even there, if the emulator is told so', async () => {
		const other = await startEmulator({ httpsWebhooksOnly: true });
		try {
			for (const value of local) {
				for (const path of ['/update-webhook-connected', '/update-every-webhooks']) {
					const answer = await put(path, { value }, other);
					expect(answer).toEqual(refused('value must be an https address'));
				}
			}
			for (const value of ['https://localhost/', address, '']) {
				const answer = await put('/update-webhook-connected', { value }, other);
				expect(answer).toEqual(ok({ value: true }));
				expect(other.state.webhooks).toEqual({ ...unset, ConnectedCallback: value });
			}
		} finally {
			await other.close();
		}
	});

	it('is gone after a reset', async () => {
		await put('/update-every-webhooks', { value: address, notifySentByMe: true });
		emulator.reset();
		expect(await shown()).toEqual(nothing);
	});
});

describe('being told of messages of the instance itself', () => {
	const isOn = async () => (await shown()).receiveCallbackSentByMe;

	it('is set alone', async () => {
		for (const notifySentByMe of [true, false]) {
			const answer = await put('/update-notify-sent-by-me', { notifySentByMe });
			expect(answer).toEqual(ok({ value: true }));
			expect(await isOn()).toBe(notifySentByMe);
		}
		expect(emulator.state.webhooks).toEqual(unset);
	});

	it('is set with all webhooks, and left as it is without being named', async () => {
		const value = 'https://example.com/';
		for (const notifySentByMe of [true, undefined, false, undefined]) {
			const before = await isOn();
			await put('/update-every-webhooks', { value, notifySentByMe });
			expect(await isOn()).toBe(notifySentByMe ?? before);
		}
	});
});

interface ShownChat {
	phone: string;
	name?: string;
	lastMessageTime: string;
	isGroup: boolean;
	isGroupAnnouncement: boolean;
}

async function chats(page = 1, pageSize = 100) {
	const { status, body } = await get(`/chats?page=${page}&pageSize=${pageSize}`);
	expect(status).toBe(200);
	return body as ShownChat[];
}

async function chatOf(phone: string) {
	const found = (await chats()).filter((chat) => chat.phone === phone);
	expect(found).toHaveLength(1);
	return found[0] as ShownChat;
}

describe('GET /chats', () => {
	it('has the groups that the connected number is in, then the other chats', async () => {
		const groups = (await get('/groups?page=1&pageSize=100')).body as ShownChat[];
		const all = await chats();
		const expected = [...groups, ...seedState().chats].map(({ phone, name }) => [phone, name]);
		expect(all.map(({ phone, name }) => [phone, name])).toEqual(expected);
		expect(new Set(all.map(({ phone }) => phone)).size).toBe(all.length);
	});

	it('has people with names, someone without, and a channel', async () => {
		const others = (await chats()).filter((chat) => !chat.phone.endsWith('-group'));
		expect(await chatOf(ANA)).toMatchObject({ name: 'Ana Souza', isGroup: false });
		const unnamed = others.filter((chat) => !('name' in chat));
		expect(unnamed).toMatchObject([
			{ phone: expect.stringMatching(/^55119000000\d\d$/) as unknown },
		]);
		const channels = others.filter(({ phone }) => phone.endsWith('@newsletter'));
		expect(channels).toMatchObject([
			{ phone: CHANNEL, isGroup: false, isGroupAnnouncement: false },
		]);
	});

	it('tells groups, announcement groups and other chats apart', async () => {
		const { communities } = emulator.state;
		const announcements = communities.flatMap(({ subGroups }) =>
			subGroups.flatMap(({ phone, isGroupAnnouncement }) => (isGroupAnnouncement ? [phone] : [])),
		);
		for (const { phone, isGroup, isGroupAnnouncement } of await chats()) {
			const isAnnouncement = announcements.includes(phone);
			const isOrdinary = !isAnnouncement && /-group$|-\d{10}$/.test(phone);
			expect([phone, isGroup, isGroupAnnouncement]).toEqual([phone, isOrdinary, isAnnouncement]);
		}
	});

	it('has the documented fields in the documented types', async () => {
		const shape = endpointOf('get-chats').response.shape as object[];
		const [documented = {}] = shape;
		const typesOf = (chat: object) =>
			Object.fromEntries(Object.entries(chat).map(([name, value]) => [name, typeof value]));
		for (const chat of await chats()) {
			expect(typesOf({ name: '', ...chat })).toEqual(typesOf(documented));
		}
	});

	it('tells times in seconds, and the time of a text that was sent', async () => {
		const start = Math.floor(Date.now() / 1000);
		for (const phone of [BLOCK, ANA, CHANNEL]) {
			expect((await chatOf(phone)).lastMessageTime).toMatch(/^1[67]\d{8}$/);
			expect(Number((await chatOf(phone)).lastMessageTime)).toBeLessThan(start);
			await post('/send-text', { phone, message: 'Olá' });
			expect(Number((await chatOf(phone)).lastMessageTime)).toBeGreaterThanOrEqual(start);
		}
	});

	it('comes in pages, which must be asked for', async () => {
		const all = await chats();
		expect(await chats(1, 3)).toEqual(all.slice(0, 3));
		expect(await chats(2, 3)).toEqual(all.slice(3, 6));
		expect(await chats(99, 3)).toEqual([]);
		expect(await get('/chats')).toEqual(refused('Query parameter page is missing'));
		expect(await get('/chats?page=1')).toEqual(refused('Query parameter pageSize is missing'));
		expect(await get('/chats?page=0&pageSize=1')).toEqual(refused('page must be at least 1'));
	});
});

describe('POST /send-text', () => {
	const text = { phone: ANA, message: 'Olá, *Ana*' };

	it.each([
		[{}],
		[{ delayMessage: 3, delayTyping: 15 }],
		[{ editMessageId: '3EB0' }],
		[{ privateAnswer: true }],
		[{ phone: BLOCK }],
		[{ phone: CHANNEL }],
		[{ phone: '5511900000077' }],
		[{ phone: BLOCK, mentioned: [ANA], delayTyping: 2, editMessageId: '3EB0' }],
		[{ phone: BLOCK, groupMentioned: [{ phone: BLOCK, subject: 'Bloco A' }], delayTyping: 2 }],
		[{ phone: BLOCK, mentionAll: true, delayTyping: 2, privateAnswer: false }],
	])('accepts %j, and remembers it', async (fields) => {
		const { status, body } = await post('/send-text', { ...text, ...fields });
		const { zaapId, messageId } = body as { zaapId: string; messageId: string };
		expect({ status, body }).toEqual(ok({ zaapId, messageId, id: messageId }));
		expect(messageId).toMatch(/^[0-9A-F]{20}$/);
		const sent = { ...text, ...fields };
		expect(emulator.state.messages).toMatchObject([
			{
				zaapId,
				messageId,
				phone: sent.phone,
				fields: sent,
				content: { text: { message: text.message } },
			},
		]);
	});

	it.each([[{}], [{ mentioned: [ANA] }], [{ mentionAll: true }]])(
		'keeps the message that is answered apart from the answer itself: %j',
		async (fields) => {
			const answer = { phone: BLOCK, message: 'Sim', ...fields };
			const { body } = await post('/send-text', { ...answer, messageId: '3EB0' });
			const { zaapId, messageId } = body as { zaapId: string; messageId: string };
			expect(messageId).toMatch(/^[0-9A-F]{20}$/);
			expect(emulator.state.messages).toMatchObject([
				{ zaapId, messageId, phone: BLOCK, fields: answer, quotedMessageId: '3EB0' },
			]);
		},
	);

	it('names what is wrong', async () => {
		const send = (fields: object) => post('/send-text', { ...text, ...fields });
		expect(await send({ message: undefined })).toEqual(refused('message is missing'));
		expect(await send({ delayTyping: 16 })).toEqual(refused('delayTyping must be at most 15'));
		expect(await send({ messageId: 7 })).toEqual(refused('messageId must be of type string'));
		expect(await send({ image: 'a' })).toEqual(refused('image is unknown'));
		const late = { phone: BLOCK, mentionAll: true, delayTyping: 16 };
		expect(await send(late)).toEqual(refused('delayTyping must be at most 15'));
		expect(emulator.state.messages).toEqual([]);
	});
});

describe('documentedEvents', () => {
	it('has every sample of every type, as the instance sends it', () => {
		const events = documentedEvents({ instance: 'MINE' });
		const expected = webhooks.flatMap(({ event, samples }) =>
			samples.map(({ title, body }) => ({
				...{ type: event, title },
				body: { ...body, instanceId: 'MINE' },
			})),
		);
		expect(events).toEqual(expected);
		expect(events.length).toBeGreaterThan(90);
	});

	it('is new each time', () => {
		const [event] = documentedEvents(emulator.account);
		(event?.body.text as { message: string }).message = 'changed';
		expect(documentedEvents(emulator.account)[0]?.body).not.toMatchObject({
			text: { message: 'changed' },
		});
	});
});

describe('isOnThisMachine', () => {
	it.each([
		...['http://127.0.0.1', 'https://127.0.0.1:5678/a', 'http://127.8.9.1/', 'http://localhost:1'],
		...['http://LOCALHOST/', 'http://[::1]:5678/', 'http://127.1/'],
	])('takes %s', (address) => expect(isOnThisMachine(address)).toBe(true));

	it.each([
		...[
			'http://10.0.0.1/',
			'http://example.com/',
			'http://localhost.example.com/',
			'http://[::2]/',
		],
		...['http://127.0.0.1.example.com/', 'http://localhost@example.com/', 'file://localhost/a'],
		...['', 'localhost', '127.0.0.1'],
	])('does not take %j', (address) => expect(isOnThisMachine(address)).toBe(false));
});

describe('emit', () => {
	interface Received {
		method: string | undefined;
		url: string | undefined;
		contentType: string | undefined;
		body: Record<string, unknown>;
	}

	let server: Server;
	let host: string;
	let received: Received[];
	let respond: RequestListener;

	beforeAll(async () => {
		server = createServer((incoming, response) => {
			const { method, url, headers } = incoming;
			void readAll(incoming).then((body) => {
				const contentType = headers['content-type'];
				received.push({ method, url, contentType, body: JSON.parse(body) as Received['body'] });
				respond(incoming, response);
			});
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	beforeEach(() => {
		received = [];
		respond = (_incoming, response) => response.end('Obrigado');
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	const set = (type: CallbackType, address: string) => (emulator.state.webhooks[type] = address);

	it.each(types)('posts the first sample of $type to the address set', async ({ type, path }) => {
		await put('/update-every-webhooks', { value: `${host}/every`, notifySentByMe: true });
		await put(path, { value: `${host}/webhook?type=${type}` });
		expect(await emulator.emit({ type })).toEqual({ status: 200, text: 'Obrigado' });
		const sample = documentedEvents(emulator.account).find((event) => event.type === type)?.body;
		expect(sample).toMatchObject({ type, instanceId: emulator.account.instance });
		expect(received).toEqual([
			{
				...{ method: 'POST', url: `/webhook?type=${type}`, contentType: 'application/json' },
				body: sample,
			},
		]);
	});

	it('posts every sample', async () => {
		await put('/update-every-webhooks', { value: host, notifySentByMe: true });
		const events = documentedEvents(emulator.account);
		for (const { type, title } of events) await emulator.emit({ type, title });
		expect(received.map(({ body }) => body)).toEqual(events.map(({ body }) => body));
	});

	it('replaces fields of the sample, each as a whole, even the instance', async () => {
		set('ReceivedCallback', host);
		const body = { instanceId: 'FOREIGN', image: { caption: 'Olá' }, extra: 1 };
		await emulator.emit({ type: 'ReceivedCallback', title: 'image', body });
		expect(received[0]?.body).toMatchObject({ type: 'ReceivedCallback', ...body });
		expect(received[0]?.body.image).toEqual({ caption: 'Olá' });
	});

	it('sends nothing where no address is set', async () => {
		await put('/update-every-webhooks', { value: host, notifySentByMe: true });
		set('DeliveryCallback', '');
		expect(await emulator.emit({ type: 'DeliveryCallback' })).toBeUndefined();
		expect(received).toEqual([]);
		expect(await emulator.emit({ type: 'ConnectedCallback' })).toMatchObject({ status: 200 });
	});

	it('tells of received messages of the instance itself only if asked to', async () => {
		set('ReceivedCallback', host);
		set('MessageStatusCallback', host);
		const own = { type: 'ReceivedCallback', body: { fromMe: true } };
		const titled = { type: 'ReceivedCallback', title: 'message pinned' };
		for (const event of [own, titled]) expect(await emulator.emit(event)).toBeUndefined();
		expect(received).toEqual([]);
		await emulator.emit({ ...titled, body: { fromMe: false } });
		await emulator.emit({ type: 'MessageStatusCallback', body: { fromMe: true } });
		expect(received).toHaveLength(2);
		await put('/update-notify-sent-by-me', { notifySentByMe: true });
		for (const event of [own, titled]) await emulator.emit(event);
		expect(received).toHaveLength(4);
	});

	it('gives whatever the webhook answers, and follows it nowhere', async () => {
		set('ConnectedCallback', host);
		respond = (_incoming, response) => response.writeHead(404).end('{"code":404}');
		const emit = () => emulator.emit({ type: 'ConnectedCallback' });
		expect(await emit()).toEqual({ status: 404, text: '{"code":404}' });
		respond = (_incoming, response) => response.writeHead(307, { Location: '/elsewhere' }).end();
		expect(await emit()).toEqual({ status: 307, text: '' });
		expect(received).toHaveLength(2);
	});

	it('does not send anything off this machine', async () => {
		const fetching = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('Sent'));
		try {
			for (const address of ['https://example.com/', 'http://127.0.0.1.example.com/']) {
				set('ConnectedCallback', address);
				await expect(emulator.emit({ type: 'ConnectedCallback' })).rejects.toThrow(
					`${address} isn't on this machine`,
				);
			}
			expect(fetching).not.toHaveBeenCalled();
		} finally {
			fetching.mockRestore();
		}
	});

	it('tells an unknown type or title, and a webhook that is not there', async () => {
		const event = (type: string, title?: string) =>
			emulator.emit(title === undefined ? { type } : { type, title });
		await expect(event('Received')).rejects.toThrow('No documented event Received');
		await expect(event('ConnectedCallback', 'image')).rejects.toThrow(
			'No documented event ConnectedCallback of the title image',
		);
		set('ConnectedCallback', await deadAddress());
		await expect(event('ConnectedCallback')).rejects.toThrow('fetch failed');
	});

	async function deadAddress() {
		const other = await startEmulator();
		await other.close();
		return other.baseUrl;
	}

	it('gives up on a webhook that does not answer in 30 seconds', async () => {
		set('ConnectedCallback', host);
		// The time is up as soon as the event has arrived, however long that takes.
		const time = new AbortController();
		respond = () => time.abort(new DOMException('timeout', 'TimeoutError'));
		const limit = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
		try {
			await expect(emulator.emit({ type: 'ConnectedCallback' })).rejects.toThrow('timeout');
			expect(limit).toHaveBeenCalledWith(30_000);
		} finally {
			limit.mockRestore();
		}
		expect(received).toHaveLength(1);
	});

	it('gives up when the emulator is reset or closed', async () => {
		respond = () => undefined;
		const other = await startEmulator();
		for (const [end, running] of [
			['reset', emulator],
			['close', other],
		] as const) {
			running.state.webhooks.ConnectedCallback = host;
			const given = expect(running.emit({ type: 'ConnectedCallback' })).rejects.toThrow('aborted');
			while (received.length === 0) await wait(1);
			await running[end]();
			await given;
			received = [];
		}
	});
});

describe('files', () => {
	const content = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]);
	const file = (name: string, init?: RequestInit) =>
		fetch(`${emulator.baseUrl}/files/${name}`, init);

	beforeEach(() => {
		emulator.files.set('foto.png', { contentType: 'image/png', content });
	});

	it('are served as they are, without an account and without being counted', async () => {
		emulator.files.set('recibo nº 1.pdf', {
			contentType: 'application/pdf',
			content: Buffer.from('%PDF'),
		});
		const response = await file('foto.png?size=1');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('image/png');
		expect(response.headers.get('content-length')).toBe('6');
		expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
		const other = await file(encodeURIComponent('recibo nº 1.pdf'));
		expect([other.headers.get('content-type'), await other.text()]).toEqual([
			...['application/pdf', '%PDF'],
		]);
		expect(emulator.requests).toEqual([]);
	});

	it('are not found if they are not there, nor with another method or in an instance', async () => {
		expect((await file('outra.png')).status).toBe(404);
		expect(emulator.requests).toEqual([]);
		expect((await file('foto.png', { method: 'POST' })).status).toBe(404);
		expect((await client.send(emulator, '/files/foto.png')).status).toBe(404);
		expect(emulator.requests).toHaveLength(2);
	});

	it('are gone after a reset', async () => {
		const { files } = emulator;
		emulator.reset();
		expect(emulator.files).toBe(files);
		expect((await file('foto.png')).status).toBe(404);
	});

	it('can be slow, refused and broken off', async () => {
		const when = ({ path }: { path: string }) => path === '/files/foto.png';
		emulator.misbehave({ when, times: 1, delayMilliseconds: 60 });
		emulator.misbehave({ when, times: 1, answer: { status: 403, body: content } });
		emulator.misbehave({ when, times: 1, hangUp: 'before' });
		emulator.misbehave({ when, times: 1, hangUp: 'during' });
		const start = performance.now();
		expect((await file('foto.png')).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThanOrEqual(55);
		const forbidden = await file('foto.png');
		expect(forbidden.status).toBe(403);
		expect(Buffer.from(await forbidden.arrayBuffer())).toEqual(content);
		await expect(file('foto.png')).rejects.toThrow('fetch failed');
		const half = await file('foto.png');
		expect(half.headers.get('content-length')).toBe('6');
		await expect(half.arrayBuffer()).rejects.toThrow('terminated');
		expect((await file('foto.png')).status).toBe(200);
	});
});

describe('the command line', () => {
	it('sends the events that it is told to, and goes on without being told anything', async () => {
		const child = spawn(process.execPath, ['tools/emulator/run.mts']);
		const read = async () => String(((await once(child.stdout, 'data')) as [Buffer])[0]);
		const tell = (line: string) => {
			child.stdin.write(`${line}\n`);
			return read();
		};
		try {
			const help = await read();
			expect(help).toContain('emit ReceivedCallback [title');
			const [baseUrl = ''] = /http:\S+/.exec(help) ?? [];
			expect(await tell('emit ConnectedCallback')).toBe('Nothing is to be sent\n');
			// Another emulator knows nothing of webhooks, and so answers 404.
			const value = `${emulator.baseUrl}/webhook`;
			await put('/update-every-webhooks', { value }, { ...emulator, baseUrl });
			expect(await tell('emit MessageStatusCallback')).toMatch(/^404 \{"error":"NOT_FOUND"/);
			await tell(' emit ReceivedCallback  reply to a button list ');
			const told = emulator.requests.map(({ method, path, body }) => ({ method, path, body }));
			expect(told).toMatchObject([
				{ method: 'POST', path: '/webhook', body: { type: 'MessageStatusCallback' } },
				{ body: { type: 'ReceivedCallback', buttonsResponseMessage: {} } },
			]);
			expect(await tell('emit Unheard')).toBe('Error: No documented event Unheard\n');
			expect(await tell('help')).toBe('Only this is understood: emit <type> [title]\n');
			child.stdin.end();
			await wait(50);
			expect((await get('/status', { ...emulator, baseUrl })).status).toBe(200);
		} finally {
			child.kill();
		}
		expect(await once(child, 'exit')).toEqual([0, null]);
	});
});
