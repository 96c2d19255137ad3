import type { IDataObject } from 'n8n-workflow';
import { eventOf, type TriggerEvent } from '../../nodes/ZApiTrigger/events.ts';
import { eventKey, RecentEvents } from '../../nodes/ZApiTrigger/receiving/duplicates.ts';
import documented from '../../tools/contract/webhooks.json' with { type: 'json' };

const keyOf = (body: IDataObject) => eventKey(eventOf(body) as TriggerEvent, body);
const message = (more: IDataObject = {}): IDataObject => ({
	...{ type: 'ReceivedCallback', messageId: '3EB0', phone: '5544999999999', momment: 1 },
	...{ text: { message: 'Oi' }, ...more },
});

describe('the same event', () => {
	it.each<[string, IDataObject]>([
		['as it was', {}],
		['at another time', { momment: 2 }],
		['with another picture of the sender', { senderPhoto: 'https://example.com/1.jpg' }],
	])('is posted again %s', (_what, more) => {
		expect(keyOf(message(more))).toBe(keyOf(message()));
	});

	it.each<[string, IDataObject, IDataObject]>([
		['another message', message(), message({ messageId: '3EB1' })],
		['an edit', message(), message({ isEdit: true })],
		[
			'another edit',
			message({ isEdit: true, text: { message: 'Olá' } }),
			message({ isEdit: true, text: { message: 'Olá!' } }),
		],
		['another edit by its ID', message({ editMessageId: '1' }), message({ editMessageId: '2' })],
		[
			'a message that was still loading',
			message({ waitingMessage: true, text: undefined }),
			message({ waitingMessage: false }),
		],
		[
			'another status',
			{ type: 'MessageStatusCallback', ids: ['3EB0'], status: 'RECEIVED' },
			{ type: 'MessageStatusCallback', ids: ['3EB0'], status: 'READ' },
		],
		[
			'a status of another message',
			{ type: 'MessageStatusCallback', ids: ['3EB0'], status: 'READ' },
			{ type: 'MessageStatusCallback', ids: ['3EB0', '3EB1'], status: 'READ' },
		],
		['that it was sent', message(), { type: 'DeliveryCallback', messageId: '3EB0' }],
		[
			'that it failed',
			{ type: 'DeliveryCallback', messageId: '3EB0' },
			{ type: 'DeliveryCallback', messageId: '3EB0', error: 'Not on WhatsApp' },
		],
		[
			'about other people',
			message({ notification: 'GROUP_PARTICIPANT_ADD', notificationParameters: ['1'] }),
			message({ notification: 'GROUP_PARTICIPANT_ADD', notificationParameters: ['2'] }),
		],
	])('is not %s', (_what, one, other) => {
		expect(keyOf(one)).toBeDefined();
		expect(keyOf(other)).not.toBe(keyOf(one));
	});

	it.each([
		{ type: 'DisconnectedCallback' },
		{ type: 'ConnectedCallback' },
		{ type: 'PresenceChatCallback', phone: '5544999999999', status: 'COMPOSING' },
	])("can't be told of $type", (body) => {
		expect(keyOf(body)).toBeUndefined();
	});

	it('has the same key each time, whatever Z-API documents', () => {
		const bodies = documented.flatMap(({ samples }) =>
			samples.map(({ body }, index) => ({ ...(body as IDataObject), messageId: `M${index}` })),
		);
		const known = bodies.filter((body) => eventOf(body) !== undefined);
		expect(known.length).toBeGreaterThan(90);
		for (const body of known) expect(keyOf(body)).toBe(keyOf(structuredClone(body)));
	});
});

describe('what was started', () => {
	it('is remembered for ten minutes, for each trigger', () => {
		let now = 1_000;
		const recent = new RecentEvents(() => now);
		expect(recent.isDuplicate('a', 'event')).toBe(false);
		expect(recent.isDuplicate('b', 'event')).toBe(false);
		now += 10 * 60_000 - 1;
		expect(recent.isDuplicate('a', 'event')).toBe(true);
		now += 1;
		expect(recent.isDuplicate('a', 'event')).toBe(false);
	});

	it('is forgotten when there is too much of it, the oldest first', () => {
		const recent = new RecentEvents(() => 1_000);
		for (let index = 0; index < 6_000; index++) recent.isDuplicate('a', `${index}`);
		expect(recent.size).toBeLessThanOrEqual(5_000);
		expect(recent.isDuplicate('a', '5999')).toBe(true);
		expect(recent.isDuplicate('a', '0')).toBe(false);
	});

	it('is not kept when its time is over', () => {
		let now = 0;
		const recent = new RecentEvents(() => now);
		for (let index = 0; index < 100; index++) recent.isDuplicate('a', `${index}`);
		now += 10 * 60_000;
		recent.isDuplicate('a', 'new');
		expect(recent.size).toBe(1);
	});
});
