import type { IDataObject } from 'n8n-workflow';
import { ALL_ADDRESSES, FOREIGN, REPLACE, useWorld } from './registration.mts';

const world = useWorld();

describe('events and the addresses they set', () => {
	it.each([
		['messageReceived', 'ReceivedCallback'],
		['notificationReceived', 'ReceivedCallback'],
		['messageSent', 'DeliveryCallback'],
		['messageStatus', 'MessageStatusCallback'],
		['chatPresence', 'PresenceChatCallback'],
		['disconnected', 'DisconnectedCallback'],
		['connected', 'ConnectedCallback'],
		['proxyFailed', 'ProxyCallback'],
	])('%s sets the one of %s, and unsets it', async (event, type) => {
		const trigger = world.newTrigger({ events: [event] });
		await trigger.activate();
		const others = ALL_ADDRESSES.filter((other) => other !== type);
		expect(world.addresses()[type]).toBe(trigger.address);
		expect(others.map((other) => world.addresses()[other])).toEqual(others.map(() => ''));
		// What Z-API doesn't show is set whenever a person publishes.
		expect(await trigger.isRegistered()).toBe(type !== 'ProxyCallback');

		await trigger.deactivate();
		expect(Object.values(world.addresses())).toEqual(ALL_ADDRESSES.map(() => ''));
		expect(await trigger.isRegistered()).toBe(false);
	});

	it('sets one address for messages and notifications together', async () => {
		await world.newTrigger({ events: ['messageReceived', 'notificationReceived'] }).activate();
		expect(world.setters()).toEqual(['/update-webhook-received']);
	});

	it('sets every address for all events', async () => {
		const trigger = world.newTrigger({ events: ['all'] });
		await trigger.activate();
		expect(Object.values(world.addresses())).toEqual(ALL_ADDRESSES.map(() => trigger.address));
		await trigger.deactivate();
		expect(Object.values(world.addresses())).toEqual(ALL_ADDRESSES.map(() => ''));
	});

	it('refuses no events at all', async () => {
		await expect(world.newTrigger({ events: [] }).activate()).rejects.toThrow(
			'Trigger On is empty. Choose at least one event.',
		);
		expect(world.setters()).toEqual([]);
	});

	it('refuses a filter that can never work, before anything is set', async () => {
		const chats = { values: [{ chatId: { __rl: true, mode: 'list', value: '' } }] };
		const trigger = world.newTrigger({ chats });
		await expect(trigger.activate()).rejects.toThrow('Only These Chats has an empty entry');
		expect(world.setters()).toEqual([]);
	});

	it.each<[string, IDataObject]>([
		['Include My Own Messages', { alsoSentByMe: 'maybe' }],
		['Download Files', { downloadMedia: 'maybe' }],
		['Simplify', { simplify: 'maybe' }],
		['Replace Existing Addresses', { options: { replaceExisting: 'maybe' } }],
	])('refuses what is neither yes nor no, before anything is set: %s', async (name, parameters) => {
		await expect(world.newTrigger(parameters).activate()).rejects.toThrow(
			`${name} isn't true or false: maybe. Use the switch, or an expression that returns true or false.`,
		);
		expect(world.setters()).toEqual([]);
	});
});

describe('messages that I sent', () => {
	it('are switched on with the first activation, and off again', async () => {
		const trigger = world.newTrigger({ alsoSentByMe: true });
		await trigger.activate();
		expect(world.emulator.state.notifySentByMe).toBe(true);
		await trigger.deactivate();
		expect(world.emulator.state.notifySentByMe).toBe(false);
	});

	it('stay on where they were on before', async () => {
		world.emulator.state.notifySentByMe = true;
		const trigger = world.newTrigger({ alsoSentByMe: true });
		await trigger.activate();
		await trigger.deactivate();
		expect(world.emulator.state.notifySentByMe).toBe(true);
	});

	it('are left alone without the option, and with events that have none', async () => {
		await world.newTrigger().activate();
		await world.newTrigger({ events: ['messageStatus'], alsoSentByMe: true }).activate();
		expect(world.setters()).toEqual(['/update-webhook-received', '/update-webhook-message-status']);
	});

	it('are switched on again when someone has switched them off', async () => {
		const trigger = world.newTrigger({ alsoSentByMe: true });
		await trigger.activate();
		world.emulator.state.notifySentByMe = false;
		await trigger.start();
		expect(world.emulator.state.notifySentByMe).toBe(true);
	});
});

describe("an answer that doesn't show what is set", () => {
	it.each([
		[{ message: 'try later' }],
		[{}],
		[[]],
		[{ id: '3C01', connected: true }],
		[{ receiveCallbackSentByMe: false, receivedCallbackUrl: { url: FOREIGN } }],
	])('stops the activation: %j', async (body) => {
		world.addresses().ReceivedCallback = FOREIGN;
		world.emulator.misbehave({ when: ({ path }) => path === '/me', answer: { body } });
		await expect(world.newTrigger(REPLACE).activate()).rejects.toThrow(
			"Z-API's response doesn't show where your instance sends its events, so nothing was changed",
		);
		expect(world.setters()).toEqual([]);
	});
});

describe("the address of this n8n, where Z-API isn't a stand-in on this machine", () => {
	const zApi = {
		instance: 'FACADE00FACADE00FACADE00FACADE00',
		token: 'DECADE11DECADE11DECADE11DECADE11',
		clientToken: 'FfeedfacefeedfacefeedfacefeedfaceS',
		baseUrl: 'https://z-api.invalid',
	};

	it.each([
		'http://localhost:5678',
		'https://localhost:5678',
		'http://n8n.example.com',
		'https://192.168.1.20',
		'https://n8n',
		'https://n8n.local',
	])('%s is refused', async (n8nUrl) => {
		const trigger = world.newTrigger({}, { n8nUrl, credential: zApi });
		await expect(trigger.activate()).rejects.toThrow(
			`Z-API can't send events to this n8n, whose address is ${n8nUrl}: it accepts only public https:// addresses. ` +
				"Set n8n's environment variable WEBHOOK_URL (in n8n 3: N8N_WEBHOOK_URL) to its public https:// address.",
		);
	});

	it('https on the internet is not refused', async () => {
		const trigger = world.newTrigger({}, { n8nUrl: 'https://n8n.example.com', credential: zApi });
		await expect(trigger.activate()).rejects.toThrow("Z-API can't be reached");
	});
});

describe('our own address in another spelling', () => {
	it.each([
		['capitals in the host', 'https://N8N.Example.COM/webhook/ID/webhook'],
		['the port', 'https://n8n.example.com:443/webhook/ID/webhook'],
		['a slash at the end', 'https://n8n.example.com/webhook/ID/webhook/'],
		['all of them', 'HTTPS://N8N.example.com:443/webhook/ID/webhook/'],
	])('is ours at activation and at deactivation: %s', async (_what, spelling) => {
		const trigger = world.newTrigger({}, { n8nUrl: 'https://n8n.example.com' });
		await trigger.activate();
		const shown = spelling.replace('ID', trigger.address.split('/').at(-2) ?? '');
		world.addresses().ReceivedCallback = shown;
		expect(await trigger.isRegistered()).toBe(true);
		await trigger.start();
		expect(world.addresses().ReceivedCallback).toBe(shown);
		await trigger.startTest();
		await trigger.endTest();
		await trigger.deactivate();
		expect(world.addresses().ReceivedCallback).toBe('');
	});
});
