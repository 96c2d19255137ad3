import type { IDataObject } from 'n8n-workflow';
import { eventOf } from '../../nodes/ZApiTrigger/events.ts';
import {
	chatIdOf,
	chatsOf,
	messageKindOf,
} from '../../nodes/ZApiTrigger/receiving/messageAttributes.ts';
import { fileToDownload, mediaOf } from '../../nodes/ZApiTrigger/receiving/downloadMedia.ts';
import { simplifyEvent } from '../../nodes/ZApiTrigger/receiving/simplifyEvent.ts';
import wire from '../../tools/contract/wire.json' with { type: 'json' };

const recorded = wire.events as unknown as Array<{ id: string; body: IDataObject }>;

function simplify(body: IDataObject): IDataObject {
	const event = eventOf(body);
	if (!event) throw new Error(`No event: ${JSON.stringify(body)}`);
	return simplifyEvent(event, body);
}

function event(id: string): IDataObject {
	const found = recorded.find((candidate) => candidate.id === id);
	if (!found) throw new Error(`No event ${id}`);
	return found.body;
}

const message = (content: IDataObject) =>
	simplify({ type: 'ReceivedCallback', phone: '5544999999999', ...content });

describe('every recorded event', () => {
	const OTHERS = ['ReceivedCallback-23', 'ReceivedCallback-41'];

	it.each(recorded)('says what it is, in which chat, when, and which file: $id', ({ id, body }) => {
		const simplified = simplify(body);
		if (body.momment) expect(simplified.date).toMatch(/^20\d\d-/);
		expect(simplified.chatId).toBe(
			body.type === 'ConnectedCallback' ? undefined : (body.chatLid ?? body.phone),
		);
		for (const name of ['chatLid', 'participantLid', 'editMessageId']) {
			expect(simplified[name]).toBe(body[name] ?? undefined);
		}
		expect(Object.values(simplified)).not.toContain(null);
		// Only buttons and the answer to a message have no flat form.
		const nested = Object.entries(simplified).filter(
			([, value]) =>
				typeof value === 'object' && ![value].flat().every((part) => typeof part !== 'object'),
		);
		expect(nested.map(([name]) => name).filter((name) => name !== 'buttonsMessage')).toEqual([]);
		const isMessage = body.type === 'ReceivedCallback' && body.notification === undefined;
		if (isMessage) expect(messageKindOf(body) === 'other').toBe(OTHERS.includes(id));
		const hasFile = mediaOf(body) !== undefined && body.isEdit !== true;
		expect(fileToDownload(body) !== undefined).toBe(hasFile);
		expect(typeof simplified.fileUrl).toBe(hasFile ? 'string' : 'undefined');
		// It comes out with any of its fields missing, or as something else, too.
		for (const name of Object.keys(body).filter((key) => key !== 'type')) {
			for (const value of [undefined, null, '', 'x', 1, true, [], [null], {}, { phone: {} }]) {
				expect(simplify({ ...body, [name]: value as IDataObject })).toHaveProperty('eventType');
			}
		}
	});
});

it('a round video is a video, with its file and its caption', () => {
	expect(
		simplify({
			...event('ReceivedCallback-38'),
			ptv: { ptvUrl: 'https://f/a.mp4', caption: 'Oi' },
		}),
	).toMatchObject({
		kind: 'video',
		text: 'Oi',
		fileUrl: 'https://f/a.mp4',
		fileName: 'a.mp4',
	});
});

it('a live location is a location, with its caption', () => {
	const liveLocation = { latitude: -22.8, longitude: -43.3, sequence: { low: 1 }, caption: 'Indo' };
	const simplified = message({ liveLocation });
	expect(simplified).toMatchObject({
		kind: 'location',
		text: 'Indo',
		latitude: -22.8,
		longitude: -43.3,
	});
	expect(simplified).not.toHaveProperty('liveLocation');
});

it.each<[string, IDataObject, string]>([
	['a document', { document: { caption: 'A nota', documentUrl: 'https://f/a.pdf' } }, 'A nota'],
	[
		'a list',
		{ listMessage: { description: 'Escolha', title: 'Cardápio', sections: [] } },
		'Escolha',
	],
	['a list with a title only', { listMessage: { title: 'Cardápio' } }, 'Cardápio'],
])('the text of %s comes out', (_what, content, text) => {
	expect(message(content).text).toBe(text);
});

it('a GIF says so, and any other video does not', () => {
	expect(message({ video: { videoUrl: 'https://f/a.mp4', isGif: true } })).toHaveProperty(
		'isGif',
		true,
	);
	expect(message({ video: { videoUrl: 'https://f/a.mp4', isGif: false } })).not.toHaveProperty(
		'isGif',
	);
});

it.each([
	['of an edit', { isEdit: true, image: { imageUrl: null } }, undefined],
	[
		'of an edit that has one',
		{ isEdit: true, image: { imageUrl: 'https://f/a.png' } },
		'https://f/a.png',
	],
	['of a message without an address', { image: { imageUrl: null } }, ''],
	['that Z-API could not get', { isEdit: true, image: { downloadError: 'gone' } }, ''],
])('the file %s', (_which, body, url) => {
	expect(fileToDownload(body as IDataObject)?.url).toBe(url);
});

