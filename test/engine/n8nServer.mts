import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Trigger } from './trigger.mts';

/** What an address of an n8n answers, as another n8n sees it. */
type Answers = (
	path: string,
	body: string,
	headers: Record<string, string>,
) => Promise<{ status: number; body: unknown }>;

/** n8n's own answer where no workflow listens. */
export function notRegistered(path: string) {
	const name = path.split('/').slice(2).join('/');
	return {
		status: 404,
		body: { code: 404, message: `The requested webhook "POST ${name}" is not registered.` },
	};
}

/**
 * An n8n that others can reach: posts at the addresses of its triggers arrive there, and for all others it has n8n's own
 * answer.
 */
export class N8nServer {
	/** Which paths were asked. */
	readonly asked: string[] = [];
	/** What its triggers logged when others asked them. */
	readonly logged: string[] = [];
	readonly #triggers = new Map<string, Trigger>();

	readonly url: string;
	readonly #server: Server;

	private constructor(server: Server) {
		const { port } = server.address() as AddressInfo;
		this.#server = server;
		this.url = `http://127.0.0.1:${port}`;
	}

	/** @param answer replaces what n8n answers */
	static async start(answer?: Answers): Promise<N8nServer> {
		const server = createServer();
		await new Promise<void>((resolve) => {
			server.listen(0, '127.0.0.1', resolve);
		});
		const n8n = new N8nServer(server);
		server.on('request', (request, response) => {
			void (async () => {
				const path = request.url ?? '';
				n8n.asked.push(path);
				const body = await text(request);
				const given = await (answer ?? n8n.#answer.bind(n8n))(path, body, request.headers as never);
				const isText = typeof given.body === 'string';
				response.writeHead(given.status, {
					'Content-Type': isText ? 'text/html' : 'application/json',
				});
				response.end(isText ? given.body : JSON.stringify(given.body));
			})();
		});
		return n8n;
	}

	/** Lets a trigger be reached at its address. */
	publish(trigger: Trigger): void {
		this.#triggers.set(new URL(trigger.address).pathname, trigger);
	}

	async #answer(path: string, body: string, headers: Record<string, string>) {
		const trigger = this.#triggers.get(path);
		if (!trigger) return notRegistered(path);
		const received = await trigger.post(body, headers);
		this.logged.push(received.logged);
		return received;
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
