import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOST = '127.0.0.1';

/** The status with which a tunnel says that nobody is behind it. */
const NOBODY = 530;

/** An address that leads to an n8n, as a domain or a tunnel does. */
export interface Domain {
	/** Without a slash at the end. */
	url: string;
	/** Leads nowhere from then on, and says so, as a tunnel does whose owner is gone. */
	abandon(): void;
	/** Nobody is there from then on. */
	close(): Promise<void>;
}

/**
 * Opens an address on this machine, with a port of its own, behind which an n8n is.
 *
 * @param target the n8n's address, without a slash at the end
 * @param path what the address has before n8n's own paths, such as `/automation`
 */
export async function openDomain(target: string, path = ''): Promise<Domain> {
	let isAbandoned = false;

	function pass(incoming: IncomingMessage, response: ServerResponse): void {
		const { url = '/', method, headers } = incoming;
		if (isAbandoned || !url.startsWith(path)) {
			response.writeHead(isAbandoned ? NOBODY : 404).end();
			return;
		}
		const passed = request(target + url.slice(path.length), { method, headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		passed.once('error', () => response.writeHead(NOBODY).end());
		incoming.pipe(passed);
	}

	const server = createServer(pass);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, HOST, resolve);
	});
	return {
		url: `http://${HOST}:${(server.address() as AddressInfo).port}${path}`,
		abandon() {
			isAbandoned = true;
			// Nothing has to wait for it any more.
			server.unref();
		},
		async close() {
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
		},
	};
}
