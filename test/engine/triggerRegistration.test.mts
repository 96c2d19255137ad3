import type { IDataObject } from 'n8n-workflow';
import { startEmulator, type Account, type Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { restartN8n, Trigger } from './trigger.mts';

let emulator: Emulator;
let account: Account & { baseUrl: string };
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

const FOREIGN = 'https://crm.example.com/hooks/whatsapp?key=s3cret';
const REPLACE = { options: { replaceExisting: true } };

/** Every test has addresses of its own: as long as n8n runs, the node knows which ones are active. */
let count = 0;
function newTrigger(parameters: object = {}, more: object = {}) {
	count += 1;
	return new Trigger(account, {
		parameters: { events: ['messageReceived'], ...parameters } as never,
		webhookId: `webhook-${count}`,
		...more,
	});
}

const ALL_ADDRESSES = [
	'ReceivedCallback',
	'DeliveryCallback',
	'MessageStatusCallback',
	'PresenceChatCallback',
	'DisconnectedCallback',
	'ConnectedCallback',
	'ProxyCallback',
] as const;

function addresses() {
	return emulator.state.webhooks as Record<string, string>;
}

function setters() {
	return emulator.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);
}

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
		const trigger = newTrigger({ events: [event] });
		await trigger.activate();
		const others = ALL_ADDRESSES.filter((other) => other !== type);
		expect(addresses()[type]).toBe(trigger.address);
		expect(others.map((other) => addresses()[other])).toEqual(others.map(() => ''));
		expect(await trigger.isRegistered()).toBe(true);

		await trigger.deactivate();
		expect(Object.values(addresses())).toEqual(ALL_ADDRESSES.map(() => ''));
		expect(await trigger.isRegistered()).toBe(false);
	});

	it('sets one address for messages and notifications together', async () => {
		await newTrigger({ events: ['messageReceived', 'notificationReceived'] }).activate();
		expect(setters()).toEqual(['/update-webhook-received']);
	});

	it('sets every address for all events', async () => {
		const trigger = newTrigger({ events: ['all'] });
		await trigger.activate();
		expect(Object.values(addresses())).toEqual(ALL_ADDRESSES.map(() => trigger.address));
		await trigger.deactivate();
		expect(Object.values(addresses())).toEqual(ALL_ADDRESSES.map(() => ''));
	});

	it('refuses no events at all', async () => {
		await expect(newTrigger({ events: [] }).activate()).rejects.toThrow(
			'Events is empty. Choose at least one event.',
		);
		expect(setters()).toEqual([]);
	});

	it('refuses a filter that can never work, before anything is set', async () => {
		const chats = { values: [{ chatId: { __rl: true, mode: 'list', value: '' } }] };
		const trigger = newTrigger({ chats });
		await expect(trigger.activate()).rejects.toThrow('Only These Chats has an empty entry');
		expect(setters()).toEqual([]);
	});

	it.each<[string, IDataObject]>([
		['Include My Own Messages', { alsoSentByMe: 'maybe' }],
		['Download Files', { downloadMedia: 'maybe' }],
		['Simplify', { simplify: 'maybe' }],
		['Replace Existing Addresses', { options: { replaceExisting: 'maybe' } }],
	])('refuses what is neither yes nor no, before anything is set: %s', async (name, parameters) => {
		await expect(newTrigger(parameters).activate()).rejects.toThrow(
			`${name} isn't true or false: maybe. Use the switch, or an expression that returns true or false.`,
		);
		expect(setters()).toEqual([]);
	});
});

describe('messages that I sent', () => {
	it('are switched on with the first activation, and off again', async () => {
		const trigger = newTrigger({ alsoSentByMe: true });
		await trigger.activate();
		expect(emulator.state.notifySentByMe).toBe(true);
		await trigger.deactivate();
		expect(emulator.state.notifySentByMe).toBe(false);
	});

	it('stay on where they were on before', async () => {
		emulator.state.notifySentByMe = true;
		const trigger = newTrigger({ alsoSentByMe: true });
		await trigger.activate();
		await trigger.deactivate();
		expect(emulator.state.notifySentByMe).toBe(true);
	});

	it('are left alone without the option, and with events that have none', async () => {
		await newTrigger().activate();
		await newTrigger({ events: ['messageStatus'], alsoSentByMe: true }).activate();
		expect(setters()).toEqual(['/update-webhook-received', '/update-webhook-message-status']);
	});

	it('are switched on again when someone has switched them off', async () => {
		const trigger = newTrigger({ alsoSentByMe: true });
		await trigger.activate();
		emulator.state.notifySentByMe = false;
		await trigger.activate('init');
		expect(emulator.state.notifySentByMe).toBe(true);
	});
});

