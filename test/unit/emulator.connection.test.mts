import { describe, expect, it } from '@jest/globals';
import * as client from '../../tools/emulator/client.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';

const ANA = '5511900000001';
const NOBODY = '5511955554444';
const BLOCK = '120363100000000012-group';

let emulator: Emulator;
useEmulator((started) => (emulator = started));

const { ok, refused } = client;
const get = (path: string) => client.answer(emulator, path);
const post = (path: string, body: object) => client.answer(emulator, path, { body });
const sendText = (message: string) => post('/send-text', { phone: ANA, message });
const types = () => emulator.state.events.map(({ type }) => type);

function textsOfQueue(body: unknown): string[] {
	return (body as { messages: Array<{ Message: string }> }).messages.map(({ Message }) => Message);
}

describe('the connection', () => {
	it('can be cut and made again, and is told of each time', async () => {
		expect(await get('/disconnect')).toEqual(ok({ value: true }));
		expect((await get('/status')).body).toMatchObject({ connected: false });
		await get('/disconnect');
		expect((await get('/qr-code/image')).body).toEqual({
			value: expect.stringMatching(/^data:image\/png;base64,iVBOR/) as unknown,
		});
		emulator.whatsApp.connect();
		expect((await get('/status')).body).toMatchObject({ connected: true });
		expect(types()).toEqual(['DisconnectedCallback', 'ConnectedCallback']);
	});

	it('gives no code while it stands, and survives a restart', async () => {
		expect(await get('/qr-code')).toEqual(ok({ connected: true }));
		expect(await get('/restart')).toEqual(ok({ value: true }));
		expect((await get('/status')).body).toMatchObject({ connected: true });
		expect(types()).toEqual([]);
	});
});

describe('the queue', () => {
	it('holds messages until the instance is connected, and sends them in order', async () => {
		emulator.whatsApp.disconnect();
		for (const text of ['um', 'dois', 'três']) expect((await sendText(text)).status).toBe(200);
		expect(emulator.state.messages.map(({ status }) => status)).toEqual(Array(3).fill('QUEUED'));
		expect((await get('/queue/count')).body).toEqual({ count: 3 });
		emulator.state.events = [];
		emulator.whatsApp.connect();
		expect(emulator.state.messages.map(({ status }) => status)).toEqual(Array(3).fill('SENT'));
		const told = emulator.state.events.filter(({ type }) => type === 'DeliveryCallback');
		const ids = emulator.state.messages.map(({ messageId }) => messageId);
		expect(told.map(({ body }) => (body as { messageId: string }).messageId)).toEqual(ids);
		expect((await get('/queue/count')).body).toEqual({ count: 0 });
	});

	it('is read in pages', async () => {
		emulator.whatsApp.disconnect();
		for (const text of ['um', 'dois', 'três']) await sendText(text);
		const first = await post('/queue', { pageSize: 2 });
		expect(textsOfQueue(first.body)).toEqual(['um', 'dois']);
		const { pagingState, hasMore } = first.body as { pagingState: string; hasMore: boolean };
		expect(hasMore).toBe(true);
		const second = await post('/queue', { pageSize: 2, pagingState });
		expect(textsOfQueue(second.body)).toEqual(['três']);
		expect(second.body).toMatchObject({ pagingState: null, hasMore: false });
		expect(textsOfQueue((await get('/queue?page=1&pageSize=2')).body)).toEqual(['um', 'dois']);
	});

	it('can be emptied, also of one message', async () => {
		emulator.whatsApp.disconnect();
		const { body } = await sendText('um');
		await sendText('dois');
		const remove = (path: string) => client.send(emulator, path, { method: 'DELETE' });
		await remove(`/queue/${(body as { zaapId: string }).zaapId}`);
		expect(textsOfQueue((await post('/queue', {})).body)).toEqual(['dois']);
		expect((await remove('/queue')).status).toBe(200);
		expect(emulator.state.messages).toEqual([]);
	});

	it('takes up to 1000 messages, and none if that is set', async () => {
		emulator.whatsApp.disconnect();
		await sendText('um');
		const [message] = emulator.state.messages;
		emulator.state.messages = Array.from(
			{ length: 1000 },
			() => ({ ...(message as object) }) as never,
		);
		expect(await sendText('mais um')).toEqual(refused(400, 'The queue is full'));
		emulator.state.messages = [];
		const settings = { disableEnqueueWhenDisconnected: true };
		await client.answer(emulator, '/update-queue-settings', { method: 'PUT', body: settings });
		expect(await sendText('um')).toEqual(refused(400, 'You are not connected'));
	});
});

