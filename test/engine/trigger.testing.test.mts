import { ALL_ADDRESSES, FOREIGN, REPLACE, useWorld } from './registration.mts';

const world = useWorld();

describe('a test', () => {
	it('sets its own address, and unsets it', async () => {
		const trigger = world.newTrigger();
		await trigger.startTest();
		expect(world.addresses().ReceivedCallback).toBe(trigger.testAddress);
		await trigger.endTest();
		expect(world.addresses().ReceivedCallback).toBe('');
	});

	it.each([
		['nothing', '', {}],
		['another address', FOREIGN, REPLACE],
	])(
		'beside the active workflow leaves its address in place; before it was %s',
		async (_what, before, parameters) => {
			world.addresses().ReceivedCallback = before;
			const trigger = world.newTrigger(parameters);
			await trigger.activate();
			await trigger.startTest();
			expect(world.addresses().ReceivedCallback).toBe(trigger.testAddress);
			await trigger.endTest();
			expect(world.addresses().ReceivedCallback).toBe(trigger.address);
			expect(await trigger.isRegistered()).toBe(true);
			await trigger.deactivate();
			expect(world.addresses().ReceivedCallback).toBe(before);
		},
	);

	it.each([
		['nothing', '', {}],
		['another address', FOREIGN, REPLACE],
	])(
		'that outlives the active workflow puts back what was before it: %s',
		async (_what, before, parameters) => {
			world.addresses().ReceivedCallback = before;
			const trigger = world.newTrigger(parameters);
			await trigger.activate();
			await trigger.startTest();
			await trigger.deactivate();
			await trigger.endTest();
			expect(world.addresses().ReceivedCallback).toBe(before);
		},
	);

	it.each([
		['nothing', '', {}],
		['another address', FOREIGN, REPLACE],
	])(
		'during which the workflow is activated leaves it alone; before it was %s',
		async (_what, before, parameters) => {
			world.addresses().ReceivedCallback = before;
			const trigger = world.newTrigger(parameters);
			await trigger.startTest();
			await trigger.activate();
			await trigger.endTest();
			expect(world.addresses().ReceivedCallback).toBe(trigger.address);
			await trigger.deactivate();
			expect(world.addresses().ReceivedCallback).toBe(before);
		},
	);

	it('during which the workflow is published anew puts back what was before both', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		const trigger = world.newTrigger(REPLACE);
		await trigger.activate();
		await trigger.startTest();
		await trigger.deactivate();
		await trigger.activate();
		await trigger.endTest();
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
		await trigger.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('that n8n lost in a crash is no address to go back to', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		const trigger = world.newTrigger(REPLACE);
		await trigger.activate();
		world.addresses().ReceivedCallback = trigger.testAddress;
		await trigger.start();
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
		await trigger.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('that fails shows its own error, and leaves nothing for n8n to clean up', async () => {
		world.emulator.misbehave({
			when: () => true,
			answer: { status: 401, body: { error: 'No entry' } },
		});
		await expect(world.newTrigger().startTest()).rejects.toThrow('No entry');
	});

	it.each([
		['', {}],
		['under a path of its own', { testPath: 'try/it' }],
	])('ends without an error, even if Z-API cannot be reached %s', async (_what, more) => {
		const trigger = world.newTrigger({}, more);
		await trigger.startTest();
		world.emulator.misbehave({ when: () => true, hangUp: 'before' });
		await trigger.endTest();
	});

	it('gives production its events back, even if Z-API refuses once', async () => {
		const trigger = world.newTrigger();
		await trigger.activate();
		await trigger.startTest();
		const when = ({ method }: { method: string }) => method === 'PUT';
		world.emulator.misbehave({ when, times: 1, answer: { status: 503, body: { error: 'Busy' } } });
		await trigger.endTest();
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
	});

	it('that is started twice gives production its events back', async () => {
		const trigger = world.newTrigger({ events: ['all'] });
		await trigger.activate();
		await trigger.startTest();
		await trigger.startTest();
		await trigger.endTest();
		expect(world.addresses()).toEqual(
			Object.fromEntries(ALL_ADDRESSES.map((type) => [type, trigger.address])),
		);
	});

	it('that is started twice puts the address of someone else back', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		const trigger = world.newTrigger(REPLACE);
		await trigger.startTest();
		await trigger.startTest();
		await trigger.endTest();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('that is started twice, and fails then, gives production its events back', async () => {
		const trigger = world.newTrigger({ alsoSentByMe: true });
		await trigger.activate();
		await trigger.startTest();
		world.emulator.state.notifySentByMe = false;
		const when = ({ path }: { path: string }) => path === '/update-notify-sent-by-me';
		world.emulator.misbehave({ when, answer: { status: 503, body: { error: 'Busy' } } });
		await expect(trigger.startTest()).rejects.toThrow('Busy');
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
	});

	it('that is started twice gives another workflow its events back', async () => {
		const [one, two] = [world.newTrigger(), world.newTrigger(REPLACE)];
		await one.activate();
		await two.startTest();
		await two.startTest();
		await two.endTest();
		expect(world.addresses().ReceivedCallback).toBe(one.address);
	});

	it('gives production back what another process of n8n has set', async () => {
		const trigger = world.newTrigger();
		await trigger.activate();
		world.restart();
		await trigger.startTest();
		await trigger.endTest();
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
	});

	it('of another workflow, lost in a crash, does not keep this one from starting again', async () => {
		const [one, two] = [world.newTrigger(), world.newTrigger(REPLACE)];
		await one.activate();
		await two.startTest();
		world.restart();
		await one.start();
		// The other one may be published, and started a moment later.
		expect(world.addresses().ReceivedCallback).toBe(two.testAddress);
		world.clock.pass(5_000);
		await world.untilReceivedBy(one);
		await one.deactivate();
	});

	it("that was killed with n8n doesn't keep what isn't shown, if something else shows that it was there", async () => {
		const trigger = world.newTrigger({ events: ['messageReceived', 'proxyFailed'] });
		await trigger.activate();
		await trigger.startTest();
		world.restart();
		await trigger.start();
		expect(world.addresses().ProxyCallback).toBe(trigger.address);
		await trigger.deactivate();
		expect(world.addresses()).toMatchObject({ ReceivedCallback: '', ProxyCallback: '' });
	});

	it('leaves messages that I sent as the active workflow has set them', async () => {
		const trigger = world.newTrigger({ alsoSentByMe: true });
		await trigger.activate();
		await trigger.startTest();
		await trigger.endTest();
		expect(world.emulator.state.notifySentByMe).toBe(true);
		await trigger.startTest();
		await trigger.deactivate();
		await trigger.endTest();
		expect(world.emulator.state.notifySentByMe).toBe(false);
	});
});
