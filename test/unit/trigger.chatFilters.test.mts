import type { IDataObject } from 'n8n-workflow';
import type { Filters } from '../../nodes/ZApiTrigger/receiving/filters.ts';
import {
	samples,
	ofType,
	received,
	messages,
	notifications,
	aboutChats,
	passes,
	refusalOf,
	message,
	chats,
} from './filterCases.mts';

describe('Only These Chats', () => {
	it.each<[string, string, IDataObject]>([
		['a number', '5544999999999', { phone: '5544999999999' }],
		['a number as people write it', '+55 (44) 99999-9999', { phone: '5544999999999' }],
		['a number with a prefix', '0055 44 99999-9999', { phone: '5544999999999' }],
		['a number from a contact', 'tel:+55-44-99999-9999', { phone: '5544999999999' }],
		['a Brazilian number that lost its ninth digit', '5544999999999', { phone: '554499999999' }],
		['a Brazilian number that got its ninth digit', '554499999999', { phone: '5544999999999' }],
		['a number without ninth digit, as written', '+55 44 9999-9999', { phone: '5544999999999' }],
		['a group', '120363019502650977-group', { phone: '120363019502650977-group' }],
		['a group of the old kind', '5511999999999-1623281429', { phone: '5511999999999-1623281429' }],
		['a broadcast list', '1774895799-broadcast', { phone: '1774895799-broadcast' }],
		['a broadcast list of the API', '1774895799@broadcast', { phone: '1774895799-broadcast' }],
		['an ID as chat', '999999999999@lid', { phone: '999999999999@lid' }],
		['an ID beside', '999999999999@lid', { phone: '5544999999999', chatLid: '999999999999@lid' }],
		[
			'an ID of the other side',
			'999999999999@lid',
			{ phone: '5544999999999', senderLid: '999999999999@lid' },
		],
		[
			'the number of someone with an ID',
			'5544999999999',
			{ phone: '5544999999999', chatLid: '999999999999@lid', senderLid: '999999999999@lid' },
		],
		[
			'the ID of a group',
			'999999999999@lid',
			{ phone: '120363019502650977-group', isGroup: true, chatLid: '999999999999@lid' },
		],
	])('find %s (%s)', (_what, chatId, body) => {
		expect(passes(chats(chatId), message(body))).toBe(true);
	});

	it.each<[string, string, IDataObject]>([
		['another number', '5544999999999', { phone: '5544999999998' }],
		['a part of a number', '5544999999999', { phone: '55449999999990' }],
		['another eighth digit', '5544899999999', { phone: '554499999999' }],
		['a mobile number that is like a landline', '551133334444', { phone: '5511933334444' }],
		['a ninth digit of another country', '5411912345678', { phone: '541112345678' }],
		[
			'the member of a group',
			'5544999999999',
			{ phone: '1-group', participantPhone: '5544999999999' },
		],
		[
			'the ID of a member of a group',
			'999999999999@lid',
			{ phone: '120363019502650977-group', isGroup: true, senderLid: '999999999999@lid' },
		],
		[
			'the ID of a member of a group that does not say so',
			'999999999999@lid',
			{ phone: '120363019502650977-group', senderLid: '999999999999@lid' },
		],
		[
			'the participant of a group',
			'999999999999@lid',
			{ phone: '120363019502650977-group', participantLid: '999999999999@lid' },
		],
		[
			'the own number',
			'5544999999999',
			{ phone: '5511988888888', connectedPhone: '5544999999999' },
		],
		['a group that has its digits', '120363019502650977-group', { phone: '120363019502650977' }],
		['a list that has its digits', '1774895799@broadcast', { phone: '1774895799' }],
		['nobody', '5544999999999', {}],
	])("don't take %s for the chat", (_what, chatId, body) => {
		expect(passes(chats(chatId), message(body))).toBe(false);
	});

	it('find the ID of a person in the samples that have it', () => {
		const found = received.filter(({ body }) => passes(chats('999999999999@lid'), body));
		expect(found.map(({ title }) => title)).toEqual([
			'call received (no calls feature)',
			'voice call missed (no calls feature)',
			'video call missed (no calls feature)',
			'call received (calls feature)',
			'call accepted (calls feature)',
			'call started (calls feature)',
			'call ended (calls feature)',
			'voice call missed (calls feature)',
			'video call missed (calls feature)',
		]);
	});

	it.each<[string, Filters]>([
		['several chats', chats('5511988888888', '1-group')],
		['several in one text', chats('+55 11 98888-8888, 1-group')],
		['several in a list', chats(['5511988888888', '1-group'])],
		['chats with a phone', chats([{ phone: '5511988888888' }, { phone: '1-group' }])],
		['plain texts', { chats: { values: [{ chatId: '5511988888888' }, { chatId: '1-group' }] } }],
	])('take %s', (_what, filters) => {
		expect(passes(filters, message({ phone: '5511988888888' }))).toBe(true);
		expect(passes(filters, message({ phone: '1-group' }))).toBe(true);
		expect(passes(filters, message({ phone: '2-group' }))).toBe(false);
	});

	it.each([
		['DeliveryCallback', {}],
		['PresenceChatCallback', {}],
		['ReceivedCallback', { notification: 'CALL_VOICE' }],
	])('count for %s %j', (type, rest) => {
		expect(passes(chats('5544999999999'), { type, ...rest, phone: '5544999999999' })).toBe(true);
		expect(passes(chats('5544999999999'), { type, ...rest, phone: '5511988888888' })).toBe(false);
	});

	it.each<[string, Filters, string]>([
		['not chosen yet', chats(''), 'has an empty entry'],
		['not chosen yet, after one that is', chats('5544999999999', ''), 'has an empty entry'],
		['blank', chats('  '), 'is empty'],
		['null', chats(null), 'has an empty entry'],
		['missing', { chats: { values: [{}] } }, 'has an empty entry'],
		['no list', chats([]), 'is empty'],
		['a name', chats('Família'), "has an entry that isn't a phone number: Família"],
		['too short', chats('99999-9999'), "has an entry that isn't a phone number: 99999-9999"],
	])('are refused, before any event comes, where one is %s', (_what, filters, problem) => {
		const { problem: refused, advice } = refusalOf(filters);
		expect(refused).toBe(`Only These Chats ${problem}`);
		expect(advice).toMatch(/country and area code|remove the entry/);
	});
});