describe('an address that is in the way', () => {
	it.each([
		['false', FOREIGN],
		['true', undefined],
	])('is replaced only if the switch means so, also as a text: %s', async (text, left) => {
		addresses().ReceivedCallback = FOREIGN;
		const trigger = newTrigger({ options: { replaceExisting: text } });
		await trigger.activate().catch(() => {});
		expect(addresses().ReceivedCallback).toBe(left ?? trigger.address);
	});

	it('stops the activation, and names the event and the host but no more of the address', async () => {
		addresses().ReceivedCallback = FOREIGN;
		const error = await newTrigger()
			.activate()
			.catch((thrown: Error) => thrown);
		expect(String((error as Error).message)).toBe(
			'Z-API already sends "Message Received" to crm.example.com. Z-API keeps one address per event. ' +
				'Remove that address in the Z-API panel, unpublish the workflow that uses it, or turn on this ' +
				"node's option Replace Existing Addresses.",
		);
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
		expect(setters()).toEqual([]);
	});

	it('names every event in the way, and sets none of the others', async () => {
		addresses().DeliveryCallback = FOREIGN;
		addresses().ConnectedCallback = 'https://other.example.org/';
		await expect(newTrigger({ events: ['all'] }).activate()).rejects.toThrow(
			'Z-API already sends "Message Sent or Failed" to crm.example.com, and "WhatsApp Connected" to other.example.org.',
		);
		expect(setters()).toEqual([]);
	});

	it('does not matter for events that were not chosen', async () => {
		addresses().DeliveryCallback = FOREIGN;
		const trigger = newTrigger();
		await trigger.activate();
		await trigger.deactivate();
		expect(addresses()).toMatchObject({ ReceivedCallback: '', DeliveryCallback: FOREIGN });
	});

	it('stops a test, too', async () => {
		addresses().ReceivedCallback = FOREIGN;
		await expect(newTrigger().startTest()).rejects.toThrow('Z-API already sends');
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('is replaced if asked for, and put back', async () => {
		addresses().ReceivedCallback = FOREIGN;
		const trigger = newTrigger(REPLACE);
		await trigger.activate();
		expect(addresses().ReceivedCallback).toBe(trigger.address);
		await trigger.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('is put back after n8n was restarted', async () => {
		addresses().ReceivedCallback = FOREIGN;
		const trigger = newTrigger(REPLACE);
		await trigger.activate();
		await restartN8n();
		expect(await trigger.isRegistered()).toBe(true);
		await trigger.activate('init');
		await trigger.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('of another kind of webhook of this n8n is put back, too', async () => {
		const other = 'http://127.0.0.1:1/webhook/8a9e6f3c-5f43-4d2e-9d7b-0a3f1c2b4d5e';
		addresses().ReceivedCallback = other;
		const trigger = newTrigger(REPLACE);
		await trigger.activate();
		await restartN8n();
		await trigger.activate('init');
		await trigger.deactivate();
		expect(addresses().ReceivedCallback).toBe(other);
	});

	it('is put back once, however often the workflow is activated', async () => {
		addresses().ReceivedCallback = FOREIGN;
		const trigger = newTrigger(REPLACE);
		await trigger.activate();
		await trigger.activate();
		await trigger.activate('init');
		await trigger.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
		await trigger.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('stays when someone has set it after ours', async () => {
		const trigger = newTrigger();
		await trigger.activate();
		addresses().ReceivedCallback = FOREIGN;
		await trigger.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('stops n8n from starting the workflow when someone has set it meanwhile', async () => {
		const trigger = newTrigger();
		await trigger.activate();
		addresses().ReceivedCallback = FOREIGN;
		await expect(trigger.activate('init')).rejects.toThrow('Z-API already sends');
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('is ours when this n8n has moved to another address', async () => {
		const before = newTrigger({}, { n8nUrl: 'http://127.0.0.1:2', webhookId: 'moving' });
		await before.activate();
		const after = newTrigger(
			{},
			{ n8nUrl: 'http://127.0.0.1:3', webhookId: 'moving', staticData: before.staticData },
		);
		await after.activate('init');
		expect(addresses().ReceivedCallback).toBe(after.address);
		await after.deactivate();
		expect(addresses().ReceivedCallback).toBe('');
	});

	it.each([
		['the first', 0, 1],
		['the second', 1, 0],
	])(
		'is put back by two workflows when this n8n has moved; %s is unpublished first',
		async (_what, first, second) => {
			addresses().ReceivedCallback = FOREIGN;
			const [one, two] = [newTrigger(REPLACE), newTrigger(REPLACE)];
			for (const trigger of [one, two]) await trigger.activate();
			await restartN8n();
			const moved = [one, two].map(({ address, staticData }) => {
				const webhookId = address.split('/').at(-2);
				return newTrigger(REPLACE, { n8nUrl: 'http://127.0.0.1:2', webhookId, staticData });
			});
			for (const trigger of moved) await trigger.activate('init');
			await moved[first]?.deactivate();
			expect(addresses().ReceivedCallback).toBe(moved[second]?.address);
			await moved[second]?.deactivate();
			expect(addresses().ReceivedCallback).toBe(FOREIGN);
		},
	);

	it('is not ours on another n8n, even with the same workflow', async () => {
		await newTrigger({}, { n8nUrl: 'http://127.0.0.1:2', webhookId: 'copied' }).activate();
		const copy = newTrigger({}, { n8nUrl: 'http://127.0.0.1:3', webhookId: 'copied' });
		await expect(copy.activate()).rejects.toThrow('"Message Received" to 127.0.0.1:2.');
	});
});

describe('a test', () => {
	it('sets its own address, and unsets it', async () => {
		const trigger = newTrigger();
		await trigger.startTest();
		expect(addresses().ReceivedCallback).toBe(trigger.testAddress);
		await trigger.endTest();
		expect(addresses().ReceivedCallback).toBe('');
	});

	it.each([
		['nothing', '', {}],
		['another address', FOREIGN, REPLACE],
	])(
		'beside the active workflow leaves its address in place; before it was %s',
		async (_what, before, parameters) => {
			addresses().ReceivedCallback = before;
			const trigger = newTrigger(parameters);
			await trigger.activate();
			await trigger.startTest();
			expect(addresses().ReceivedCallback).toBe(trigger.testAddress);
			await trigger.endTest();
			expect(addresses().ReceivedCallback).toBe(trigger.address);
			expect(await trigger.isRegistered()).toBe(true);
			await trigger.deactivate();
			expect(addresses().ReceivedCallback).toBe(before);
		},
	);

	it.each([
		['nothing', '', {}],
		['another address', FOREIGN, REPLACE],
	])(
		'that outlives the active workflow puts back what was before it: %s',
		async (_what, before, parameters) => {
			addresses().ReceivedCallback = before;
			const trigger = newTrigger(parameters);
			await trigger.activate();
			await trigger.startTest();
			await trigger.deactivate();
			await trigger.endTest();
			expect(addresses().ReceivedCallback).toBe(before);
		},
	);

	it.each([
		['nothing', '', {}],
		['another address', FOREIGN, REPLACE],
	])(
		'during which the workflow is activated leaves it alone; before it was %s',
		async (_what, before, parameters) => {
			addresses().ReceivedCallback = before;
			const trigger = newTrigger(parameters);
			await trigger.startTest();
			await trigger.activate();
			await trigger.endTest();
			expect(addresses().ReceivedCallback).toBe(trigger.address);
			await trigger.deactivate();
			expect(addresses().ReceivedCallback).toBe(before);
		},
	);

	it('during which the workflow is published anew puts back what was before both', async () => {
		addresses().ReceivedCallback = FOREIGN;
		const trigger = newTrigger(REPLACE);
		await trigger.activate();
		await trigger.startTest();
		await trigger.deactivate();
		await trigger.activate();
		await trigger.endTest();
		expect(addresses().ReceivedCallback).toBe(trigger.address);
		await trigger.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('that n8n lost in a crash is no address to go back to', async () => {
		addresses().ReceivedCallback = FOREIGN;
		const trigger = newTrigger(REPLACE);
		await trigger.activate();
		addresses().ReceivedCallback = trigger.testAddress;
		await trigger.activate('init');
		expect(addresses().ReceivedCallback).toBe(trigger.address);
		await trigger.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('that fails shows its own error, and leaves nothing for n8n to clean up', async () => {
		emulator.misbehave({ when: () => true, answer: { status: 401, body: { error: 'No entry' } } });
		await expect(newTrigger().startTest()).rejects.toThrow('No entry');
	});

	it.each([
		['', {}],
		['under a path of its own', { testPath: 'try/it' }],
	])('ends without an error, even if Z-API cannot be reached %s', async (_what, more) => {
		const trigger = newTrigger({}, more);
		await trigger.startTest();
		emulator.misbehave({ when: () => true, hangUp: 'before' });
		await trigger.endTest();
	});

	it('gives production its events back, even if Z-API refuses once', async () => {
		const trigger = newTrigger();
		await trigger.activate();
		await trigger.startTest();
		const when = ({ method }: { method: string }) => method === 'PUT';
		emulator.misbehave({ when, times: 1, answer: { status: 503, body: { error: 'Busy' } } });
		await trigger.endTest();
		expect(addresses().ReceivedCallback).toBe(trigger.address);
	});

	it('that is started twice gives production its events back', async () => {
		const trigger = newTrigger({ events: ['all'] });
		await trigger.activate();
		await trigger.startTest();
		await trigger.startTest();
		await trigger.endTest();
		expect(addresses()).toEqual(
			Object.fromEntries(ALL_ADDRESSES.map((type) => [type, trigger.address])),
		);
	});

	it('that is started twice puts the address of someone else back', async () => {
		addresses().ReceivedCallback = FOREIGN;
		const trigger = newTrigger(REPLACE);
		await trigger.startTest();
		await trigger.startTest();
		await trigger.endTest();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('that is started twice, and fails then, gives production its events back', async () => {
		const trigger = newTrigger({ alsoSentByMe: true });
		await trigger.activate();
		await trigger.startTest();
		emulator.state.notifySentByMe = false;
		const when = ({ path }: { path: string }) => path === '/update-notify-sent-by-me';
		emulator.misbehave({ when, answer: { status: 503, body: { error: 'Busy' } } });
		await expect(trigger.startTest()).rejects.toThrow('Busy');
		expect(addresses().ReceivedCallback).toBe(trigger.address);
	});

	it('that is started twice gives another workflow its events back', async () => {
		const [one, two] = [newTrigger(), newTrigger(REPLACE)];
		await one.activate();
		await two.startTest();
		await two.startTest();
		await two.endTest();
		expect(addresses().ReceivedCallback).toBe(one.address);
	});

	it('gives production back what another process of n8n has set', async () => {
		const trigger = newTrigger();
		await trigger.activate();
		await restartN8n();
		await trigger.startTest();
		await trigger.endTest();
		expect(addresses().ReceivedCallback).toBe(trigger.address);
	});

	it('of another workflow, lost in a crash, does not keep this one from starting again', async () => {
		const [one, two] = [newTrigger(), newTrigger(REPLACE)];
		await one.activate();
		await two.startTest();
		await restartN8n();
		await one.activate('init');
		expect(addresses().ReceivedCallback).toBe(one.address);
	});

	it.each([[['proxyFailed']], [['messageReceived', 'proxyFailed']]])(
		"that n8n lost in a crash doesn't keep the address that isn't shown: %j",
		async (events) => {
			const trigger = newTrigger({ events });
			await trigger.activate();
			await trigger.startTest();
			await restartN8n();
			await trigger.activate('init');
			expect(addresses().ProxyCallback).toBe(trigger.address);
			await trigger.deactivate();
			expect(addresses()).toMatchObject({ ReceivedCallback: '', ProxyCallback: '' });
		},
	);

	it('leaves messages that I sent as the active workflow has set them', async () => {
		const trigger = newTrigger({ alsoSentByMe: true });
		await trigger.activate();
		await trigger.startTest();
		await trigger.endTest();
		expect(emulator.state.notifySentByMe).toBe(true);
		await trigger.startTest();
		await trigger.deactivate();
		await trigger.endTest();
		expect(emulator.state.notifySentByMe).toBe(false);
	});
});

describe('a crash between setting the addresses and remembering them', () => {
	it('is made good by the next activation', async () => {
		const trigger = newTrigger({ events: ['messageReceived', 'connected'] });
		await trigger.activate();
		trigger.forget();
		await trigger.activate('init');
		expect(await trigger.isRegistered()).toBe(true);
		await trigger.deactivate();
		expect(addresses()).toMatchObject({ ReceivedCallback: '', ConnectedCallback: '' });
	});

	it('is made good by deactivation', async () => {
		const trigger = newTrigger({ events: ['messageReceived', 'connected'] });
		await trigger.activate();
		trigger.forget();
		await trigger.deactivate();
		expect(addresses()).toMatchObject({ ReceivedCallback: '', ConnectedCallback: '' });
	});

	it('after only some were set is made good by the next activation', async () => {
		const trigger = newTrigger({ events: ['messageReceived', 'connected'] });
		addresses().ReceivedCallback = trigger.address;
		await trigger.activate();
		expect(addresses().ConnectedCallback).toBe(trigger.address);
		expect(setters()).toEqual(['/update-webhook-connected']);
		await trigger.deactivate();
		expect(addresses()).toMatchObject({ ReceivedCallback: '', ConnectedCallback: '' });
	});
});

describe('two workflows on one instance', () => {
	it('can share the events between them', async () => {
		const [one, two] = [newTrigger(), newTrigger({ events: ['connected'] })];
		await Promise.all([one.activate(), two.activate()]);
		await one.deactivate();
		expect(addresses()).toMatchObject({ ReceivedCallback: '', ConnectedCallback: two.address });
	});

	it('cannot both have an event, and the second is told who has it', async () => {
		const [one, two] = [newTrigger(), newTrigger()];
		await one.activate();
		await expect(two.activate()).rejects.toThrow(
			'"Message Received" to 127.0.0.1:1, another workflow of this n8n.',
		);
		expect(addresses().ReceivedCallback).toBe(one.address);
	});

	it('cannot both have an event when n8n activates them at the same time', async () => {
		const triggers = [newTrigger(), newTrigger(), newTrigger()];
		const results = await Promise.allSettled(
			triggers.map(async (trigger) => await trigger.activate()),
		);
		expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
		expect(addresses().ReceivedCallback).toBe(triggers[0]?.address);
	});

	it('give an event back in turn', async () => {
		addresses().ReceivedCallback = FOREIGN;
		const [one, two] = [newTrigger(REPLACE), newTrigger(REPLACE)];
		await one.activate();
		await two.activate();
		await two.deactivate();
		expect(addresses().ReceivedCallback).toBe(one.address);
		await one.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('give an event back past one that was deactivated meanwhile', async () => {
		addresses().ReceivedCallback = FOREIGN;
		const [one, two] = [newTrigger(REPLACE), newTrigger(REPLACE)];
		await one.activate();
		await two.activate();
		await one.deactivate();
		expect(addresses().ReceivedCallback).toBe(two.address);
		await two.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it('give an event back after taking it from each other again and again', async () => {
		addresses().ReceivedCallback = FOREIGN;
		const [one, two] = [newTrigger(REPLACE), newTrigger(REPLACE)];
		await one.activate();
		await two.activate();
		await one.deactivate();
		await one.activate();
		await two.deactivate();
		await two.activate();
		await one.deactivate();
		await two.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});
});

describe('two workflows on one instance, after n8n was restarted', () => {
	it.each([
		['the first', 0, 1],
		['the second', 1, 0],
	])(
		'give someone else the event back when %s is unpublished first',
		async (_what, first, second) => {
			addresses().ReceivedCallback = FOREIGN;
			const triggers = [newTrigger(REPLACE), newTrigger(REPLACE)];
			for (const trigger of triggers) await trigger.activate();
			await restartN8n();
			for (const trigger of triggers) await trigger.activate('init');
			await restartN8n();
			for (const trigger of [...triggers].reverse()) await trigger.activate('init');
			await triggers[first]?.deactivate();
			expect(addresses().ReceivedCallback).toBe(triggers[second]?.address);
			await triggers[second]?.deactivate();
			expect(addresses().ReceivedCallback).toBe(FOREIGN);
		},
	);

	it('do not give the event to one that was unpublished meanwhile', async () => {
		const [one, two] = [newTrigger(), newTrigger(REPLACE)];
		await one.activate();
		await two.activate();
		await one.deactivate();
		await restartN8n();
		await two.activate('init');
		await two.deactivate();
		expect(addresses().ReceivedCallback).toBe('');
	});

	it('do not give the event to one whose address could not be taken away', async () => {
		const [one, two] = [newTrigger(), newTrigger(REPLACE)];
		await one.activate();
		emulator.misbehave({ when: () => true, times: 1, hangUp: 'before' });
		await expect(one.deactivate()).rejects.toThrow('The connection to Z-API broke');
		await two.activate();
		await two.deactivate();
		expect(addresses().ReceivedCallback).toBe('');
	});

	it('keep an address of someone else that was set meanwhile', async () => {
		const [one, two] = [newTrigger(REPLACE), newTrigger(REPLACE)];
		addresses().ReceivedCallback = 'https://old.example.org/';
		await one.activate();
		addresses().ReceivedCallback = FOREIGN;
		await two.activate();
		await one.deactivate();
		await two.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
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
		const triggers = [newTrigger(SENT), newTrigger(SENT)];
		for (const trigger of triggers) await trigger.activate();
		if (isRestarted) {
			await restartN8n();
			for (const trigger of triggers) await trigger.activate('init');
		}
		await triggers[first]?.deactivate();
		expect(emulator.state.notifySentByMe).toBe(true);
		await triggers[second]?.deactivate();
		expect(emulator.state.notifySentByMe).toBe(false);
	});

	it('stay on where they were on before both', async () => {
		emulator.state.notifySentByMe = true;
		const [one, two] = [newTrigger(SENT), newTrigger(SENT)];
		await one.activate();
		await two.activate();
		await one.deactivate();
		await two.deactivate();
		expect(emulator.state.notifySentByMe).toBe(true);
	});

	it.each([
		['the one that does not', 0, 1],
		['the one that wants them', 1, 0],
	])(
		'stay on where they were on before, if only one of two wants them; %s is unpublished first',
		async (_what, first, second) => {
			await restartN8n();
			emulator.state.notifySentByMe = true;
			const triggers = [newTrigger(REPLACE), newTrigger(SENT)];
			for (const trigger of triggers) await trigger.activate();
			await triggers[first]?.deactivate();
			await triggers[second]?.deactivate();
			expect(emulator.state.notifySentByMe).toBe(true);
		},
	);

	it('stay on where they were on before a workflow that does not want them and a test that does', async () => {
		await restartN8n();
		emulator.state.notifySentByMe = true;
		const [one, two] = [newTrigger(REPLACE), newTrigger(SENT)];
		await one.activate();
		await two.startTest();
		await two.endTest();
		expect(emulator.state.notifySentByMe).toBe(true);
	});

	it('are switched off by a workflow of which nothing is remembered', async () => {
		const trigger = newTrigger(SENT);
		await trigger.activate();
		trigger.forget();
		await restartN8n();
		await trigger.deactivate();
		expect(emulator.state.notifySentByMe).toBe(false);
	});

	it('are switched off if only the one that wanted them is unpublished', async () => {
		const [one, two] = [newTrigger(SENT), newTrigger(REPLACE)];
		await one.activate();
		await two.activate();
		await one.deactivate();
		expect(emulator.state.notifySentByMe).toBe(false);
	});
});

describe('a credential that was changed to another instance', () => {
	let other: Emulator;
	beforeEach(async () => {
		other = await startEmulator();
	});
	afterEach(async () => await other.close());

	/** @returns the same workflow, with the other instance's credential */
	function withOther({ address, staticData }: Trigger, parameters: object) {
		const webhookId = address.split('/').at(-2);
		const credential = { ...account, baseUrl: other.baseUrl };
		return newTrigger(parameters, { credential, webhookId, staticData });
	}

	it('lets the other one send all events, and then be as it was', async () => {
		const parameters = { events: ['all'], alsoSentByMe: true, ...REPLACE };
		addresses().ReceivedCallback = 'https://old.example.org/';
		const before = newTrigger(parameters);
		await before.activate();
		await restartN8n();
		Object.assign(other.state, { notifySentByMe: true });
		other.state.webhooks.ReceivedCallback = FOREIGN;
		const trigger = withOther(before, parameters);
		await trigger.activate('init');
		expect(Object.values(other.state.webhooks)).toEqual(ALL_ADDRESSES.map(() => trigger.address));
		await trigger.deactivate();
		expect(other.state.webhooks.ReceivedCallback).toBe(FOREIGN);
		expect(other.state.notifySentByMe).toBe(true);
	});

	it('leaves the other one alone when the workflow is unpublished', async () => {
		const parameters = { events: ['all'], alsoSentByMe: true };
		const before = newTrigger(parameters);
		await before.activate();
		Object.assign(other.state, { notifySentByMe: true });
		other.state.webhooks.ProxyCallback = FOREIGN;
		await withOther(before, parameters).deactivate();
		expect(other.state.webhooks.ProxyCallback).toBe(FOREIGN);
		expect(other.state.notifySentByMe).toBe(true);
	});
});

describe('our own address in another spelling', () => {
	it.each([
		['capitals in the host', 'https://N8N.Example.COM/webhook/ID/webhook'],
		['the port', 'https://n8n.example.com:443/webhook/ID/webhook'],
		['a slash at the end', 'https://n8n.example.com/webhook/ID/webhook/'],
		['all of them', 'HTTPS://N8N.example.com:443/webhook/ID/webhook/'],
	])('is ours at activation and at deactivation: %s', async (_what, spelling) => {
		const trigger = newTrigger({}, { n8nUrl: 'https://n8n.example.com' });
		await trigger.activate();
		const shown = spelling.replace('ID', trigger.address.split('/').at(-2) ?? '');
		addresses().ReceivedCallback = shown;
		expect(await trigger.isRegistered()).toBe(true);
		await trigger.activate('init');
		expect(addresses().ReceivedCallback).toBe(shown);
		await trigger.startTest();
		await trigger.endTest();
		await trigger.deactivate();
		expect(addresses().ReceivedCallback).toBe('');
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
		addresses().ReceivedCallback = FOREIGN;
		emulator.misbehave({ when: ({ path }) => path === '/me', answer: { body } });
		await expect(newTrigger(REPLACE).activate()).rejects.toThrow(
			"Z-API's response doesn't show where your instance sends its events, so nothing was changed",
		);
		expect(setters()).toEqual([]);
	});
});

describe('a failure half-way', () => {
	const four = { events: ['messageReceived', 'messageSent', 'messageStatus', 'chatPresence'] };
	const third = ({ method, path }: { method: string; path: string }) =>
		method === 'PUT' && path === setterOfThird();

	/** The order is the node's own. */
	function setterOfThird() {
		return '/update-webhook-delivery';
	}

	it.each([
		[
			'is refused',
			{ answer: { status: 400, body: { error: 'No such address' } } },
			'No such address',
		],
		['is refused with value: false', { answer: { body: { value: false } } }, 'gave no reason'],
		['gets no answer', { hangUp: 'before' as const }, 'The connection to Z-API broke'],
		['loses its answer', { hangUp: 'during' as const }, 'The connection to Z-API broke'],
	])('rolls back all when one of four %s', async (_what, misbehaviour, words) => {
		addresses().MessageStatusCallback = FOREIGN;
		emulator.misbehave({ when: third, times: 1, ...misbehaviour });
		const trigger = newTrigger({ ...four, ...REPLACE });
		const error = (await trigger.activate().catch((thrown: Error) => thrown)) as Error;
		expect(error.message).toContain(words);
		expect(error.message).toContain('Nothing was changed.');
		expect(addresses()).toMatchObject({
			ReceivedCallback: '',
			DeliveryCallback: '',
			MessageStatusCallback: FOREIGN,
			PresenceChatCallback: '',
		});
		expect(await trigger.isRegistered()).toBe(false);
	});

	it('rolls back when messages that I sent cannot be switched on', async () => {
		const when = ({ path }: { path: string }) => path === '/update-notify-sent-by-me';
		emulator.misbehave({ when, answer: { status: 400, body: { error: 'Not now' } } });
		await expect(newTrigger({ alsoSentByMe: true }).activate()).rejects.toThrow(
			'Z-API refused the request: Not now (status 400). Nothing was changed.',
		);
		expect(addresses().ReceivedCallback).toBe('');
		expect(emulator.state.notifySentByMe).toBe(false);
	});

	it('calls the setting for messages that I sent what the panel calls it', async () => {
		let tried = false;
		emulator.misbehave({
			when({ path }) {
				tried ||= path === '/update-notify-sent-by-me';
				return tried;
			},
			answer: { status: 400, body: { error: 'Not now' } },
		});
		await expect(newTrigger({ alsoSentByMe: true }).activate()).rejects.toMatchObject({
			message: expect.stringContaining(
				'couldn\'t be put back for "Include My Own Messages", "Message Received"',
			) as string,
			description: 'Try again later, or turn off Include My Own Messages.',
		});
	});

	it('does not undo what someone else sets meanwhile', async () => {
		emulator.misbehave({
			when(request) {
				if (third(request)) addresses().PresenceChatCallback = FOREIGN;
				return third(request);
			},
			answer: { status: 400, body: { error: 'No' } },
		});
		await expect(newTrigger(four).activate()).rejects.toThrow('No');
		expect(addresses().PresenceChatCallback).toBe(FOREIGN);
	});

	it('says what could not be put back', async () => {
		let puts = 0;
		emulator.misbehave({
			when: ({ method }) => method === 'PUT' && ++puts > 1,
			answer: { status: 500, body: { error: 'Down' } },
		});
		await expect(newTrigger(four).activate()).rejects.toThrow(
			/What was set before couldn't be put back for "[^"]+": look at the webhooks of your instance/,
		);
	});

	it.each([[true], [false]])(
		"is undone by n8n's cleaning up if it couldn't be at once (publication service: %s)",
		async (isPublicationService) => {
			addresses().ReceivedCallback = FOREIGN;
			let puts = 0;
			emulator.misbehave({
				// The second address can't be set, nor the first one be put back.
				when: ({ method }) => method === 'PUT' && [2, 3].includes(++puts),
				answer: { status: 503, body: { error: 'Busy' } },
			});
			const events = ['messageReceived', 'messageSent'];
			const trigger = newTrigger({ events, ...REPLACE }, { isPublicationService });
			await expect(trigger.activate()).rejects.toThrow("couldn't be put back");
			expect(addresses()).toMatchObject({ ReceivedCallback: FOREIGN, DeliveryCallback: '' });
		},
	);

	it('of a test is undone, too', async () => {
		const trigger = newTrigger({ events: ['messageReceived', 'messageSent'] });
		await trigger.activate();
		let puts = 0;
		emulator.misbehave({
			when: ({ method }) => method === 'PUT' && [2, 3, 4].includes(++puts),
			answer: { status: 503, body: { error: 'Busy' } },
		});
		await expect(trigger.startTest()).rejects.toThrow('Busy');
		expect(addresses()).toMatchObject({
			ReceivedCallback: trigger.address,
			DeliveryCallback: trigger.address,
		});
	});

	it('of deactivation is told, and can be tried again', async () => {
		addresses().ReceivedCallback = FOREIGN;
		const trigger = newTrigger(REPLACE);
		await trigger.activate();
		emulator.misbehave({ when: ({ method }) => method === 'PUT', times: 1, hangUp: 'before' });
		await expect(trigger.deactivate()).rejects.toThrow('The connection to Z-API broke');
		await trigger.deactivate();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
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
		const trigger = newTrigger({}, { n8nUrl, credential: zApi });
		// Only the hook itself: n8n's cleaning up would ask Z-API.
		await expect(trigger.activate()).rejects.toThrow();
		await expect(trigger.createOnly()).rejects.toThrow(
			`Z-API can't send events to this n8n, whose address is ${n8nUrl}: it accepts only public https:// addresses. ` +
				"Set n8n's environment variable WEBHOOK_URL to its public https:// address.",
		);
	});

	it('https on the internet is not refused', async () => {
		const trigger = newTrigger({}, { n8nUrl: 'https://n8n.example.com', credential: zApi });
		await expect(trigger.createOnly()).rejects.toThrow("Z-API can't be reached");
	});
});
