import { describe, expect, it } from '@jest/globals';
import { endpoints } from '../../tools/contract/endpoints.mts';
import * as client from '../../tools/emulator/client.mts';
import { contents } from '../../tools/emulator/contents.mts';
import type { WebhookEvent } from '../../tools/emulator/emulator.mts';
import { messagesOf } from '../../tools/emulator/messages.mts';
import { responses } from '../../tools/emulator/responses.mts';
import { documentedEvents } from '../../tools/emulator/webhooks.mts';
import {
	ANA,
	BLOCK,
	emulator,
	post,
	only,
	message,
	events,
	sendText,
} from './emulatorConversation.mts';

const BRUNO = '5511900000002';

const NOBODY = '5511955554444';

describe('what is sent', () => {
	const kinds = endpoints.filter(
		({ id, response }) => response.shape !== null && 'zaapId' in response.shape && id in known(),
	);
	function known() {
		return { ...contents, ...responses };
	}

	it('is kept for every documented kind of message', () => {
		const sends = endpoints.filter(({ section, response }) => {
			const answersIds = response.shape !== null && 'zaapId' in response.shape;
			return section === 'message' && answersIds;
		});
		expect(sends.filter(({ id }) => !(id in known()))).toEqual([]);
		expect(sends.length).toBeGreaterThan(30);
	});

	it.each(kinds)('is in its chat, in a documented form: $id', async ({ sample, response, id }) => {
		const { messageId, zaapId } = await post(sample.path, sample.body as object);
		expect(Object.keys(response.shape ?? {})).toContain('zaapId');
		const sent = only(emulator.state.messages);
		expect(sent).toMatchObject({ zaapId, fromMe: true, fields: sample.body });
		if (messageId !== undefined) expect(sent.messageId).toBe(messageId);
		if (id === 'forward-message') return;
		const [[key, value]] = Object.entries(sent.content) as [[string, object]];
		const documented = documentedEvents(emulator.account).flatMap(({ body }) =>
			Object.keys((body[key] as object | undefined) ?? {}),
		);
		const ofAll = Object.keys(value).filter((name) => !documented.includes(name));
		// Captions of documents, and whether a GIF is for one view, aren't documented.
		expect({ key, undocumented: ofAll }).toEqual({ key, undocumented: [] });
	});

	it('makes a chat of a person who is on WhatsApp, and of no one else', async () => {
		emulator.state.inviteOnlyPhones = [BRUNO, '5511900000098'];
		await sendText('5511900000098', 'Oi');
		await sendText(NOBODY, 'Oi');
		const phones = emulator.state.chats.map(({ phone }) => phone);
		expect(phones).toContain('5511900000098');
		expect(phones).not.toContain(NOBODY);
	});

	it('lands in one chat, whatever form its id has', async () => {
		const { body } = await client.answer(emulator, `/phone-exists/${ANA}`);
		const [{ lid }] = body as [{ lid: string }];
		for (const phone of [ANA, '551100000001', lid]) await sendText(phone, 'Oi');
		expect(messagesOf(emulator.state, ANA)).toHaveLength(3);
	});
});

const MARKET = '120363500000000055-group';

const CHANNEL = '120363600000000061@newsletter';

const SENT = ['DeliveryCallback', 'ReceivedCallback', 'MessageStatusCallback: SENT'];

describe('what becomes of a message', () => {
	it.each([
		['a number that nobody has', '/send-text', NOBODY, 'Phone number does not exist'],
		[
			'a group in which only admins write',
			'/send-text',
			MARKET,
			"You can't message this group as you don't have permission",
		],
		[
			'a group that is not there',
			'/send-text',
			'120363999999999999-group',
			"You can't message this group as you don't have permission",
		],
	])('is a failure for %s', async (_, path, phone, error) => {
		const sent = message(await post(path, { phone, message: 'Oi' }));
		expect(sent.status).toBe('FAILED');
		expect(events()).toEqual([`DeliveryCallback: ${error}`]);
	});

	it.each([
		[
			'/send-poll',
			ANA,
			{ message: 'Quando?', poll: [{ name: 'Hoje' }] },
			'This type of message can only be sent in groups',
		],
		[
			'/send-location',
			CHANNEL,
			{ title: 'a', address: 'b', latitude: '1', longitude: '2' },
			'Location message not available to channels.',
		],
		[
			'/forward-message',
			ANA,
			{ messageId: '3EB0', messagePhone: BRUNO },
			'Message does not forward because it was not found',
		],
	])('is a failure for what %s can not send there', async (path, phone, body, error) => {
		await post(path, { phone, ...body });
		expect(events()).toEqual([`DeliveryCallback: ${error}`]);
	});

	it('is what a test wants it to be', async () => {
		emulator.state.sendErrors[ANA] = 'Timeout on send message';
		await sendText(ANA, 'Oi');
		await sendText(BRUNO, 'Oi');
		expect(events()).toEqual(['DeliveryCallback: Timeout on send message', ...SENT]);
	});

	it('is that it arrives, is read and played', async () => {
		const sent = await sendText(ANA, 'Oi');
		await sendText(BRUNO, 'Oi');
		emulator.state.events = [];
		emulator.whatsApp.setStatus(ANA, 'RECEIVED');
		emulator.whatsApp.setStatus(ANA, 'READ');
		emulator.whatsApp.setStatus(ANA, 'READ');
		expect(emulator.state.events).toMatchObject(
			['RECEIVED', 'READ'].map((title) => ({
				title,
				body: { ids: [sent.messageId], phone: ANA, isGroup: false },
			})),
		);
		expect(message(sent).status).toBe('READ');
	});
});

