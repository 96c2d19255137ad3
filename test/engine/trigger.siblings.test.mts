import { N8nServer } from './n8nServer.mts';
import { FOREIGN, REPLACE, useWorld } from './registration.mts';

const world = useWorld();

describe('two workflows on one instance', () => {
	it('can share the events between them', async () => {
		const [one, two] = [world.newTrigger(), world.newTrigger({ events: ['connected'] })];
		await Promise.all([one.activate(), two.activate()]);
		await one.deactivate();
		expect(world.addresses()).toMatchObject({
			ReceivedCallback: '',
			ConnectedCallback: two.address,
		});
	});

	it('cannot both have an event, and the second is told who has it', async () => {
		const [one, two] = [world.newTrigger(), world.newTrigger()];
		await one.activate();
		await expect(two.activate()).rejects.toThrow(
			'"Message Received" to 127.0.0.1:1, another workflow of this n8n.',
		);
		expect(world.addresses().ReceivedCallback).toBe(one.address);
	});

	it('cannot both have an event when n8n activates them at the same time', async () => {
		const triggers = [world.newTrigger(), world.newTrigger(), world.newTrigger()];
		const results = await Promise.allSettled(
			triggers.map(async (trigger) => await trigger.activate()),
		);
		expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
		expect(world.addresses().ReceivedCallback).toBe(triggers[0]?.address);
	});

	it('give an event back in turn', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		const [one, two] = [world.newTrigger(REPLACE), world.newTrigger(REPLACE)];
		await one.activate();
		await two.activate();
		await two.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(one.address);
		await one.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('give an event back past one that was deactivated meanwhile', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		const [one, two] = [world.newTrigger(REPLACE), world.newTrigger(REPLACE)];
		await one.activate();
		await two.activate();
		await one.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(two.address);
		await two.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('give an event back after taking it from each other again and again', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		const [one, two] = [world.newTrigger(REPLACE), world.newTrigger(REPLACE)];
		await one.activate();
		await two.activate();
		await one.deactivate();
		await one.activate();
		await two.deactivate();
		await two.activate();
		await one.deactivate();
		await two.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});
});

describe('two workflows on one instance, after n8n was restarted', () => {
	it.each([
		['the first', 0, 1],
		['the second', 1, 0],
	])(
		'give someone else the event back when %s is unpublished first',
		async (_what, first, second) => {
			world.addresses().ReceivedCallback = FOREIGN;
			const triggers = [world.newTrigger(REPLACE), world.newTrigger(REPLACE)];
			for (const trigger of triggers) await trigger.activate();
			world.restart();
			for (const trigger of triggers) await trigger.start();
			world.restart();
			for (const trigger of [...triggers].reverse()) await trigger.start();
			await triggers[first]?.deactivate();
			expect(world.addresses().ReceivedCallback).toBe(triggers[second]?.address);
			await triggers[second]?.deactivate();
			expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
		},
	);

	it('do not give the event to one that was unpublished meanwhile', async () => {
		const [one, two] = [world.newTrigger(), world.newTrigger(REPLACE)];
		await one.activate();
		await two.activate();
		await one.deactivate();
		world.restart();
		await two.start();
		await two.deactivate();
		expect(world.addresses().ReceivedCallback).toBe('');
	});

	it('do not give the event to one whose address could not be taken away', async () => {
		const server = await N8nServer.start();
		const n8nUrl = server.url;
		const [one, two] = [world.newTrigger({}, { n8nUrl }), world.newTrigger(REPLACE, { n8nUrl })];
		await one.activate();
		world.emulator.misbehave({ when: () => true, times: 1, hangUp: 'before' });
		await expect(one.deactivate()).rejects.toThrow('The connection to Z-API broke');
		await two.activate();
		await two.deactivate();
		expect(world.addresses().ReceivedCallback).toBe('');
		await server.close();
	});

	it('keep an address of someone else that was set meanwhile', async () => {
		const [one, two] = [world.newTrigger(REPLACE), world.newTrigger(REPLACE)];
		world.addresses().ReceivedCallback = 'https://old.example.org/';
		await one.activate();
		world.addresses().ReceivedCallback = FOREIGN;
		await two.activate();
		await one.deactivate();
		await two.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});
});

describe('messages that I sent, wanted by two workflows', () => {
	const SENT = { alsoSentByMe: true, ...REPLACE };

	it.each([
		['', false, 0, 1],
		['in the other order', false, 1, 0],
		['after a restart', true, 0, 1],
		['after a restart, in the other order', true, 1, 0],
	])('are switched off after the last one %s', async (_what, isRestarted, first, second) => {
		const triggers = [world.newTrigger(SENT), world.newTrigger(SENT)];
		for (const trigger of triggers) await trigger.activate();
		if (isRestarted) {
			world.restart();
			for (const trigger of triggers) await trigger.start();
		}
		await triggers[first]?.deactivate();
		expect(world.emulator.state.notifySentByMe).toBe(true);
		await triggers[second]?.deactivate();
		expect(world.emulator.state.notifySentByMe).toBe(false);
	});

	it('stay on where they were on before both', async () => {
		world.emulator.state.notifySentByMe = true;
		const [one, two] = [world.newTrigger(SENT), world.newTrigger(SENT)];
		await one.activate();
		await two.activate();
		await one.deactivate();
		await two.deactivate();
		expect(world.emulator.state.notifySentByMe).toBe(true);
	});

	it.each([
		['the one that does not', 0, 1],
		['the one that wants them', 1, 0],
	])(
		'stay on where they were on before, if only one of two wants them; %s is unpublished first',
		async (_what, first, second) => {
			world.restart();
			world.emulator.state.notifySentByMe = true;
			const triggers = [world.newTrigger(REPLACE), world.newTrigger(SENT)];
			for (const trigger of triggers) await trigger.activate();
			await triggers[first]?.deactivate();
			await triggers[second]?.deactivate();
			expect(world.emulator.state.notifySentByMe).toBe(true);
		},
	);

	it('stay on where they were on before a workflow that does not want them and a test that does', async () => {
		world.restart();
		world.emulator.state.notifySentByMe = true;
		const [one, two] = [world.newTrigger(REPLACE), world.newTrigger(SENT)];
		await one.activate();
		await two.startTest();
		await two.endTest();
		expect(world.emulator.state.notifySentByMe).toBe(true);
	});

	it('stay on where nobody knows any more who switched them on', async () => {
		const trigger = world.newTrigger(SENT);
		await trigger.activate();
		trigger.staticData = {};
		world.restart();
		await trigger.deactivate();
		expect(world.emulator.state.notifySentByMe).toBe(true);
	});

	it('are switched off if only the one that wanted them is unpublished', async () => {
		const [one, two] = [world.newTrigger(SENT), world.newTrigger(REPLACE)];
		await one.activate();
		await two.activate();
		await one.deactivate();
		expect(world.emulator.state.notifySentByMe).toBe(false);
	});
});
