import { describe, expect, it } from '@jest/globals';
import { endpointOf } from '../../tools/contract/endpoints.mts';
import * as client from '../../tools/emulator/client.mts';
import { seedState } from '../../tools/emulator/seed.mts';
import { emulator, ok, get, refused } from './emulatorWebhooks.mts';

const BLOCK = '120363100000000012-group';

const ANA = '5511900000001';

const CHANNEL = '120363600000000061@newsletter';

const post = (path: string, body: object) => client.answer(emulator, path, { body });

interface ShownChat {
	phone: string;
	name?: string;
	lastMessageTime: string;
	isGroup: boolean;
	isGroupAnnouncement: boolean;
}

async function chats(page = 1, pageSize = 100) {
	const { status, body } = await get(`/chats?page=${page}&pageSize=${pageSize}`);
	expect(status).toBe(200);
	return body as ShownChat[];
}

async function chatOf(phone: string) {
	const found = (await chats()).filter((chat) => chat.phone === phone);
	expect(found).toHaveLength(1);
	return found[0] as ShownChat;
}

describe('GET /chats', () => {
	it('has the groups that the connected number is in, then the other chats', async () => {
		const groups = (await get('/groups?page=1&pageSize=100')).body as ShownChat[];
		const all = await chats();
		const expected = [...groups, ...seedState().chats].map(({ phone, name }) => [phone, name]);
		expect(all.map(({ phone, name }) => [phone, name])).toEqual(expected);
		expect(new Set(all.map(({ phone }) => phone)).size).toBe(all.length);
	});

	it('has people with names, someone without, and a channel', async () => {
		const others = (await chats()).filter((chat) => !chat.phone.endsWith('-group'));
		expect(await chatOf(ANA)).toMatchObject({ name: 'Ana Souza', isGroup: false });
		const unnamed = others.filter((chat) => !('name' in chat));
		expect(unnamed).toMatchObject([
			{ phone: expect.stringMatching(/^55119000000\d\d$/) as unknown },
		]);
		const channels = others.filter(({ phone }) => phone.endsWith('@newsletter'));
		expect(channels).toMatchObject([
			{ phone: CHANNEL, isGroup: false, isGroupAnnouncement: false },
		]);
	});

	it('tells groups, announcement groups and other chats apart', async () => {
		const { communities } = emulator.state;
		const announcements = communities.flatMap(({ subGroups }) =>
			subGroups.flatMap(({ phone, isGroupAnnouncement }) => (isGroupAnnouncement ? [phone] : [])),
		);
		for (const { phone, isGroup, isGroupAnnouncement } of await chats()) {
			const isAnnouncement = announcements.includes(phone);
			const isOrdinary = !isAnnouncement && /-group$|-\d{10}$/.test(phone);
			expect([phone, isGroup, isGroupAnnouncement]).toEqual([phone, isOrdinary, isAnnouncement]);
		}
	});

	it('has the documented fields in the documented types', async () => {
		const shape = endpointOf('get-chats').response.shape as object[];
		const [documented = {}] = shape;
		const typesOf = (chat: object) =>
			Object.fromEntries(Object.entries(chat).map(([name, value]) => [name, typeof value]));
		for (const chat of await chats()) {
			expect(typesOf({ name: '', ...chat })).toEqual(typesOf(documented));
		}
	});

	it('tells times in seconds, and the time of a text that was sent', async () => {
		const start = Math.floor(Date.now() / 1000);
		for (const phone of [BLOCK, ANA, CHANNEL]) {
			expect((await chatOf(phone)).lastMessageTime).toMatch(/^1[67]\d{8}$/);
			expect(Number((await chatOf(phone)).lastMessageTime)).toBeLessThan(start);
			await post('/send-text', { phone, message: 'Olá' });
			expect(Number((await chatOf(phone)).lastMessageTime)).toBeGreaterThanOrEqual(start);
		}
	});

	it('comes in pages, which must be asked for', async () => {
		const all = await chats();
		expect(await chats(1, 3)).toEqual(all.slice(0, 3));
		expect(await chats(2, 3)).toEqual(all.slice(3, 6));
		expect(await chats(99, 3)).toEqual([]);
		expect(await get('/chats')).toEqual(refused('Query parameter page is missing'));
		expect(await get('/chats?page=1')).toEqual(refused('Query parameter pageSize is missing'));
		expect(await get('/chats?page=0&pageSize=1')).toEqual(refused('page must be at least 1'));
	});
});

describe('POST /send-text', () => {
	const text = { phone: ANA, message: 'Olá, *Ana*' };

	it.each([
		[{}],
		[{ delayMessage: 3, delayTyping: 15 }],
		[{ editMessageId: '3EB0' }],
		[{ privateAnswer: true }],
		[{ phone: BLOCK }],
		[{ phone: CHANNEL }],
		[{ phone: '5511900000077' }],
		[{ phone: BLOCK, mentioned: [ANA], delayTyping: 2, editMessageId: '3EB0' }],
		[{ phone: BLOCK, groupMentioned: [{ phone: BLOCK, subject: 'Bloco A' }], delayTyping: 2 }],
		[{ phone: BLOCK, mentionAll: true, delayTyping: 2, privateAnswer: false }],
	])('accepts %j, and remembers it', async (fields) => {
		const { status, body } = await post('/send-text', { ...text, ...fields });
		const { zaapId, messageId } = body as { zaapId: string; messageId: string };
		expect({ status, body }).toEqual(ok({ zaapId, messageId, id: messageId }));
		expect(messageId).toMatch(/^[0-9A-F]{20}$/);
		const sent = { ...text, ...fields };
		expect(emulator.state.messages).toMatchObject([
			{
				zaapId,
				messageId,
				phone: sent.phone,
				fields: sent,
				content: { text: { message: text.message } },
			},
		]);
	});

	it.each([[{}], [{ mentioned: [ANA] }], [{ mentionAll: true }]])(
		'keeps the message that is answered apart from the answer itself: %j',
		async (fields) => {
			const answer = { phone: BLOCK, message: 'Sim', ...fields };
			const { body } = await post('/send-text', { ...answer, messageId: '3EB0' });
			const { zaapId, messageId } = body as { zaapId: string; messageId: string };
			expect(messageId).toMatch(/^[0-9A-F]{20}$/);
			expect(emulator.state.messages).toMatchObject([
				{ zaapId, messageId, phone: BLOCK, fields: answer, quotedMessageId: '3EB0' },
			]);
		},
	);

	it('names what is wrong', async () => {
		const send = (fields: object) => post('/send-text', { ...text, ...fields });
		expect(await send({ message: undefined })).toEqual(refused('message is missing'));
		expect(await send({ delayTyping: 16 })).toEqual(refused('delayTyping must be at most 15'));
		expect(await send({ messageId: 7 })).toEqual(refused('messageId must be of type string'));
		expect(await send({ image: 'a' })).toEqual(refused('image is unknown'));
		const late = { phone: BLOCK, mentionAll: true, delayTyping: 16 };
		expect(await send(late)).toEqual(refused('delayTyping must be at most 15'));
		expect(emulator.state.messages).toEqual([]);
	});
});