describe('people', () => {
	it('are on WhatsApp if they are known, in the form that WhatsApp has', async () => {
		expect(await get(`/phone-exists/${ANA}`)).toEqual(
			ok([{ exists: true, phone: ANA, lid: '905511900000001@lid' }]),
		);
		expect(await get(`/phone-exists/${NOBODY}`)).toEqual(
			ok([{ exists: false, phone: NOBODY, lid: null }]),
		);
		const lid = '905511900000001@lid';
		expect(await post('/phone-exists-batch', { phones: ['551100000001', NOBODY] })).toEqual(
			ok([
				{ exists: true, inputPhone: '551100000001', outputPhone: ANA, lid },
				{ exists: false, inputPhone: NOBODY, outputPhone: NOBODY, lid: null },
			]),
		);
	});

	it('are contacts: of the address book, of chats and of groups', async () => {
		const contacts = async () =>
			(await get('/contacts?page=1&pageSize=100')).body as Array<{ phone: string; name: string }>;
		const before = await contacts();
		const phones = before.map(({ phone }) => phone);
		expect(phones).toContain('5511900000031');
		expect(new Set(phones).size).toBe(phones.length);
		expect(before.find(({ phone }) => phone === '5511900000009')).toMatchObject({ name: '' });
		const added = [{ firstName: 'Nina', lastName: 'Prado', phone: NOBODY }];
		expect(await post('/contacts/add', added)).toEqual(ok({ success: true, errors: [] }));
		expect(await get(`/contacts/${NOBODY}`)).toMatchObject({
			body: { name: 'Nina Prado', short: 'Nina' },
		});
		await client.answer(emulator, '/contacts/remove', { method: 'DELETE', body: [NOBODY] });
		expect(await contacts()).toEqual(before);
	});
});

describe('chats', () => {
	const chat = async (phone: string) => (await get(`/chats/${phone}`)).body;
	const modify = (phone: string, action: string) => post('/modify-chat', { phone, action });

	it('count what is unread, until it is read', async () => {
		emulator.whatsApp.write(BLOCK, 'Oi', { participantPhone: ANA });
		emulator.whatsApp.write(BLOCK, 'Alguém?', { participantPhone: ANA });
		expect(await chat(BLOCK)).toMatchObject({ unread: '2', messagesUnread: 2 });
		expect(await modify(BLOCK, 'read')).toEqual(ok({ value: true }));
		expect(await chat(BLOCK)).toMatchObject({ unread: '0' });
		expect(emulator.state.events.at(-1)).toMatchObject({
			title: 'READ_BY_ME',
			body: { phone: BLOCK },
		});
		await modify(BLOCK, 'unread');
		expect(await chat(BLOCK)).toMatchObject({ unread: '1' });
	});

	it.each([
		['archive', 'unarchive', 'archived', ['true', 'false']],
		['pin', 'unpin', 'pinned', ['true', 'false']],
		['mute', 'unmute', 'isMuted', ['1', '0']],
	])('can be changed: %s, %s', async (on, off, name, [isOn, isOff]) => {
		await modify(ANA, on);
		expect(await chat(ANA)).toMatchObject({ [name]: isOn });
		await modify(ANA, off);
		expect(await chat(ANA)).toMatchObject({ [name]: isOff });
	});

	it('can be emptied and deleted', async () => {
		await sendText('Oi');
		await modify(ANA, 'clear');
		expect(emulator.state.messages).toEqual([]);
		await modify(ANA, 'delete');
		expect(await get(`/chats/${ANA}`)).toEqual(refused(400, 'Chat not found'));
	});
});
