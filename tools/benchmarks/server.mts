import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { selfSigned } from '../selfSigned.mts';

/** What the bench asks of the server: a new port for each measurement, and how many requests came to it. */
export type ServerRequest = 'open' | 'count' | 'close';

/** The server's answer: the ports it listens on now, or the requests that came since it was opened. */
export interface ServerReply {
	port?: number;
	/** With TLS. */
	securePort?: number;
	/** What makes the one with TLS trusted. */
	certificate?: string;
	requests?: number;
}

const ANSWER = JSON.stringify({ success: true });

/** More than the system allows, so that the system's own limit holds. */
const LONGEST_QUEUE = 65_535;

/** The first part of the path says how many milliseconds the answer takes, as in `/100/instances/…`. */
function latencyOf(path = ''): number {
	return Number(/^\/(\d+)\//.exec(path)?.[1] ?? 0);
}

const identity = selfSigned('localhost');

let servers: Array<Server | SecureServer> = [];
let requests = 0;

function reply(message: ServerReply): void {
	process.send?.(message);
}

const answer: RequestListener = (request, response) => {
	requests++;
	request.on('error', () => {});
	// The body is read to its end, but not kept.
	request.resume().once('end', () => {
		void wait(latencyOf(request.url)).then(() => {
			response.writeHead(200, { 'Content-Type': 'application/json' }).end(ANSWER);
		});
	});
};

async function listen(server: Server | SecureServer, host: string): Promise<number> {
	// A side that prepares thousands of requests keeps its connections waiting, and none of them may be dropped.
	server.keepAliveTimeout = 0;
	server.headersTimeout = 0;
	server.requestTimeout = 0;
	server.listen(0, host, LONGEST_QUEUE);
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

async function open(): Promise<void> {
	requests = 0;
	const [plain, secure] = [createServer(answer), createSecureServer(identity, answer)];
	servers = [plain, secure];
	const [port, securePort] = [await listen(plain, '127.0.0.1'), await listen(secure, 'localhost')];
	reply({ port, securePort, certificate: identity.cert });
}

process.on('message', (message: ServerRequest) => {
	if (message === 'open') return void open();
	if (message === 'close') {
		for (const server of servers) {
			server.close();
			server.closeAllConnections();
		}
	}
	reply({ requests });
});
// It never outlives the bench.
process.on('disconnect', () => process.exit(0));
