import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDomain } from '../../tools/launcher/life/domain.mts';

let server: Server;
let target: string;

beforeAll(async () => {
	server = createServer((incoming, response) => {
		void text(incoming).then((body) => {
			const { method, url, headers } = incoming;
			response.writeHead(418, { 'x-answer': 'yes' });
			response.end(JSON.stringify({ method, url, token: headers['z-api-token'], body }));
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
	server.close();
});

describe('an address that leads to an n8n', () => {
	it('passes on what is sent there, without its own path', async () => {
		const domain = await openDomain(target, '/n8n');
		const call = { method: 'PUT', body: 'Oi', headers: { 'z-api-token': 'T' } };
		const answer = await fetch(`${domain.url}/webhook/a?b=c`, call);
		expect([answer.status, answer.headers.get('x-answer')]).toEqual([418, 'yes']);
		const passed = { method: 'PUT', url: '/webhook/a?b=c', token: 'T', body: 'Oi' };
		expect(await answer.json()).toEqual(passed);
		expect((await fetch(new URL('/webhook/a', domain.url))).status).toBe(404);
		await domain.close();
		await expect(fetch(`${domain.url}/webhook/a`)).rejects.toThrow('fetch failed');
	});

	it('says so, as tunnels do, if nobody is behind it', async () => {
		const domain = await openDomain('http://127.0.0.1:9');
		expect((await fetch(domain.url)).status).toBe(530);
		await domain.close();
		const abandoned = await openDomain(target);
		abandoned.abandon();
		expect((await fetch(abandoned.url)).status).toBe(530);
		await abandoned.close();
	});
});
