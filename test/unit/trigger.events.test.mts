import type { IDataObject } from 'n8n-workflow';
import documented from '../../tools/contract/webhooks.json' with { type: 'json' };
import {
	ALL_EVENTS,
	callbacks,
	chosenEvents,
	eventOf,
	events,
	nameOfCallback,
} from '../../nodes/ZApiTrigger/events.ts';

interface Documented {
	event: string;
	configuredBy: string;
	meField: string | null;
	samples: Array<{ title: string; body: IDataObject }>;
}

const webhooks = documented as unknown as Documented[];

describe('eventOf', () => {
	it.each<[unknown]>([
		[undefined],
		[null],
		[''],
		[0],
		[{}],
		[{ toLowerCase: 'ReceivedCallback' }],
		[['ReceivedCallback']],
		['__proto__'],
		['ReceivedCallback '],
		['messageReceived'],
		['.*'],
	])('finds no event in the type %j', (type) => {
		expect(eventOf({ type: type as string, phone: '5544999999999' })).toBeUndefined();
		expect(eventOf({ type: type as string, notification: 'CALL_VOICE' })).toBeUndefined();
	});

	it('finds no event where there is no type', () => {
		expect(eventOf({})).toBeUndefined();
		expect(eventOf({ notification: 'CALL_VOICE' })).toBeUndefined();
	});

	it.each([
		['ReceivedCallBack', 'messageReceived'],
		['presenceChatCallback', 'chatPresence'],
		['PROXYCALLBACK', 'proxyFailed'],
	])('knows %s in this capitalisation', (type, value) => {
		expect(eventOf({ type })?.value).toBe(value);
	});

	it('knows a notification whatever the capitalisation of its type, and a new one, too', () => {
		expect(eventOf({ type: 'ReceivedCallBack', notification: 'CALL_VOICE' })?.value).toBe(
			'notificationReceived',
		);
		expect(eventOf({ type: 'ReceivedCallback', notification: 'NOT_KNOWN_YET' })?.value).toBe(
			'notificationReceived',
		);
	});

	it.each<[unknown]>([[''], [null], [7], [['CALL_VOICE']]])(
		'takes something for a message whose notification is %j',
		(notification) => {
			const body = { type: 'ReceivedCallback', notification } as IDataObject;
			expect(eventOf(body)?.value).toBe('messageReceived');
		},
	);

	it.each([
		['DeliveryCallback', 'messageSent'],
		['ConnectedCallback', 'connected'],
		['ProxyCallback', 'proxyFailed'],
	])('knows %s even if it has a notification', (type, value) => {
		expect(eventOf({ type, notification: 'CALL_VOICE' })?.value).toBe(value);
	});
});

describe('callbacks', () => {
	it('are those that are documented, each once', () => {
		expect(callbacks.map(({ type }) => type).sort()).toEqual(
			webhooks.map(({ event }) => event).sort(),
		);
	});

	it.each(webhooks)('set and find the address of $event as documented', (webhook) => {
		const callback = callbacks.find(({ type }) => type === webhook.event);
		expect(`PUT ${callback?.setter}`).toBe(webhook.configuredBy);
		expect(callback?.meField ?? null).toBe(webhook.meField);
	});

	it.each([
		['ReceivedCallback', 'Message Received'],
		['DeliveryCallback', 'Message Sent or Failed'],
		['MessageStatusCallback', 'Message Status Changed'],
		['PresenceChatCallback', 'Chat Presence Changed'],
		['DisconnectedCallback', 'WhatsApp Disconnected'],
		['ConnectedCallback', 'WhatsApp Connected'],
		['ProxyCallback', 'Proxy Failed'],
	])('name %s for users', (type, name) => {
		const named = callbacks.filter((callback) => callback.type === type).map(nameOfCallback);
		expect(named).toEqual([name]);
	});

	it('name a kind that no event has by its type', () => {
		expect(nameOfCallback({ type: 'NewCallback', setter: '/new' })).toBe('NewCallback');
	});
});

describe('events', () => {
	it('are in the order of their names, and no two have the same name or value', () => {
		const names = events.map(({ name }) => name);
		expect(names).toEqual([...names].sort());
		expect(new Set(names).size).toBe(events.length);
		expect(new Set(events.map(({ value }) => value)).size).toBe(events.length);
	});

	it('have none that could be taken for the choice of all', () => {
		expect(events.map(({ value }) => value)).not.toContain(ALL_EVENTS);
	});

	it.each<[string[], string[]]>([
		[[], []],
		[['connected'], ['connected']],
		[
			['notificationReceived', 'messageReceived'],
			['messageReceived', 'notificationReceived'],
		],
		[['connected', 'connected'], ['connected']],
		[['connected', 'unknown'], ['connected']],
		[['ReceivedCallback'], []],
		[['__proto__'], []],
		[['ALL'], []],
	])('%j stands for %j', (values, chosen) => {
		expect(chosenEvents(values).map(({ value }) => value)).toEqual(chosen);
	});

	it.each([[[ALL_EVENTS]], [['connected', ALL_EVENTS]], [[ALL_EVENTS, 'unknown']]])(
		'%j stands for every event',
		(values) => {
			expect(chosenEvents(values)).toEqual(events);
		},
	);
});
