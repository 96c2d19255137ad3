import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOfBody } from 'node:stream/consumers';
import { freePort } from '../../tools/launcher/n8n.mts';
import { startLoadBalancer, type LoadBalancer } from '../../tools/launcher/queue/loadBalancer.mts';

let balancer: LoadBalancer;
let servers: Server[];

/** Starts a server that answers with its name, and with what it got. */
async function startServer(name: string): Promise<string> {
	const server = createServer((request, response) => {
		void textOfBody(request).then((text) => {
			response.writeHead(201, { 'content-type': 'text/plain', 'x-name': name });
			response.end(`${name} ${request.method} ${request.url} ${text}`);
		});
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(async () => {
	servers = [];
	balancer = await startLoadBalancer();
	balancer.main = await startServer('main');
	balancer.webhookProcesses = [await startServer('A'), await startServer('B')];
});

afterEach(async () => {
	await balancer.close();
	for (const server of servers) server.close();
});

async function post(path: string): Promise<{ status: number; text: string }> {
	const answer = await fetch(balancer.url + path, { method: 'POST', body: 'ção' });
	return { status: answer.status, text: await answer.text() };
}

describe('the load balancer', () => {
	it('lets the webhook processes take turns with what they answer', async () => {
		const texts: string[] = [];
		for (const path of ['/webhook/a?b=1', '/webhook-waiting/1/x', '/form/a', '/form-waiting/1']) {
			const { status, text } = await post(path);
			expect(status).toBe(201);
			expect(text.slice(1)).toBe(` POST ${path} ção`);
			texts.push(text.slice(0, 1));
		}
		expect(texts.sort()).toEqual(['A', 'A', 'B', 'B']);
	});

	it.each(['/', '/rest/login', '/webhook-test/a', '/form-test/a', '/webhooks'])(
		'leads %s to the main process',
		async (path) => {
			expect((await post(path)).text).toBe(`main POST ${path} ção`);
		},
	);

	it("passes over a webhook process that doesn't listen, and says so if none does", async () => {
		const nobody = `http://127.0.0.1:${await freePort()}`;
		balancer.webhookProcesses = [nobody, ...balancer.webhookProcesses.slice(0, 1)];
		for (let call = 0; call < 2; call++) {
			expect((await post('/webhook/a')).text).toBe('A POST /webhook/a ção');
		}
		balancer.webhookProcesses = [nobody];
		expect((await post('/webhook/a')).status).toBe(502);
		balancer.webhookProcesses = [];
		expect((await post('/webhook/a')).status).toBe(502);
	});
});
