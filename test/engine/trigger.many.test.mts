import { useWorld } from './registration.mts';
import type { Trigger } from './trigger.mts';

const world = useWorld();

/** The events that the triggers listen to, one each. */
const EVENTS = ['messageReceived', 'messageSent', 'messageStatus', 'connected', 'disconnected'];

function requestsSince(count: number) {
	return world.emulator.requests.slice(count).map(({ method, path }) => `${method} ${path}`);
}

async function published(): Promise<Trigger[]> {
	const triggers = EVENTS.map((event) => world.newTrigger({ events: [event] }));
	for (const trigger of triggers) await trigger.activate();
	return triggers;
}

describe('many triggers on one instance, when n8n starts all of them at once', () => {
	it('ask once each, and set only what is wrong, each once', async () => {
		const triggers = await published();
		const right = { ...world.addresses() };
		// As two tests leave them that were cut off.
		world.addresses().ReceivedCallback = triggers[0]?.testAddress ?? '';
		world.addresses().ConnectedCallback = triggers[3]?.testAddress ?? '';
		world.restart();
		const count = world.emulator.requests.length;
		await Promise.all(triggers.map(async (trigger) => await trigger.start()));
		expect(world.addresses()).toEqual(right);
		const made = requestsSince(count);
		expect(made.filter((request) => request.startsWith('PUT')).sort()).toEqual([
			'PUT /update-webhook-connected',
			'PUT /update-webhook-received',
		]);
		expect(made.filter((request) => request === 'GET /me')).toHaveLength(triggers.length + 2);
		expect(made).toHaveLength(triggers.length + 4);
	});

	it('set nothing again when n8n starts one of them twice at once', async () => {
		const [trigger] = await published();
		world.addresses().ReceivedCallback = trigger?.testAddress ?? '';
		world.restart();
		const count = world.emulator.requests.length;
		await Promise.all([trigger?.start(), trigger?.start()]);
		expect(requestsSince(count)).toEqual(['GET /me', 'PUT /update-webhook-received', 'GET /me']);
	});

	it('are silent afterwards', async () => {
		const triggers = await published();
		world.restart();
		await Promise.all(triggers.map(async (trigger) => await trigger.start()));
		const count = world.emulator.requests.length;
		world.clock.pass(3_600_000);
		await new Promise((resolve) => {
			setTimeout(resolve, 50);
		});
		expect(requestsSince(count)).toEqual([]);
	});
});