const aboutAccount = ofType('ConnectedCallback', 'DisconnectedCallback', 'ProxyCallback');

describe('the filters of other events', () => {
	it.each([
		['sendResults', 'sent', 'DeliveryCallback', {}],
		['sendResults', 'sent', 'DeliveryCallback', { error: null }],
		['sendResults', 'sent', 'DeliveryCallback', { error: '' }],
		['sendResults', 'failed', 'DeliveryCallback', { error: 'Phone number does not exist' }],
		['messageStatuses', 'SENT', 'MessageStatusCallback', { status: 'SENT' }],
		['messageStatuses', 'RECEIVED', 'MessageStatusCallback', { status: 'RECEIVED' }],
		['messageStatuses', 'READ', 'MessageStatusCallback', { status: 'READ' }],
		['messageStatuses', 'READ_BY_ME', 'MessageStatusCallback', { status: 'READ_BY_ME' }],
		['messageStatuses', 'PLAYED', 'MessageStatusCallback', { status: 'PLAYED' }],
		['chatPresences', 'AVAILABLE', 'PresenceChatCallback', { status: 'AVAILABLE' }],
		['chatPresences', 'UNAVAILABLE', 'PresenceChatCallback', { status: 'UNAVAILABLE' }],
		['chatPresences', 'COMPOSING', 'PresenceChatCallback', { status: 'COMPOSING' }],
		['chatPresences', 'PAUSED', 'PresenceChatCallback', { status: 'PAUSED' }],
		['chatPresences', 'RECORDING', 'PresenceChatCallback', { status: 'RECORDING' }],
	])('%s finds only %s in %s %j', (name, value, type, rest) => {
		const all: Record<string, string[]> = {
			sendResults: ['sent', 'failed'],
			messageStatuses: ['SENT', 'RECEIVED', 'READ', 'READ_BY_ME', 'PLAYED'],
			chatPresences: ['AVAILABLE', 'UNAVAILABLE', 'COMPOSING', 'PAUSED', 'RECORDING'],
		};
		const body = { type, phone: '5544999999999', ...rest };
		expect(all[name]?.filter((candidate) => passes({ [name]: [candidate] }, body))).toEqual([
			value,
		]);
		expect(passes({ [name]: all[name] }, body)).toBe(true);
	});

	it.each<[Filters, string[]]>([
		[{ sendResults: ['failed'] }, ['message sent', 'message sent (2026-07, with momment)']],
		[{ messageStatuses: ['READ', 'PLAYED'] }, ['SENT', 'RECEIVED', 'READ_BY_ME']],
		[
			{ chatPresences: ['COMPOSING'] },
			['left the chat', 'in the chat', 'stopped typing', 'recording audio'],
		],
		[
			{ chatPresences: ['SENT'], messageStatuses: ['RECORDING'] },
			[
				'SENT',
				'RECEIVED',
				'READ',
				'READ_BY_ME',
				'PLAYED',
				'left the chat',
				'in the chat',
				'typing',
				'stopped typing',
				'recording audio',
			],
		],
	])('%j stop nothing but %j', (filters, titles) => {
		const stopped = samples.filter(({ body }) => !passes(filters, body));
		expect(stopped.map(({ title }) => title)).toEqual(titles);
	});

	it.each<[Filters]>([
		[{ sentBy: ['api'] }],
		[{ messageKinds: ['sticker'] }],
		[{ textContains: 'found nowhere' }],
		[{ textMatches: 'found nowhere' }],
	])('are not those for messages: %j', (filters) => {
		const others = [...notifications, ...aboutChats, ...aboutAccount];
		expect(others.filter(({ body }) => !passes(filters, body))).toEqual([]);
		expect(messages.filter(({ body }) => passes(filters, body)).length).toBeLessThan(2);
	});

	it.each<[Filters]>([
		[{ chatTypes: ['group'] }],
		[chats('120363000000000000-group')],
		[{ sendResults: ['failed'], messageStatuses: ['READ'], chatPresences: ['PAUSED'] }],
	])('never stop what is about the account: %j', (filters) => {
		expect(aboutAccount.filter(({ body }) => !passes(filters, body))).toEqual([]);
		expect(aboutAccount).toHaveLength(3);
	});
});