describe('the ID of a chat', () => {
	const lid = '100000000000001@lid';
	it.each<[string, IDataObject, string | undefined]>([
		['is the @lid of a person', { phone: '5544999999999', chatLid: lid }, lid],
		['is the same where the phone is the @lid', { phone: lid, chatLid: lid, fromMe: true }, lid],
		['is the @lid under its older name', { phone: '5544999999999', senderLid: lid }, lid],
		[
			'is not my own @lid',
			{ phone: '5544999999999', senderLid: lid, fromMe: true },
			'5544999999999',
		],
		['is the number without an @lid', { phone: '5544999999999', chatLid: null }, '5544999999999'],
		['is that of a group', { phone: '1203-group', isGroup: true, senderLid: lid }, '1203-group'],
		[
			'is that of a channel',
			{ phone: '1@newsletter', isNewsletter: true, senderLid: lid },
			'1@newsletter',
		],
		['is nothing where there is no chat', {}, undefined],
	])('%s', (_what, body, expected) => {
		expect(chatIdOf(body)).toBe(expected);
		if (expected !== undefined) expect(chatsOf(body)).toContain(expected);
	});
});

describe('an @lid without its ending', () => {
	const participantLid = '100000000000001@lid';
	it.each<[string, IDataObject, IDataObject]>([
		[
			'of who wrote in a group',
			{ isGroup: true, phone: '1203-group', participantPhone: '100000000000001', participantLid },
			{ senderPhone: participantLid },
		],
		[
			'of a chat',
			{ phone: '100000000000001', chatLid: participantLid },
			{ phone: participantLid, senderPhone: participantLid },
		],
		[
			'in a notification',
			{
				notification: 'GROUP_PARTICIPANT_ADD',
				notificationParameters: ['100000000000001', '5511900000001', participantLid],
				participantLid,
			},
			{ notificationParameters: [participantLid, '5511900000001', participantLid] },
		],
		[
			'in an entry of a notification',
			{
				notification: 'CHAT_LABEL_ASSOCIATION',
				notificationParameters: [{ phone: '100000000000001', label: '1' }, 1, null],
				chatLid: participantLid,
			},
			{ notificationParameters: [{ phone: participantLid, label: '1' }, 1, null] },
		],
	])('%s gets it', (_where, body, expected) => {
		expect(message(body)).toMatchObject(expected);
	});

	it('is told from the number of somebody else', () => {
		const body = { isGroup: true, participantPhone: '5511900000001', participantLid };
		expect(message(body).senderPhone).toBe('5511900000001');
	});
});

describe('contacts', () => {
	const card = (tel: string) => `BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n${tel}\nEND:VCARD`;
	it.each([
		['TEL;type=CELL;waid=5544999999999:+55 44 99999-9999', ['5544999999999']],
		[
			'item1.TEL;waid=5544999999999:+55 44 99999-9999\r\nitem1.X-ABLabel:Celular',
			['5544999999999'],
		],
		['TEL:+55 (44) 99999-9999', ['5544999999999']],
		['tel;type=CELL:tel:+55-44-99999-9999', ['5544999999999']],
		['TEL;type=CELL;wa\r\n id=5544999999999:+55 44', ['5544999999999']],
		[
			'TEL:+55 44 99999-9999\nTEL;waid=5511900000001:x\nTEL:+554499999-9999',
			['5544999999999', '5511900000001'],
		],
		['NOTE:TEL 123', undefined],
		['TEL:', undefined],
	])('have the numbers of their vCard if no others are there: %j', (tel, phones) => {
		expect(message({ contact: { displayName: 'Ana', vCard: card(tel) } }).contactPhones).toEqual(
			phones,
		);
		const given = { displayName: 'Ana', vCard: card(tel), phones: ['1'] };
		expect(message({ contact: given }).contactPhones).toEqual(['1']);
	});

	const ana = { displayName: 'Ana', phones: ['5544999999999'] };
	const rui = { displayName: 'Rui', vCard: card('TEL;waid=5511900000001:x') };
	it.each<[string, IDataObject]>([
		['a list under contacts', { contacts: [ana, rui] }],
		['a list under contact', { contact: [ana, rui] }],
		['a list inside', { contacts: { displayName: '2 contatos', contacts: [ana, rui] } }],
	])('come out all where there are several, as %s', (_form, content) => {
		const simplified = message(content);
		expect(simplified).toMatchObject({
			kind: 'contact',
			contactName: 'Ana, Rui',
			contactPhones: ['5544999999999', '5511900000001'],
			contacts: [
				{ contactName: 'Ana', contactPhones: ['5544999999999'] },
				{ contactName: 'Rui', contactPhones: ['5511900000001'] },
			],
		});
		expect(simplified).not.toHaveProperty('contact');
	});

	it('take a time in proportion to their vCard', () => {
		const vCard = `BEGIN:VCARD\n${'TEL;x'.repeat(100_000)}\n${'TEL:1\n'.repeat(100_000)}`;
		const start = performance.now();
		message({ contact: { displayName: 'Ana', vCard } });
		expect(performance.now() - start).toBeLessThan(2_000);
	});
});

it('the status of many messages at once names them all', () => {
	expect(simplify(event('MessageStatusCallback-04'))).toMatchObject({
		chatId: '120363000000000001-group',
		messageId: 'AFDA9A826596ED054BF9',
		messageIds: event('MessageStatusCallback-04').ids,
		ids: event('MessageStatusCallback-04').ids,
	});
});
