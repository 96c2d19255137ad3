import type { IDataObject } from 'n8n-workflow';
import documented from '../../tools/contract/webhooks.json' with { type: 'json' };
import { InvalidValue } from '../../nodes/shared/values/invalidValue.ts';
import { eventOf } from '../../nodes/ZApiTrigger/events.ts';
import { readFilters, type Filters } from '../../nodes/ZApiTrigger/receiving/filters.ts';

interface Documented {
	event: string;
	samples: Array<{ title: string; body: IDataObject }>;
}

const CHAT_TYPES = ['direct', 'group', 'channel', 'broadcastList', 'statusReply'];

const MESSAGE_KINDS = [
	'text',
	'image',
	'audio',
	'video',
	'document',
	'location',
	'contact',
	'sticker',
	'reaction',
	'poll',
	'pollVote',
	'buttonReply',
	'listReply',
	'other',
];

const SENDERS = ['others', 'me', 'api'];

/** The chat type, the kind and the sender of each documented message. */
const MESSAGES: Record<string, [string, string, string]> = {
	'text message': ['direct', 'text', 'others'],
	'text template (hydratedTemplate)': ['direct', 'other', 'others'],
	reaction: ['direct', 'reaction', 'others'],
	'reply to a button list': ['direct', 'buttonReply', 'others'],
	'OTP copy-code button template': ['direct', 'other', 'others'],
	'Pix key button': ['direct', 'other', 'others'],
	'buttons with image': ['direct', 'other', 'others'],
	'buttons with video': ['direct', 'other', 'others'],
	'reply to an option list': ['direct', 'listReply', 'others'],
	'carousel (sent by me through the API)': ['direct', 'other', 'api'],
	'text that came from an ad (externalAdReply)': ['direct', 'text', 'others'],
	image: ['direct', 'image', 'others'],
	'image template': ['direct', 'other', 'others'],
	audio: ['direct', 'audio', 'others'],
	video: ['direct', 'video', 'others'],
	'video template': ['direct', 'other', 'others'],
	'PTV (round video), arrives as video': ['direct', 'video', 'me'],
	'contact card': ['direct', 'contact', 'others'],
	document: ['direct', 'document', 'others'],
	'document template': ['direct', 'other', 'others'],
	location: ['direct', 'location', 'others'],
	'location template': ['direct', 'other', 'others'],
	sticker: ['direct', 'sticker', 'others'],
	'GIF, arrives as video': ['direct', 'video', 'others'],
	'payment requested': ['direct', 'other', 'others'],
	'payment sent': ['direct', 'other', 'others'],
	product: ['direct', 'other', 'others'],
	'cart (order)': ['direct', 'other', 'others'],
	poll: ['direct', 'poll', 'others'],
	'poll vote': ['direct', 'pollVote', 'others'],
	'order sent (reviewAndPay)': ['direct', 'other', 'others'],
	'order updated (reviewOrder)': ['direct', 'other', 'others'],
	'channel admin invite': ['direct', 'other', 'others'],
	'message pinned': ['direct', 'other', 'me'],
	event: ['group', 'other', 'others'],
	'event response': ['group', 'other', 'others'],
	'waiting message': ['direct', 'other', 'me'],
	'reply to a status post': ['statusReply', 'text', 'others'],
	'message sent to a broadcast list': ['broadcastList', 'text', 'me'],
	'text message (2026-07: description spelt right)': ['direct', 'text', 'others'],
	'document template (2026-07: short form)': ['direct', 'other', 'others'],
	'location template (2026-07: no url)': ['direct', 'other', 'others'],
	'reply to a text status': ['statusReply', 'text', 'others'],
	'reply to an image status': ['statusReply', 'text', 'others'],
	'reply to a video status': ['statusReply', 'text', 'others'],
	'reply to an audio status': ['statusReply', 'text', 'others'],
	'message sent to a broadcast list (2026-07: short form)': ['broadcastList', 'text', 'me'],
	'waiting message (2026-07: short form)': ['direct', 'other', 'me'],
};

