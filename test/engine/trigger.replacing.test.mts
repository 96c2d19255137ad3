import { startEmulator, type Emulator } from '../../tools/emulator/emulator.mts';
import { ALL_ADDRESSES, FOREIGN, REPLACE, useWorld } from './registration.mts';
import type { Trigger } from './trigger.mts';

const world = useWorld();

describe('an address that is in the way', () => {
	it.each([
		['false', FOREIGN],
		['true', undefined],
	])('is replaced only if the switch means so, also as a text: %s', async (text, left) => {
		world.addresses().ReceivedCallback = FOREIGN;
		const trigger = world.newTrigger({ options: { replaceExisting: text } });
		await trigger.activate().catch(() => {});
		expect(world.addresses().ReceivedCallback).toBe(left ?? trigger.address);
	});

	it('stops the activation, and names the event and the host but no more of the address', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		const error = await world
			.newTrigger()
			.activate()
			.catch((thrown: Error) => thrown);
		expect(String((error as Error).message)).toBe(
			'Z-API already sends "Message Received" to crm.example.com. Z-API keeps one address per event. ' +
				'Remove that address in the Z-API panel, unpublish the workflow that uses it, or turn on this ' +
				"node's option Replace Existing Addresses.",
		);
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
		expect(world.setters()).toEqual([]);
	});

	it('names every event in the way, and sets none of the others', async () => {
		world.addresses().DeliveryCallback = FOREIGN;
		world.addresses().ConnectedCallback = 'https://other.example.org/';
		await expect(world.newTrigger({ events: ['all'] }).activate()).rejects.toThrow(
			'Z-API already sends "Message Sent or Failed" to crm.example.com, and "WhatsApp Connected" to other.example.org.',
		);
		expect(world.setters()).toEqual([]);
	});

	it('does not matter for events that were not chosen', async () => {
		world.addresses().DeliveryCallback = FOREIGN;
		const trigger = world.newTrigger();
		await trigger.activate();
		await trigger.deactivate();
		expect(world.addresses()).toMatchObject({ ReceivedCallback: '', DeliveryCallback: FOREIGN });
	});

	it('stops a test, too', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		await expect(world.newTrigger().startTest()).rejects.toThrow('Z-API already sends');
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('is replaced if asked for, and put back', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		const trigger = world.newTrigger(REPLACE);
		await trigger.activate();
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
		await trigger.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('is put back after n8n was restarted', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		const trigger = world.newTrigger(REPLACE);
		await trigger.activate();
		world.restart();
		expect(await trigger.isRegistered()).toBe(true);
		await trigger.start();
		await trigger.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('of another kind of webhook of this n8n is put back, too', async () => {
		const other = 'http://127.0.0.1:1/webhook/8a9e6f3c-5f43-4d2e-9d7b-0a3f1c2b4d5e';
		world.addresses().ReceivedCallback = other;
		const trigger = world.newTrigger(REPLACE);
		await trigger.activate();
		world.restart();
		await trigger.start();
		await trigger.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(other);
	});

	it('is put back once, however often the workflow is activated', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		const trigger = world.newTrigger(REPLACE);
		await trigger.activate();
		await trigger.activate();
		await trigger.start();
		await trigger.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
		await trigger.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('stays when someone has set it after ours', async () => {
		const trigger = world.newTrigger();
		await trigger.activate();
		world.addresses().ReceivedCallback = FOREIGN;
		await trigger.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});
});

describe('a credential that was changed to another instance', () => {
	let other: Emulator;
	beforeEach(async () => {
		other = await startEmulator({ account: { instance: 'OTHER0000OTHER0000OTHER0000OTHER' } });
	});
	afterEach(async () => await other.close());

	/** @returns the same workflow, with the other instance's credential */
	function withOther({ address, staticData }: Trigger, parameters: object) {
		const webhookId = address.split('/').at(-2);
		const credential = { ...other.account, baseUrl: other.baseUrl };
		return world.newTrigger(parameters, { credential, webhookId, staticData });
	}

	it('lets the other one send all events from the next start, and then be as it was', async () => {
		const parameters = { events: ['all'], alsoSentByMe: true };
		const before = world.newTrigger(parameters);
		await before.activate();
		world.restart();
		Object.assign(other.state, { notifySentByMe: true });
		const trigger = withOther(before, parameters);
		await trigger.start();
		expect(Object.values(other.state.webhooks)).toEqual(ALL_ADDRESSES.map(() => trigger.address));
		await trigger.deactivate();
		expect(Object.values(other.state.webhooks)).toEqual(ALL_ADDRESSES.map(() => ''));
		expect(other.state.notifySentByMe).toBe(true);
	});

	it('leaves the other one alone when the workflow is unpublished', async () => {
		const parameters = { events: ['all'], alsoSentByMe: true };
		const before = world.newTrigger(parameters);
		await before.activate();
		Object.assign(other.state, { notifySentByMe: true });
		other.state.webhooks.ProxyCallback = FOREIGN;
		await withOther(before, parameters).deactivate();
		expect(other.state.webhooks.ProxyCallback).toBe(FOREIGN);
		expect(other.state.notifySentByMe).toBe(true);
	});
});