describe('what others write', () => {
	const lastBody = () => (emulator.state.events.at(-1) as WebhookEvent).body;

	it('is a message of its chat, and told of with who wrote it', () => {
		const { messageId } = emulator.whatsApp.write(BLOCK, '!sair', { participantPhone: ANA });
		expect(lastBody()).toMatchObject({
			...{ messageId, phone: BLOCK, isGroup: true, fromMe: false, fromApi: false },
			...{ chatName: 'Bloco A', senderName: 'Ana Souza', participantPhone: ANA },
			...{ status: 'RECEIVED', text: { message: '!sair' } },
		});
		expect(only(messagesOf(emulator.state, BLOCK)).messageId).toBe(messageId);
		expect(() => emulator.whatsApp.write(BLOCK, 'Oi')).toThrow('In a group, someone has to write');
	});

	it('can be anything that webhooks show', () => {
		emulator.whatsApp.write(ANA, { audio: { audioUrl: 'https://example.com/a.ogg' } });
		expect(lastBody()).toMatchObject({ audio: { audioUrl: 'https://example.com/a.ogg' } });
	});

	it('can be that they press a button, or choose from a list', async () => {
		const buttons = [{ id: 'sim', label: 'Sim, quero' }];
		const asked = await post('/send-button-list', {
			...{ phone: ANA, message: 'Quer?', buttonList: { buttons } },
		});
		emulator.whatsApp.press(asked.messageId, 'sim');
		expect(lastBody()).toMatchObject({
			...{ phone: ANA, referenceMessageId: asked.messageId },
			buttonsResponseMessage: { buttonId: 'sim', message: 'Sim, quero' },
		});
		const options = [{ id: '1', title: 'Z-API', description: 'Asas' }];
		const listed = await post('/send-option-list', {
			...{ phone: ANA, message: 'Qual?' },
			optionList: { title: 'Opções', buttonLabel: 'Abrir', options },
		});
		emulator.whatsApp.press(listed.messageId, '1');
		expect(lastBody()).toMatchObject({
			referenceMessageId: listed.messageId,
			listResponseMessage: { message: 'Asas', title: 'Z-API', selectedRowId: '1' },
		});
		expect(() => emulator.whatsApp.press(listed.messageId, '2')).toThrow('nothing of the id 2');
		expect(() => emulator.whatsApp.press('3EB0', '1')).toThrow('There is no message 3EB0');
	});

	it('can be that they join a group', () => {
		emulator.whatsApp.joinGroup(BLOCK, '5511900000012');
		expect(lastBody()).toMatchObject({
			...{ phone: BLOCK, notification: 'GROUP_PARTICIPANT_ADD' },
			notificationParameters: ['5511900000012'],
		});
		emulator.whatsApp.joinGroup(BLOCK, '5511900000009');
		const ids = emulator.state.events.map(({ body }) => (body as { messageId?: string }).messageId);
		expect(new Set(ids).size).toBe(2);
		const { participants } = only(emulator.state.groups.filter(({ phone }) => phone === BLOCK));
		expect(participants.map(({ phone }) => phone)).toContain('5511900000012');
	});

	it('has every field and no other than the documented samples', () => {
		emulator.whatsApp.write(ANA, 'Oi');
		const samples = documentedEvents(emulator.account);
		const known = samples.flatMap(({ body }) => Object.keys(body));
		expect(Object.keys(lastBody() ?? {}).filter((name) => !known.includes(name))).toEqual([]);
	});
});
