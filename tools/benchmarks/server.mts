import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What the bench asks of the server: a new port for each measurement, and how many requests came to it. */
export type ServerRequest = 'open' | 'count' | 'close';

/** The server's answer: the port it listens on now, or the requests that came since it was opened. */
export interface ServerReply {
	port?: number;
	requests?: number;
}

const ANSWER = JSON.stringify({ success: true });

/** More than the system allows, so that the system's own limit holds. */
const LONGEST_QUEUE = 65_535;

/** The first part of the path says how many milliseconds the answer takes, as in `/100/instances/…`. */
function latencyOf(path = ''): number {
	return Number(/^\/(\d+)\//.exec(path)?.[1] ?? 0);
}

let server: Server | undefined;
let requests = 0;

function reply(message: ServerReply): void {
	process.send?.(message);
}

function open(): void {
	requests = 0;
	server = createServer((request, response) => {
		requests++;
		request.on('error', () => {});
		// The body is read to its end, but not kept.
		request.resume().once('end', () => {
			void wait(latencyOf(request.url)).then(() => {
				response.writeHead(200, { 'Content-Type': 'application/json' }).end(ANSWER);
			});
		});
	});
	// A side that prepares thousands of requests keeps its connections waiting, and none of them may be dropped.
	server.keepAliveTimeout = 0;
	server.headersTimeout = 0;
	server.requestTimeout = 0;
	server.listen(0, '127.0.0.1', LONGEST_QUEUE, () => {
		const address = server?.address();
		if (address && typeof address === 'object') reply({ port: address.port });
	});
}

process.on('message', (message: ServerRequest) => {
	if (message === 'open') return open();
	if (message === 'close') {
		server?.close();
		server?.closeAllConnections();
	}
	reply({ requests });
});
// It never outlives the bench.
process.on('disconnect', () => process.exit(0));
