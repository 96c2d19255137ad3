import { FOREIGN, REPLACE, useWorld } from './registration.mts';

const world = useWorld();

function both() {
	const { receivedAndDelivery } = world.emulator.state;
	return [world.addresses().ReceivedCallback, receivedAndDelivery];
}

describe('the second address for messages', () => {
	it('is left alone while it is free', async () => {
		const trigger = world.newTrigger();
		await trigger.activate();
		expect(both()).toEqual([trigger.address, '']);
		await trigger.deactivate();
		expect(world.setters()).toEqual(['/update-webhook-received', '/update-webhook-received']);
	});

	it('is in the way when another program has it, in words', async () => {
		world.emulator.state.receivedAndDelivery = FOREIGN;
		const error = await world
			.newTrigger()
			.activate()
			.catch((thrown: Error) => thrown.message);
		expect(error).toContain(
			'Another program at crm.example.com gets the messages of both directions',
		);
		expect(error).not.toContain('s3cret');
		expect(both()).toEqual(['', FOREIGN]);
		expect(world.setters()).toEqual([]);
	});

	it("doesn't matter for other events", async () => {
		world.emulator.state.receivedAndDelivery = FOREIGN;
		await world.newTrigger({ events: ['connected'] }).activate();
		expect(both()).toEqual(['', FOREIGN]);
	});

	it('is replaced with the first one, and both are given back', async () => {
		const earlier = 'https://shop.example.com/hook';
		world.addresses().ReceivedCallback = earlier;
		world.emulator.state.receivedAndDelivery = FOREIGN;
		world.emulator.state.notifySentByMe = true;
		const trigger = world.newTrigger(REPLACE);
		await trigger.activate();
		expect(both()).toEqual([trigger.address, trigger.address]);
		await trigger.deactivate();
		expect(both()).toEqual([earlier, FOREIGN]);
		expect(world.emulator.state.notifySentByMe).toBe(true);
	});

	it('is given back also after n8n was killed and started', async () => {
		world.emulator.state.receivedAndDelivery = FOREIGN;
		const trigger = world.newTrigger(REPLACE);
		await trigger.activate();
		world.restart();
		await trigger.start();
		expect(both()).toEqual([trigger.address, trigger.address]);
		await trigger.deactivate();
		expect(both()).toEqual(['', FOREIGN]);
	});

	it('that another program has set meanwhile is said at the next start, and left', async () => {
		const trigger = world.newTrigger();
		await trigger.activate();
		world.emulator.state.receivedAndDelivery = FOREIGN;
		world.restart();
		await trigger.start();
		expect(both()).toEqual([trigger.address, FOREIGN]);
		expect(trigger.failedExecutions).toEqual([
			expect.stringContaining('gets the messages of both directions'),
		]);
		await trigger.deactivate();
		expect(both()).toEqual(['', FOREIGN]);
	});
});
