import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A request as it came in, byte by byte. */
export interface RawRequest {
	method: string;
	/** Path and query. */
	target: string;
	/** All of it: request line, headers and body. */
	raw: Buffer;
	/** How many came before it. */
	index: number;
}

/** Meets one request: with bytes, with silence, or by ending the connection in some way. */
export type Meet = (socket: Socket, request: RawRequest) => void;

/** A server that treats some requests as told, and answers the others well. */
export interface FaultyServer {
	/** `http://127.0.0.1:<port>` */
	baseUrl: string;
	requests: RawRequest[];
	/** How many connections were made, also those without a request. */
	connections: () => number;
	/** Ends open connections too, and resolves when done. */
	close(): Promise<void>;
}

interface Options {
	/** What happens to the requests that are hit; `refuse` lets them find nobody listening. */
	fault: Meet | 'refuse';
	/** Which requests are hit. Of those that are refused, only the index is known. */
	hits: (request: Pick<RawRequest, 'index'> & Partial<RawRequest>) => boolean;
	/** Answers the others. */
	well: Meet;
}

const LINE = '\r\n';
const END_OF_HEADERS = LINE + LINE;

/**
 * Sends an answer in which everything is as it should be.
 *
 * @param body an object is sent as JSON
 * @param headers added to those that are needed
 */
export function answer(
	socket: Socket,
	body: object | string | Buffer,
	status = '200 OK',
	...headers: string[]
): void {
	const content = Buffer.isBuffer(body)
		? body
		: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	const length = `Content-Length: ${content.length}`;
	socket.write(headOf(status, 'Content-Type: application/json', length, ...headers));
	socket.end(content);
}

/** @returns the first line and the headers of an answer that is the last one on its connection */
export function headOf(status: string, ...headers: string[]): string {
	return [`HTTP/1.1 ${status}`, 'Connection: close', ...headers].join(LINE) + END_OF_HEADERS;
}

/** Repeats something until the other side has gone away or lost patience for good. */
export function keepOn(
	socket: Socket,
	act: () => void,
	milliseconds = 40,
	forMilliseconds = 60_000,
): void {
	const repeating = setInterval(act, milliseconds);
	const ending = setTimeout(() => socket.destroy(), forMilliseconds);
	socket.once('close', () => {
		clearInterval(repeating);
		clearTimeout(ending);
	});
}

/** Hands a request on to another server, and its answer back. */
export function forwardTo(baseUrl: string): Meet {
	const { hostname, port } = new URL(baseUrl);
	return (socket, { raw }) => {
		const end = raw.indexOf(END_OF_HEADERS);
		const head = raw.toString('latin1', 0, end).replace(/\r\nconnection:[^\r]*/i, '');
		const upstream = connect(Number(port), hostname);
		upstream.on('error', () => socket.destroy());
		upstream.write(`${head}${LINE}Connection: close${END_OF_HEADERS}`, 'latin1');
		upstream.write(raw.subarray(end + END_OF_HEADERS.length));
		upstream.pipe(socket);
		socket.once('close', () => upstream.destroy());
	};
}

/** @returns the request, once it has arrived whole */
function readRequest(received: Buffer, index: number): RawRequest | undefined {
	const end = received.indexOf(END_OF_HEADERS);
	if (end === -1) return undefined;
	const head = received.toString('latin1', 0, end);
	const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
	if (received.length < end + END_OF_HEADERS.length + length) return undefined;
	const [method = '', target = ''] = head.split(' ', 2);
	return { method, target, raw: received, index };
}

/**
 * Stops to listen for as long as it takes some of this process's connections to find nobody there.
 *
 * @returns ends it
 */
function refuseConnections(server: Server, hits: Options['hits']): () => void {
	const { port } = server.address() as AddressInfo;
	let index = 0;
	const watch = (message: unknown) => {
		const { socket } = message as { socket: Socket };
		// Node tells of an attempt right before it makes it.
		socket.once('connectionAttempt', (_address, itsPort) => {
			if (itsPort !== port) return;
			const isHit = hits({ index });
			index += 1;
			if (!isHit) return;
			server.close();
			socket.once('error', () => server.listen(port, '127.0.0.1'));
		});
	};
	subscribe('net.client.socket', watch);
	return () => {
		unsubscribe('net.client.socket', watch);
	};
}

/** Starts a server on this machine's loopback address that speaks in bytes, so that it can break every rule. */
export async function startFaultyServer({ fault, hits, well }: Options): Promise<FaultyServer> {
	const requests: RawRequest[] = [];
	const open = new Set<Socket>();
	let connections = 0;
	const server = createServer((socket) => {
		connections += 1;
		open.add(socket);
		socket.once('close', () => open.delete(socket));
		// The client hangs up on some faults, as it may.
		socket.on('error', () => {});
		let received = Buffer.alloc(0);
		socket.on('data', (chunk) => {
			received = Buffer.concat([received, chunk]);
			const request = readRequest(received, requests.length);
			if (!request) return;
			received = Buffer.alloc(0);
			requests.push(request);
			const meet = fault !== 'refuse' && hits(request) ? fault : well;
			meet(socket, request);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 1024, resolve));
	const { port } = server.address() as AddressInfo;
	const stopRefusing = fault === 'refuse' ? refuseConnections(server, hits) : () => {};
	return {
		baseUrl: `http://127.0.0.1:${port}`,
		requests,
		connections: () => connections,
		async close() {
			stopRefusing();
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
