import type { IDataObject } from 'n8n-workflow';
import type { Filters } from '../../nodes/ZApiTrigger/receiving/filters.ts';
import {
	MESSAGES,
	MESSAGE_KINDS,
	chatTypesOf,
	samples,
	messages,
	passes,
	message,
} from './filterCases.mts';

describe('the documented samples', () => {
	it.each<[string, Filters]>([
		['without filters', {}],
		[
			'with filters that were added and left empty',
			{
				chatTypes: [],
				chats: {},
				sentBy: [],
				messageKinds: [],
				textContains: '',
				textMatches: '',
				sendResults: [],
				messageStatuses: [],
				chatPresences: [],
			},
		],
		['with no chat added', { chats: { values: [] } }],
		['with blank texts', { textContains: ' ', textMatches: ' \n' }],
	])('pass %s, less the messages from this number', (_what, filters) => {
		const stopped = samples.filter(({ body }) => !passes(filters, body, false));
		expect(stopped.map(({ title }) => title)).toEqual([
			'carousel (sent by me through the API)',
			'PTV (round video), arrives as video',
			'message pinned',
			'waiting message',
			'message sent to a broadcast list',
			'message sent to a broadcast list (2026-07: short form)',
			'waiting message (2026-07: short form)',
		]);
		expect(samples.filter(({ body }) => !passes(filters, body, true))).toEqual([]);
	});
});

describe('Include My Own Messages', () => {
	it.each([
		[true, false],
		[false, true],
		[undefined, true],
		[null, true],
	])('counts for messages whose fromMe is %j', (fromMe, isPassed) => {
		expect(passes({}, message({ phone: '1', fromMe }), false)).toBe(isPassed);
		expect(passes({}, message({ phone: '1', fromMe }), true)).toBe(true);
	});

	it('is needed for Sent By to find messages from this number', () => {
		const byHand = message({ phone: '1', fromMe: true, fromApi: false });
		expect(passes({ sentBy: ['me', 'api', 'others'] }, byHand, false)).toBe(false);
		expect(passes({ sentBy: ['me'] }, byHand, true)).toBe(true);
	});

	it('makes no difference for other events', () => {
		const others = samples.filter(({ title }) => !(title in MESSAGES));
		const stopped = others.filter(({ body }) => !passes({}, { ...body, fromMe: true }, false));
		expect(stopped).toEqual([]);
	});
});

describe('Chat Types', () => {
	it.each<[string, IDataObject, string]>([
		['a person', { phone: '5544999999999' }, 'direct'],
		['a person known by an ID', { phone: '999999999999@lid' }, 'direct'],
		['a group', { phone: '120363019502650977-group' }, 'group'],
		['a group of the old kind', { phone: '5511999999999-1623281429' }, 'group'],
		['a group that only says so', { phone: '120363019502650977', isGroup: true }, 'group'],
		['a channel', { phone: '120363166555745933@newsletter' }, 'channel'],
		[
			'a channel that denies it',
			{ phone: '120363166555745933@newsletter', isNewsletter: false },
			'channel',
		],
		['a channel that only says so', { phone: '120363166555745933', isNewsletter: true }, 'channel'],
		['a broadcast list', { phone: '1774895799-broadcast' }, 'broadcastList'],
		['a broadcast list of the API', { phone: '1774895799@broadcast' }, 'broadcastList'],
		['an answer to a status', { phone: '5544999999999', isStatusReply: true }, 'statusReply'],
		['what says the opposite', { phone: '5544999999999', isGroup: false }, 'direct'],
		['what says yes as text', { phone: '5544999999999', isGroup: 'true' }, 'direct'],
		['what came through a list', { phone: '5544999999999', broadcast: true }, 'direct'],
		['no chat', {}, 'direct'],
		['something odd as phone', { phone: { x: 1 } }, 'direct'],
	])('know %s', (_what, body, chatType) => {
		expect(chatTypesOf(message(body))).toEqual([chatType]);
	});

	it('let any of several pass', () => {
		const filters = { chatTypes: ['group', 'channel'] };
		expect(passes(filters, message({ phone: '1-group' }))).toBe(true);
		expect(passes(filters, message({ phone: '1@newsletter' }))).toBe(true);
		expect(passes(filters, message({ phone: '5544999999999' }))).toBe(false);
	});

	it.each([
		['DeliveryCallback'],
		['MessageStatusCallback'],
		['PresenceChatCallback'],
		['ReceivedCallback'],
	])('count for %s', (type) => {
		expect(passes({ chatTypes: ['group'] }, { type, phone: '1-group' })).toBe(true);
		expect(passes({ chatTypes: ['group'] }, { type, phone: '5544999999999' })).toBe(false);
	});
});

describe('Message Kinds', () => {
	it.each<[IDataObject, string]>([
		[{ text: null, image: { imageUrl: 'https://' } }, 'image'],
		[{ text: 'x' }, 'other'],
		[{ text: [] }, 'other'],
		[{ text: {} }, 'text'],
		[{ text: { message: 'x' }, statusVideo: {} }, 'text'],
		[{}, 'other'],
	])('of %j are %s', (content, kind) => {
		const body = message({ phone: '1', ...content });
		expect(MESSAGE_KINDS.filter((value) => passes({ messageKinds: [value] }, body))).toEqual([
			kind,
		]);
	});

	it('let any of several pass', () => {
		const passed = messages.filter(({ body }) =>
			passes({ messageKinds: ['poll', 'reaction', 'listReply'] }, body),
		);
		expect(passed.map(({ title }) => title)).toEqual([
			'reaction',
			'reply to an option list',
			'poll',
		]);
	});
});