/** The chat type of each documented notification. */
const NOTIFICATIONS: Record<string, string> = {
	'message removed by the announcement guard (2026-09)': 'group',
	'message that the announcement guard could not remove (2026-09)': 'group',
	'group suspended (2026-09)': 'group',
	'group no longer suspended (2026-09)': 'group',
	'payment request declined notification (docs heading: payment request)': 'direct',
	'voice call received': 'direct',
	'voice call missed': 'direct',
	'group join request by invite link': 'group',
	'group join request revoked by the user': 'group',
	'group join request made by a participant': 'group',
	'channel admin promoted': 'channel',
	'channel admin demoted': 'channel',
	'own profile name changed': 'direct',
	'own profile picture changed': 'direct',
	'chat labels changed': 'direct',
	'group invite link limited to admins': 'group',
	'group invite link open to all members': 'group',
	'call received (no calls feature)': 'direct',
	'voice call missed (no calls feature)': 'direct',
	'video call missed (no calls feature)': 'direct',
	'call received (calls feature)': 'direct',
	'call accepted (calls feature)': 'direct',
	'call started (calls feature)': 'direct',
	'call ended (calls feature)': 'direct',
	'voice call missed (calls feature)': 'direct',
	'video call missed (calls feature)': 'direct',
	'group join request by invite link (2026-07: short form)': 'group',
	'group join request revoked by the user (2026-07: short form)': 'group',
	'group join request made by a participant (2026-07: short form)': 'group',
	'channel admin promoted (2026-07: short form)': 'channel',
	'channel admin demoted (2026-07: short form)': 'channel',
	'own profile name changed (2026-07: short form)': 'direct',
	'own profile picture changed (2026-07: short form)': 'direct',
	'chat labels changed (2026-07: short form)': 'direct',
};

const samples = (documented as unknown as Documented[]).flatMap(({ event, samples }) =>
	samples.map(({ title, body }) => ({ type: event, title, body })),
);
const ofType = (...types: string[]) => samples.filter(({ type }) => types.includes(type));
const received = ofType('ReceivedCallback');
const messages = received.filter(({ title }) => title in MESSAGES);
const notifications = received.filter(({ title }) => title in NOTIFICATIONS);
/** Events of a chat that are neither messages nor notifications. */
const aboutChats = ofType('DeliveryCallback', 'MessageStatusCallback', 'PresenceChatCallback');
const aboutAccount = ofType('ConnectedCallback', 'DisconnectedCallback', 'ProxyCallback');

function passes(filters: Filters, body: IDataObject, alsoSentByMe = true): boolean {
	const event = eventOf(body);
	if (!event) throw new Error(`No event: ${JSON.stringify(body)}`);
	return readFilters(filters, alsoSentByMe)(event, body);
}

function refusalOf(filters: Filters): InvalidValue {
	try {
		readFilters(filters, false);
	} catch (error) {
		if (error instanceof InvalidValue) return error;
		throw error;
	}
	throw new Error('Nothing was refused');
}

function bodyOf(title: string): IDataObject {
	const sample = received.find((candidate) => candidate.title === title);
	if (!sample) throw new Error(`No sample: ${title}`);
	return sample.body;
}

const message = (body: IDataObject): IDataObject => ({ type: 'ReceivedCallback', ...body });
const textMessage = (text: string) => message({ phone: '5544999999999', text: { message: text } });

/** The filter as n8n hands it over: one entry for each chat. */
const chats = (...chatIds: unknown[]): Filters => ({
	chats: { values: chatIds.map((value) => ({ chatId: { __rl: true, mode: 'id', value } })) },
});

const chatTypesOf = (body: IDataObject) =>
	CHAT_TYPES.filter((chatType) => passes({ chatTypes: [chatType] }, body));

