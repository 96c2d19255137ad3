import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { LoadOptionsContext } from 'n8n-core';
import type { IHttpRequestOptions, ILoadOptionsFunctions, INode } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { seedAccount } from '../../tools/emulator/seed.mts';
import { faults, GOOD } from './faultList.mts';
import { answer, startFaultyServer, type FaultyServer, type Meet } from './faultyServer.mts';
import { additionalDataFor, credentialsHelperFor, loadPackage, nodeTypesOf } from './harness.mts';
import { selfSigned } from '../../tools/selfSigned.mts';

const TIMEOUT_MILLISECONDS = 300;

/** Makes a signed request in one of n8n's two ways. */
type Send = (options: object) => Promise<unknown>;

interface Senders {
	/** As our nodes do it. */
	httpRequest: Send;
	/** As n8n's HTTP Request node does it. */
	request: Send;
}

// Machines under load take their time, and collecting a test's garbage takes some, too.
jest.setTimeout(60_000);

const close: Array<() => unknown> = [];

afterEach(async () => {
	for (const end of close.splice(0)) await end();
});

/** @param stopped the signal of an execution that may be stopped */
async function sendersFor(baseUrl: string, stopped?: AbortSignal): Promise<Senders> {
	const loaded = await loadPackage();
	const node: INode = {
		id: 'node',
		name: 'Z-API',
		type: 'n8n-nodes-z-api.zApi',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { zApi: { id: '1', name: 'Z-API' } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf(loaded),
	});
	const helper = credentialsHelperFor(loaded.credentialType, { ...seedAccount, baseUrl });
	const plain = new LoadOptionsContext(workflow, node, additionalDataFor(helper), '');
	const context = Object.create(
		plain,
		stopped === undefined ? {} : { getExecutionCancelSignal: { value: () => stopped } },
	) as ILoadOptionsFunctions;
	const { helpers } = plain;
	return {
		httpRequest: async (options) =>
			(await helpers.httpRequestWithAuthentication.call(context, 'zApi', {
				url: '/x',
				...options,
			} as IHttpRequestOptions)) as unknown,
		request: async (options) =>
			(await helpers.requestWithAuthentication.call(context, 'zApi', {
				uri: `${baseUrl}/x`,
				...options,
			})) as unknown,
	};
}

async function serve(meet: Meet): Promise<FaultyServer> {
	const server = await startFaultyServer({ fault: meet, hits: () => true, well: meet });
	close.push(() => server.close());
	return server;
}

/** @returns the code of the error that it ends with, as far down as there is one */
async function codeOf(running: Promise<unknown>): Promise<unknown> {
	const error = await running.then(
		() => undefined,
		(reason: { code?: unknown; cause?: { code?: unknown } }) => reason,
	);
	return error?.code ?? error?.cause?.code;
}

/** Tells when the server's end of its only connection is closed. */
function watchClosing(meet: Meet): { meet: Meet; closed: Promise<unknown> } {
	const { promise, resolve } = Promise.withResolvers<unknown>();
	return {
		closed: promise,
		meet(socket, request) {
			socket.once('close', resolve);
			meet(socket, request);
		},
	};
}

const slow = faults.filter(({ isSlow }) => isSlow);

describe('a request with a timeout', () => {
	it.each(slow.map(({ name, meet }) => [name, meet as Meet]))(
		'ends in time when it meets %s',
		async (_name, meet) => {
			const watched = watchClosing(meet);
			const { baseUrl } = await serve(watched.meet);
			const { httpRequest } = await sendersFor(baseUrl, new AbortController().signal);
			expect(await codeOf(httpRequest({ timeout: TIMEOUT_MILLISECONDS }))).toMatch(
				/^(ERR_CANCELED|ECONNABORTED)$/,
			);
			await watched.closed;
		},
	);

	it.each(slow.map(({ name, meet }) => [name, meet as Meet]))(
		'ends with its execution when it meets %s',
		async (_name, meet) => {
			const stop = new AbortController();
			const watched = watchClosing(meet);
			const { baseUrl } = await serve(watched.meet);
			const { httpRequest } = await sendersFor(baseUrl, stop.signal);
			const code = codeOf(httpRequest({ timeout: 60_000 }));
			await wait(100);
			stop.abort();
			expect(await code).toBe('ERR_CANCELED');
			await watched.closed;
		},
	);

	it('leaves neither a timer nor memory behind', async () => {
		setFlagsFromString('--expose-gc');
		const collect = runInNewContext('gc') as () => void;
		const { baseUrl } = await serve((socket) => answer(socket, GOOD));
		const { httpRequest } = await sendersFor(baseUrl, new AbortController().signal);
		const signals: Array<WeakRef<AbortSignal>> = [];
		const makeSignal = AbortSignal.timeout.bind(AbortSignal);
		// A spy of jest's would keep all that it gives.
		AbortSignal.timeout = (milliseconds) => {
			const signal = makeSignal(milliseconds);
			signals.push(new WeakRef(signal));
			return signal;
		};
		close.push(() => {
			AbortSignal.timeout = makeSignal;
		});
		for (let count = 0; count < 20; count++) await httpRequest({ timeout: 300_000 });
		expect(signals).toHaveLength(20);
		await wait(50);
		for (let round = 0; round < 5; round++) {
			collect();
			await wait(20);
		}
		// A signal that is gone takes its timer with it. The last one may still be on the stack.
		expect(signals.filter((signal) => signal.deref() !== undefined).length).toBeLessThan(2);
	});
});

