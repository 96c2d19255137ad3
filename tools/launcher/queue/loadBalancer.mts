import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

const HOST = '127.0.0.1';

/** What n8n's webhook processes answer: everything but the editor, its interface, and tests of webhooks. */
const FOR_WEBHOOK_PROCESSES = /^\/(webhook|webhook-waiting|form|form-waiting|mcp)\//;

/** The one address of an n8n in queue mode, as a load balancer in front of its processes gives it. */
export interface LoadBalancer {
	/** Without a slash at the end. */
	url: string;
	/** Where the main process answers. */
	main: string;
	/** Where the webhook processes answer. They take turns; one that doesn't listen is passed over. */
	webhookProcesses: string[];
	close(): Promise<void>;
}

function passOn(
	{ method, url, headers }: IncomingMessage,
	body: Buffer,
	target: string,
): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		const passed = request(`${target}${url}`, { method, headers, agent: false }, resolve);
		passed.once('error', reject);
		passed.end(body);
	});
}

/** Whether a request can't have arrived, and so may be sent to another process. */
function isNotListening(error: unknown): boolean {
	return (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';
}

async function answer(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	targets: string[],
): Promise<void> {
	const body = await buffer(incoming);
	for (const target of targets) {
		try {
			const answered = await passOn(incoming, body, target);
			outgoing.writeHead(answered.statusCode ?? 502, answered.headers);
			answered.on('error', () => outgoing.destroy());
			answered.pipe(outgoing);
			return;
		} catch (error) {
			if (!isNotListening(error)) break;
		}
	}
	outgoing.writeHead(502).end();
}

/**
 * Starts a load balancer on loopback, before the processes that it leads to: they have to know its address from the
 * start.
 */
export async function startLoadBalancer(): Promise<LoadBalancer> {
	let turn = 0;
	const inTurn = (targets: string[]) => {
		turn += 1;
		return targets.map((_, index) => targets[(turn + index) % targets.length] ?? '');
	};
	const balancer = { url: '', main: '', webhookProcesses: [] as string[] };
	const server = createServer((incoming, outgoing) => {
		const { main, webhookProcesses } = balancer;
		const isForThem = FOR_WEBHOOK_PROCESSES.test(incoming.url ?? '');
		const targets = isForThem ? inTurn(webhookProcesses) : [main];
		answer(incoming, outgoing, targets).catch(() => outgoing.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, HOST, resolve);
	});
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	balancer.url = `http://${HOST}:${port}`;
	return Object.assign(balancer, {
		close: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	});
}
