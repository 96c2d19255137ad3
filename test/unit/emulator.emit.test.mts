import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import webhooks from '../../tools/contract/webhooks.json' with { type: 'json' };
import { documentedEvents, startEmulator } from '../../tools/emulator/emulator.mts';
import type { CallbackType } from '../../tools/emulator/types.mts';
import { isOnThisMachine } from '../../tools/emulator/webhooks.mts';
import { emulator, get, put, types } from './emulatorWebhooks.mts';

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