/**
 * Starts a proxy that reads along: to whoever asks for a server, it pretends to be that server.
 *
 * @returns its address, and all that it got to read
 */
async function startSpy(host: string): Promise<{ port: number; read: () => string }> {
	let read = '';
	const secureContext = createSecureContext(selfSigned(host));
	const meet = (socket: Socket) => {
		socket.on('error', () => {});
		socket.once('data', (first) => {
			read += first.toString();
			if (!first.toString().startsWith('CONNECT ')) return answer(socket, GOOD);
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			const secure = new TLSSocket(socket, { isServer: true, secureContext });
			secure.on('error', () => {});
			secure.on('data', (chunk: Buffer) => {
				read += chunk.toString();
				answer(secure as Socket, GOOD);
			});
		});
	};
	const server = createServer(meet).listen(0, '127.0.0.1');
	close.push(() => server.close());
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return { port, read: () => read };
}

describe('who stands between n8n and Z-API', () => {
	const host = 'z-api.example.com';
	const unverified = {
		skipSslCertificateValidation: true,
		rejectUnauthorized: false,
		agentOptions: { rejectUnauthorized: false },
	};
	const proxied = (port: number) => ({
		httpRequest: { ...unverified, proxy: { protocol: 'http', host: '127.0.0.1', port } },
		request: { ...unverified, proxy: `http://127.0.0.1:${port}` },
	});
	const ways = ['httpRequest', 'request'] as const;

	it.each(ways)('reads no signed %s, even if certificates may be anything', async (way) => {
		const spy = await startSpy(host);
		const senders = await sendersFor(`https://${host}`);
		const code = await codeOf(senders[way](proxied(spy.port)[way]));
		expect(spy.read()).toContain(`CONNECT ${host}:443`);
		expect(spy.read()).not.toContain('GET ');
		expect(code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
	});

	it.each(ways)('could read a %s to anyone else', async (way) => {
		const spy = await startSpy('other.example.com');
		const senders = await sendersFor(`https://${host}`);
		const elsewhere = { url: 'https://other.example.com/x', uri: 'https://other.example.com/x' };
		await senders[way]({ ...elsewhere, ...proxied(spy.port)[way] });
		expect(spy.read()).toContain('GET /x');
		expect(spy.read()).not.toContain(seedAccount.token);
	});

	it.each(ways)('is asked for no signed %s to this machine', async (way) => {
		const spy = await startSpy('127.0.0.1');
		const { baseUrl, requests } = await serve((socket) => answer(socket, GOOD));
		const senders = await sendersFor(baseUrl);
		await senders[way](proxied(spy.port)[way]);
		expect(spy.read()).toBe('');
		expect(requests).toHaveLength(1);
	});
});

it.each(['httpRequest', 'request'] as const)(
	'a signed %s names the host it goes to',
	async (way) => {
		const { baseUrl, requests } = await serve((socket) => answer(socket, GOOD));
		const senders = await sendersFor(baseUrl);
		const headers = { Host: 'a.example.com', common: { host: 'b.example.com' } };
		await senders[way]({ headers });
		const head = requests[0]?.raw.toString() ?? '';
		expect(head).toMatch(new RegExp(`^host: ${new URL(baseUrl).host}\r$`, 'im'));
		expect(head).not.toContain('example.com');
	},
);

// Z-API answers 415 to a request that names no type.
it.each(['httpRequest', 'request'] as const)('a signed %s names its type', async (way) => {
	const { baseUrl, requests } = await serve((socket) => answer(socket, GOOD));
	const senders = await sendersFor(baseUrl);
	await senders[way]({});
	await senders[way]({ method: 'POST' });
	await senders[way]({ method: 'PUT', body: { value: 'a' } });
	const form = { httpRequest: { body: new URLSearchParams('a=b') }, request: { form: { a: 'b' } } };
	await senders[way]({ method: 'POST', ...form[way] });
	const types = requests.map(({ raw }) => /^content-type: ([^;\r]*)/im.exec(raw.toString())?.[1]);
	expect(types).toEqual([
		...['application/json', 'application/json', 'application/json'],
		'application/x-www-form-urlencoded',
	]);
});
