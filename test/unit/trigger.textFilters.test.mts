import type { IDataObject } from 'n8n-workflow';
import { eventOf } from '../../nodes/ZApiTrigger/events.ts';
import { readFilters, type Filters } from '../../nodes/ZApiTrigger/receiving/filters.ts';
import { received, passes, refusalOf, message, chats } from './filterCases.mts';

function bodyOf(title: string): IDataObject {
	const sample = received.find((candidate) => candidate.title === title);
	if (!sample) throw new Error(`No sample: ${title}`);
	return sample.body;
}

const textMessage = (text: string) => message({ phone: '5544999999999', text: { message: text } });

describe('Text Contains', () => {
	it.each([
		['reply to a button list', 'OTIMO'],
		['reply to an option list', 'asas para sua imaginacao'],
		['OTP copy-code button template', 'Texto'],
		['message sent to a broadcast list', 'lista de transmissao'],
	])('finds in the sample "%s": %s', (title, words) => {
		expect(passes({ textContains: words }, bodyOf(title))).toBe(true);
	});

	it.each([
		['text message', 'example.com'],
		['text that came from an ad (externalAdReply)', 'anuncio'],
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
		[{ text: null }],
		[{ text: { message: 7 } }],
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
	])('%j, asked about %j, says %j, and so for each event', (textMatches, text, isPassed) => {
		const asks = readFilters({ textMatches }, false);
		const body = textMessage(text);
		const event = eventOf(body);
		if (!event) throw new Error('No event');
		const isAsked = () => asks(event, body) === undefined;
		expect([isAsked(), isAsked()]).toEqual([isPassed, isPassed]);
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

	it.each(['^', '¨'])('words of signs only, such as %s, are looked for', (sign) => {
		expect(passes({ textContains: sign }, textMessage('bom dia'))).toBe(false);
		expect(passes({ textContains: sign }, textMessage(`bom ${sign} dia`))).toBe(true);
	});

	it.each([
		['120363@newsletter', {}],
		['1774895799-broadcast', {}],
		['120363-group', { isGroup: true }],
	])('do not find the sender of a message in %s', (phone, rest) => {
		const body = message({ phone, senderLid: '81896604192873@lid', ...rest });
		expect(passes(chats('81896604192873@lid'), body)).toBe(false);
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
