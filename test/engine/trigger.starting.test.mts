import { setTimeout } from 'node:timers/promises';
import { takeLog } from './log.mts';
import { N8nServer } from './n8nServer.mts';
import { again, FOREIGN, REPLACE, useWorld } from './registration.mts';
import type { Trigger } from './trigger.mts';

const world = useWorld();
const servers: N8nServer[] = [];

async function n8nAt(answer?: Parameters<typeof N8nServer.start>[0]) {
	const server = await N8nServer.start(answer);
	servers.push(server);
	return server;
}

afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});

function requests() {
	return world.emulator.requests.map(({ method, path }) => `${method} ${path}`);
}

/** The same workflow in an n8n that has another address. */
function moved(trigger: Trigger, n8nUrl: string, parameters = {}) {
	return again(world, trigger, parameters, { n8nUrl });
}

describe("n8n's start", () => {
	it('reads once where all is right, and changes nothing', async () => {
		const trigger = world.newTrigger();
		await trigger.activate();
		world.restart();
		const before = requests().length;
		const { staticData } = trigger;
		await trigger.start();
		expect(requests().slice(before)).toEqual(['GET /me']);
		expect(trigger.staticData).toBe(staticData);
		expect(world.clock.waiting).toBeLessThanOrEqual(1);
	});

	it('sets what a killed test has left, and reads whether it was set', async () => {
		const trigger = world.newTrigger();
		await trigger.activate();
		await trigger.startTest();
		world.restart();
		const before = requests().length;
		await trigger.start();
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
		expect(requests().slice(before)).toEqual([
			'GET /me',
			'PUT /update-webhook-received',
			'GET /me',
		]);
	});

	it('gives a replaced workflow its events back once the other one is unpublished', async () => {
		const [one, two] = [world.newTrigger(), world.newTrigger(REPLACE)];
		await one.activate();
		await two.activate();
		world.restart();
		for (const trigger of [one, two]) await trigger.start();
		await two.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(one.address);
	});

	it('leaves the address of another program, also with Replace, and says so once', async () => {
		const trigger = world.newTrigger(REPLACE);
		await trigger.activate();
		world.addresses().ReceivedCallback = FOREIGN;
		world.restart();
		await trigger.start();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
		expect(trigger.failedExecutions).toEqual([
			expect.stringContaining('Z-API already sends "Message Received" to crm.example.com.'),
		]);
	});

	it('never throws when Z-API is down', async () => {
		const trigger = world.newTrigger();
		await trigger.activate();
		world.restart();
		world.emulator.misbehave({ when: () => true, times: 1, hangUp: 'before' });
		await trigger.start();
		expect(trigger.failedExecutions).toHaveLength(1);
		await trigger.deactivate();
	});
});

describe('n8n that has moved', () => {
	it('takes over what n8n at the earlier address no longer has', async () => {
		const old = await n8nAt();
		const trigger = world.newTrigger({}, { n8nUrl: old.url });
		await trigger.activate();
		world.restart();
		const after = moved(trigger, 'http://127.0.0.1:3');
		await after.start();
		expect(world.addresses().ReceivedCallback).toBe(after.address);
		expect(after.log.join('\n')).toContain('has moved from');
	});

	it.each([404, 410, 530, 200])('takes over where it sees the status %i', async (status) => {
		const old = await n8nAt(async () => await Promise.resolve({ status, body: 'Nothing here' }));
		const trigger = world.newTrigger({}, { n8nUrl: old.url });
		await trigger.activate();
		world.restart();
		const after = moved(trigger, 'http://127.0.0.1:3');
		await after.start();
		expect(world.addresses().ReceivedCallback).toBe(after.address);
	});

	it.each([401, 502, 302])('waits where it sees the status %i', async (status) => {
		let seen = status;
		const old = await n8nAt(async () => await Promise.resolve({ status: seen, body: 'Hm' }));
		const trigger = world.newTrigger({}, { n8nUrl: old.url });
		await trigger.activate();
		world.restart();
		const after = moved(trigger, 'http://127.0.0.1:3');
		await expect(after.activate()).rejects.toThrow(
			`it answered with status ${status}. If nobody uses that address any more, turn on`,
		);
		await after.start();
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
		expect(after.failedExecutions).toEqual([expect.stringContaining(`status ${status}`)]);
		seen = 404;
		world.clock.pass(5_000);
		let logged = '';
		while (!logged.includes('gets its events now')) {
			await setTimeout(10);
			logged += takeLog();
		}
		expect(world.addresses().ReceivedCallback).toBe(after.address);
		const before = requests().length;
		world.clock.pass(600_000);
		await setTimeout(50);
		expect(requests()).toHaveLength(before);
	});
});

describe('a copy of n8n, while the first one lives', () => {
	async function published() {
		const production = await n8nAt();
		const trigger = world.newTrigger({}, { n8nUrl: production.url });
		await trigger.activate();
		production.publish(trigger);
		world.restart();
		return { trigger, copy: moved(trigger, 'http://127.0.0.1:3') };
	}

	it('changes nothing at its start, nor when it is unpublished, and says so', async () => {
		const { trigger, copy } = await published();
		await copy.start();
		expect(copy.failedExecutions).toEqual([expect.stringContaining('Another n8n at 127.0.0.1')]);
		await copy.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
		expect(world.setters()).toHaveLength(1);
	});

	it("can't be published, unless it replaces", async () => {
		const { trigger, copy } = await published();
		await expect(copy.activate()).rejects.toThrow('has this workflow, too');
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
		const replacing = moved(trigger, 'http://127.0.0.1:3', REPLACE);
		await replacing.activate();
		expect(world.addresses().ReceivedCallback).toBe(replacing.address);
		await replacing.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
	});

	it.each([
		['of this package before it knew pings', 400, { error: 'This event has no known type' }],
		['with another token', 403, { error: "This ping isn't signed with the token of the instance" }],
	])('takes the answer %s for somebody', async (_what, status, body) => {
		const production = await n8nAt(async () => await Promise.resolve({ status, body }));
		const trigger = world.newTrigger({}, { n8nUrl: production.url });
		await trigger.activate();
		world.restart();
		await moved(trigger, 'http://127.0.0.1:3').start();
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
	});
});