describe('the documented samples', () => {
	it('are all in the tables of this test', () => {
		expect(received.map(({ title }) => title).sort()).toEqual(
			[...Object.keys(MESSAGES), ...Object.keys(NOTIFICATIONS)].sort(),
		);
	});

	it.each(messages)('have a chat type, a kind and a sender: $title', ({ title, body }) => {
		const [chatType, kind, sender] = MESSAGES[title] ?? [];
		const kinds = MESSAGE_KINDS.filter((value) => passes({ messageKinds: [value] }, body));
		const senders = SENDERS.filter((value) => passes({ sentBy: [value] }, body));
		expect([chatTypesOf(body), kinds, senders]).toEqual([[chatType], [kind], [sender]]);
	});

	it.each(notifications)('have a chat type: $title', ({ title, body }) => {
		expect(chatTypesOf(body)).toEqual([NOTIFICATIONS[title]]);
	});

	it.each(aboutChats)('are of the chat that they are about: $type, $title', ({ title, body }) => {
		expect(chatTypesOf(body)).toEqual([title.includes('group') ? 'group' : 'direct']);
	});

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

describe('Only These Chats', () => {
	it.each<[string, string, IDataObject]>([
		['a number', '5544999999999', { phone: '5544999999999' }],
		['a number as people write it', '+55 (44) 99999-9999', { phone: '5544999999999' }],
		['a number with a prefix', '0055 44 99999-9999', { phone: '5544999999999' }],
		['a number from a contact', 'tel:+55-44-99999-9999', { phone: '5544999999999' }],
		['a number of another country', '+1 (415) 555-2671', { phone: '14155552671' }],
		['a Brazilian number that lost its ninth digit', '5544999999999', { phone: '554499999999' }],
		['a Brazilian number that got its ninth digit', '554499999999', { phone: '5544999999999' }],
		['a number without ninth digit, as written', '+55 44 9999-9999', { phone: '5544999999999' }],
		['a group', '120363019502650977-group', { phone: '120363019502650977-group' }],
		['a group of the old kind', '5511999999999-1623281429', { phone: '5511999999999-1623281429' }],
		['a channel', '120363166555745933@newsletter', { phone: '120363166555745933@newsletter' }],
		['a broadcast list', '1774895799-broadcast', { phone: '1774895799-broadcast' }],
		['a broadcast list of the API', '1774895799@broadcast', { phone: '1774895799-broadcast' }],
		['a broadcast list of an event', '1774895799-broadcast', { phone: '1774895799@broadcast' }],
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
		['null', '5544999999999', { phone: null, chatLid: null }],
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
		['MessageStatusCallback', {}],
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

describe('Text Contains', () => {
	it.each([
		['text message', 'TESTE'],
		['text template (hydratedTemplate)', 'texto da mensagem'],
		['reply to a button list', 'ótimo'],
		['reply to a button list', 'OTIMO'],
		['reply to an option list', 'asas para sua imaginacao'],
		['OTP copy-code button template', 'Texto'],
		['buttons with image', 'da mensagem'],
		['buttons with video', 'da mensagem'],
		['carousel (sent by me through the API)', 'da mensagem'],
		['text that came from an ad (externalAdReply)', 'mensagem recebida'],
		['image template', 'da mensagem'],
		['video template', 'da mensagem'],
		['document template', 'da mensagem'],
		['location template', 'da mensagem'],
		['poll', 'melhor api de whatsapp?'],
		['reply to a status post', 'teste'],
		['message sent to a broadcast list', 'lista de transmissao'],
	])('finds in the sample "%s": %s', (title, words) => {
		expect(passes({ textContains: words }, bodyOf(title))).toBe(true);
	});

	it.each([
		['text message', 'example.com'],
		['text that came from an ad (externalAdReply)', 'anuncio'],
		['reply to an image status', 'teste'],
		['reply to a video status', 'teste'],
		['image', 'name'],
		['audio', 'audio'],
		['document', 'nome.pdf'],
	])('finds in the sample "%s" nothing that its sender did not write: %s', (title, words) => {
		expect(passes({ textContains: words }, bodyOf(title))).toBe(false);
	});

	it.each<[IDataObject]>([
		[{ text: { message: 'Quero SAÍR já' } }],
		[{ image: { caption: 'Quero SAÍR já' } }],
		[{ video: { caption: 'Quero SAÍR já' } }],
		[{ document: { caption: 'Quero SAÍR já' } }],
		[{ buttonsResponseMessage: { message: 'Quero SAÍR já' } }],
		[{ listResponseMessage: { title: 'Quero SAÍR já' } }],
		[{ listResponseMessage: { title: 'x', message: 'Quero SAÍR já' } }],
		[{ hydratedTemplate: { message: 'Quero SAÍR já' } }],
		[{ buttonsMessage: { message: 'Quero SAÍR já' } }],
		[{ carouselMessage: { text: 'Quero SAÍR já' } }],
		[{ poll: { question: 'Quero SAÍR já' } }],
	])('finds words in %j, as does Text Matches', (content) => {
		const body = message({ phone: '1', ...content });
		expect(passes({ textContains: 'sair JA' }, body)).toBe(true);
		expect(passes({ textContains: 'ficar' }, body)).toBe(false);
		expect(passes({ textMatches: 'quero sair*' }, body)).toBe(true);
		expect(passes({ textMatches: 'sair*' }, body)).toBe(false);
	});

	it.each([
		['!sair', 'por favor, !Sair.', true],
		['  sair  ', 'SAIR', true],
		['são', 'sao paulo', true],
		['sao', 'SÃO PAULO', true],
		['acao', 'Ação', true],
		['acao', 'Ac\u0327a\u0303o', true],
		['👍', 'ok 👍', true],
		['sair', 'sa ir', false],
		['.*', 'sair', false],
		['sair', '', false],
		['sair', `${'x'.repeat(10_000)} sair`, true],
	])('%j, asked about %j, says %j', (words, text, isPassed) => {
		expect(passes({ textContains: words }, textMessage(text))).toBe(isPassed);
	});

	it('takes a number for its digits', () => {
		const filters = { textContains: 123 } as unknown as Filters;
		expect(passes(filters, textMessage('Pedido 1234'))).toBe(true);
		expect(passes(filters, textMessage('Pedido 1'))).toBe(false);
	});

	it.each<[IDataObject]>([
		[{}],
		[{ text: null }],
		[{ text: {} }],
		[{ text: { message: null } }],
		[{ text: { message: 7 } }],
		[{ text: { message: ['sair'] } }],
		[{ text: 'sair' }],
		[{ image: { imageUrl: 'https://sair' } }],
		[{ chatName: 'sair', senderName: 'sair' }],
	])('stops what has no text: %j', (content) => {
		expect(passes({ textContains: 'sair' }, message({ phone: '1', ...content }))).toBe(false);
		expect(passes({ textMatches: 'sair' }, message({ phone: '1', ...content }))).toBe(false);
		expect(passes({ textMatches: '^' }, message({ phone: '1', chatName: 'x' }))).toBe(false);
	});
});

describe('Text Matches', () => {
	it.each([
		['!sair*', '!SAIR agora', true],
		['!sair*', 'Quero !sair', false],
		[' !sair\n', ' !sair ', true],
		['!sair', '!sair agora', false],
		['sair', 'sáir', true],
		['', 'anything', true],
		['  ', 'anything', true],
	])('%j, asked about %j, says %j, and so for each event', (textMatches, text, isPassed) => {
		const asks = readFilters({ textMatches }, false);
		const body = textMessage(text);
		const event = eventOf(body);
		if (!event) throw new Error('No event');
		expect([asks(event, body), asks(event, body)]).toEqual([isPassed, isPassed]);
	});
});

describe('what expressions may give', () => {
	it.each<[Filters, IDataObject, boolean]>([
		[{ messageStatuses: 'READ_BY_ME' }, { type: 'MessageStatusCallback', status: 'READ' }, false],
		[{ messageStatuses: 'READ' }, { type: 'MessageStatusCallback', status: 'READ' }, true],
		[{ messageStatuses: null }, { type: 'MessageStatusCallback', status: 'READ' }, true],
		[{ messageKinds: 'pollVote' }, { ...message({}), poll: {} }, false],
		[{ textContains: null, textMatches: undefined }, textMessage('x'), true],
		[{ chats: { values: null } }, textMessage('x'), true],
		[{ chats: {} }, textMessage('x'), true],
		[chats(['1774895799-broadcast', '1-group']), message({ phone: '1774895799-broadcast' }), true],
	])('%j, asked about %j, says %j', (filters, body, isPassed) => {
		expect(passes(filters, body)).toBe(isPassed);
	});

	it.each<[Filters, string]>([
		[{ messageStatuses: 7 }, "Message Statuses isn't a list of choices: 7"],
		[{ chatTypes: [{ a: 1 }] }, 'Chat Types isn\'t a list of choices: [{"a":1}]'],
		[{ textContains: ['x'] }, 'Text Contains isn\'t text: ["x"]'],
		[{ textMatches: {} }, "Text Matches isn't text: {}"],
	])('%j are refused, before any event comes', (filters, problem) => {
		expect(refusalOf(filters).problem).toBe(problem);
	});

	it.each(['^', '`', '´', '¨'])('words of signs only, such as %s, are looked for', (sign) => {
		expect(passes({ textContains: sign }, textMessage('bom dia'))).toBe(false);
		expect(passes({ textContains: sign }, textMessage(`bom ${sign} dia`))).toBe(true);
	});

	it.each([
		['120363@newsletter', {}],
		['1774895799-broadcast', {}],
		['120363-group', { isGroup: true }],
		['120363-group', { isGroup: true, isStatusReply: true }],
	])('do not find the sender of a message in %s', (phone, rest) => {
		const body = message({ phone, senderLid: '81896604192873@lid', ...rest });
		expect(passes(chats('81896604192873@lid'), body)).toBe(false);
	});
});

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

describe('all filters together', () => {
	const filters: Filters = {
		chatTypes: ['group'],
		...chats('120363019502650977-group'),
		sentBy: ['others'],
		messageKinds: ['image'],
		textContains: 'sair',
		textMatches: '!*',
		sendResults: ['failed'],
		messageStatuses: ['READ'],
		chatPresences: ['PAUSED'],
	};
	const body = message({
		phone: '120363019502650977-group',
		isGroup: true,
		fromMe: false,
		image: { imageUrl: 'https://', caption: '!sair' },
	});

	it('let pass what meets each of them', () => {
		expect(passes(filters, body)).toBe(true);
	});

	it.each<[string, Filters, IDataObject]>([
		['Chat Types', { chatTypes: ['direct'] }, {}],
		['Only These Chats', {}, { phone: '120363019502650978-group' }],
		['Sent By', {}, { fromMe: true }],
		['Message Kinds', { messageKinds: ['video'] }, {}],
		['Text Contains', {}, { image: { caption: '!ficar' } }],
		['Text Matches', {}, { image: { caption: 'sair!' } }],
	])('stop what meets all but %s', (_name, otherFilters, otherBody) => {
		expect(passes({ ...filters, ...otherFilters }, { ...body, ...otherBody })).toBe(false);
	});

	it.each<[IDataObject, boolean]>([
		[{ type: 'DeliveryCallback', phone: '120363019502650977-group', error: 'x' }, true],
		[{ type: 'DeliveryCallback', phone: '120363019502650977-group' }, false],
		[{ type: 'DeliveryCallback', phone: '120363019502650978-group', error: 'x' }, false],
		[{ type: 'MessageStatusCallback', phone: '120363019502650977-group', status: 'READ' }, true],
		[{ type: 'MessageStatusCallback', phone: '5544999999999', status: 'READ' }, false],
		[{ type: 'MessageStatusCallback', phone: '120363019502650977-group', status: 'SENT' }, false],
		[{ type: 'PresenceChatCallback', phone: '120363019502650977-group', status: 'PAUSED' }, true],
		[{ type: 'PresenceChatCallback', phone: '120363019502650977-group', status: 'READ' }, false],
		[
			{ type: 'ReceivedCallback', phone: '120363019502650977-group', notification: 'GROUP_CREATE' },
			true,
		],
		[{ type: 'ReceivedCallback', phone: '5544999999999', notification: 'CALL_VOICE' }, false],
	])('ask each event only what it can answer: %j', (other, isPassed) => {
		expect(passes(filters, other)).toBe(isPassed);
	});
});
