import type { IDataObject } from 'n8n-workflow';
import { simplify, sample } from './simplifiedEvents.mts';

function message(content: IDataObject): IDataObject {
	return simplify({ type: 'ReceivedCallback', phone: '5544999999999', ...content });
}

/** What a message comes out as, beside what all of them have. */
function contentOf(content: IDataObject): IDataObject {
	const { eventType, phone, chatId, senderPhone, ...rest } = message(content);
	expect([eventType, phone, chatId, senderPhone]).toEqual([
		'messageReceived',
		'5544999999999',
		'5544999999999',
		'5544999999999',
	]);
	return rest;
}

describe('a message', () => {
	it('says who wrote what in which chat', () => {
		expect(sample('text message')).toEqual({
			eventType: 'messageReceived',
			phone: '5544999999999',
			chatId: '81896604192873@lid',
			chatName: 'name',
			isGroup: false,
			senderName: 'name',
			senderPhone: '5544999999999',
			fromMe: false,
			kind: 'text',
			text: 'teste',
			date: '2021-09-21T12:50:38.000Z',
			messageId: 'A20DA9C0183A2D35A260F53F5D2B9244',
			connectedPhone: '554499999999',
			instanceId: 'A20DA9C0183A2D35A260F53F5D2B9244',
		});
	});

	it.each<[string, IDataObject, string | undefined]>([
		['a chat with one person: that person', { participantPhone: null }, '5544999999999'],
		[
			'a group: the participant',
			{ isGroup: true, participantPhone: '5511900000001' },
			'5511900000001',
		],
		[
			'a group that hides phones',
			{ isGroup: true, participantPhone: '', participantLid: '1@lid' },
			'1@lid',
		],
		['a group that names nobody', { isGroup: true }, undefined],
		['what I wrote', { fromMe: true, connectedPhone: '5544988888888' }, '5544988888888'],
	])('names the sender in %s', (_where, body, senderPhone) => {
		expect(message({ text: { message: 'Oi' }, ...body }).senderPhone).toBe(senderPhone);
	});

	it.each<[string, IDataObject, IDataObject]>([
		[
			'an image with its caption',
			{
				image: {
					imageUrl: 'https://files.example/a.jpeg',
					caption: 'Olha',
					mimeType: 'image/jpeg',
				},
			},
			{
				kind: 'image',
				text: 'Olha',
				fileUrl: 'https://files.example/a.jpeg',
				fileName: 'a.jpeg',
				mimeType: 'image/jpeg',
			},
		],
		[
			'a voice note',
			{
				audio: {
					audioUrl: 'https://files.example/a',
					ptt: true,
					seconds: 10,
					mimeType: 'audio/ogg; codecs=opus',
				},
			},
			{
				kind: 'audio',
				text: '',
				fileUrl: 'https://files.example/a',
				mimeType: 'audio/ogg; codecs=opus',
				seconds: 10,
				ptt: true,
			},
		],
		[
			'a file that Z-API could not get',
			{ document: { documentUrl: '', fileName: 'nota.pdf', downloadError: 'not found' } },
			{ kind: 'document', text: '', fileName: 'nota.pdf', downloadError: 'not found' },
		],
		[
			'a button that was pressed',
			{ buttonsResponseMessage: { buttonId: '1', message: 'Sim' }, referenceMessageId: 'A1' },
			{ kind: 'buttonReply', text: 'Sim', referenceMessageId: 'A1', buttonId: '1' },
		],
		[
			'a row that was chosen',
			{ listResponseMessage: { message: 'Escolha', title: 'Pix', selectedRowId: '2' } },
			{ kind: 'listReply', text: 'Pix', selectedRowId: '2' },
		],
		[
			'a reaction, and to what',
			{
				referenceMessageId: null,
				reaction: { value: '❤️', referencedMessage: { messageId: 'A1' } },
			},
			{ kind: 'reaction', text: '', referenceMessageId: 'A1', reaction: '❤️' },
		],
		[
			'a location',
			{ location: { latitude: -23.4, longitude: -51.9, name: 'Praça', address: 'Rua 1' } },
			{
				kind: 'location',
				text: '',
				latitude: -23.4,
				longitude: -51.9,
				locationName: 'Praça',
				address: 'Rua 1',
			},
		],
		[
			'a contact',
			{ contact: { displayName: 'Ana', vCard: 'BEGIN:VCARD', phones: ['5544999999999'] } },
			{ kind: 'contact', text: '', contactName: 'Ana', contactPhones: ['5544999999999'] },
		],
		[
			'a poll',
			{
				poll: {
					question: 'Quando?',
					pollMaxOptions: 0,
					options: [{ name: 'Hoje' }, { name: 'Amanhã' }],
				},
			},
			{ kind: 'poll', text: 'Quando?', options: ['Hoje', 'Amanhã'] },
		],
		[
			'a vote',
			{ pollVote: { pollMessageId: 'A1', options: [{ name: 'Hoje' }] } },
			{ kind: 'pollVote', text: '', options: ['Hoje'], referenceMessageId: 'A1' },
		],
		[
			'an order, as it is',
			{ order: { orderId: '1', products: [{ name: 'Pão' }] } },
			{ kind: 'other', text: '', order: { orderId: '1', products: [{ name: 'Pão' }] } },
		],
		[
			'a WhatsApp event, as it is',
			{ event: { name: 'Festa', scheduleTime: 1716915653 } },
			{ kind: 'other', text: '', event: { name: 'Festa', scheduleTime: 1716915653 } },
		],
		[
			'a kind that nobody knows yet, as it is',
			{ hologram: { url: 'https://files.example/h' }, thumbnail: 'x' },
			{ kind: 'other', text: '', hologram: { url: 'https://files.example/h' } },
		],
		[
			'the advertisement that it came from',
			{ text: { message: 'Oi' }, externalAdReply: { sourceId: '1' } },
			{ kind: 'text', text: 'Oi', externalAdReply: { sourceId: '1' } },
		],
		[
			'what is true of few messages, only where it is',
			{
				text: { message: 'Oi' },
				isEdit: true,
				forwarded: true,
				isStatusReply: false,
				fromApi: false,
			},
			{ kind: 'text', text: 'Oi', isEdit: true, forwarded: true },
		],
	])('has %s', (_what, body, expected) => {
		expect(contentOf(body)).toEqual(expected);
	});

	it.each<[string, IDataObject]>([
		['a content that is no object', { text: 'Oi', image: ['x'], poll: null }],
		[
			'options that are no list',
			{ poll: { question: 1, options: 'Hoje' }, pollVote: { options: [null, 1] } },
		],
		['names of what every object has', { constructor: {}, toString: { a: 1 }, hasOwnProperty: 1 }],
		['a time that is none', { momment: 'soon', text: { message: 'Oi' } }],
	])('comes out in spite of %s', (_what, body) => {
		expect(message(body)).toMatchObject({ eventType: 'messageReceived', phone: '5544999999999' });
	});
});
