import { lidOf } from '../../tools/emulator/numbers.mts';
import { ANA, BRUNO, GROUP, account, emulator, labels, sent } from './asking.mts';
import { asked, become, chat, message } from './inChat.mts';
import { problemsWithWords } from './problemsWithWords.mts';
import { restartN8n, Trigger } from './trigger.mts';

const LID = '99990000000001@lid';
const CHOICES = { responseType: 'chatChoice', choices: labels('Sim', 'Não') };

const asksAgain = () => sent().slice(1);

describe('a text in the chat', () => {
	it('is asked for with the message as it is, after the trigger was told', async () => {
		expect(await asked()).toBeUndefined();
		expect(sent()).toEqual([{ path: '/send-text', phone: ANA, message: 'Unlink the groups?' }]);
		// It was told, n8n was asked whether it is saved, and it was told the ID of the message.
		expect(chat.notes).toBe(3);
	});

	it('is the next message, which starts nothing; the one after it does', async () => {
		await asked();
		const posted = message('Rua das Flores, 1');
		expect(await become(posted)).toBe('answer');
		expect(chat.output).toEqual({
			...{ approved: null, choice: null, text: 'Rua das Flores, 1', message: 'Rua das Flores, 1' },
			...{ kind: 'text', phone: ANA, messageId: posted.messageId },
			respondedAt: expect.any(String) as string,
		});
		expect(await become(posted)).toBe('answer');
		expect(await become(message('Oi'))).toBe('start');
	});

	it('may be a voice note or a photo', async () => {
		await asked();
		const audio = { audioUrl: 'https://example.com/a.ogg', mimeType: 'audio/ogg', ptt: true };
		expect(await become(message('', { text: undefined, audio }))).toBe('answer');
		expect(chat.output).toMatchObject({ kind: 'audio', text: '', fileUrl: audio.audioUrl });
		expect(chat.output).toMatchObject({ mimeType: 'audio/ogg' });
	});

	it.each([
		['a reaction', { text: undefined, reaction: { value: '👍' } }],
		['a location', { text: undefined, location: { latitude: 1, longitude: 2 } }],
		['an edit', { isEdit: true }],
		['a message that is still loading', { waitingMessage: true }],
		['a message of another chat', { phone: BRUNO }],
		[
			'a message of the same person in a group',
			{ phone: GROUP, isGroup: true, participantPhone: ANA },
		],
		['an answer to another message', { referenceMessageId: 'OTHER' }],
	])('is not %s', async (_what, body) => {
		await asked();
		expect(await become(message('Oi', body))).toBe('start');
		expect(chat.output).toBeUndefined();
		expect(await become(message('Oi'))).toBe('answer');
	});

	it('is not what is written on the connected phone', async () => {
		await asked();
		expect((await chat.trigger.post(message('Oi', { fromMe: true }))).body).not.toEqual({
			message: 'Answer handed over',
		});
		expect(chat.output).toBeUndefined();
	});

	it.each([
		['a number without its ninth digit', { phone: '551100000001' }],
		['a number beside an @lid', { phone: ANA, chatLid: LID, senderLid: LID }],
		['the @lid that Z-API knows', { phone: lidOf(ANA), chatLid: lidOf(ANA) }],
	])('comes from the person who was asked, by %s', async (_what, body) => {
		await asked();
		expect(await become(message('Oi', body))).toBe('answer');
	});

	it('in a group is by those who may answer', async () => {
		const listed = { respondents: 'listed', respondentPhones: '+55 (11) 90000-0002' };
		await asked({ responseType: 'chatText', ...listed }, GROUP);
		const inGroup = { phone: GROUP, isGroup: true };
		expect(await become(message('Eu!', { ...inGroup, participantPhone: ANA }))).toBe('start');
		expect(await become(message('Eu!', { ...inGroup, participantPhone: BRUNO }))).toBe('answer');
		expect(chat.output).toMatchObject({ phone: BRUNO, text: 'Eu!' });
	});

	it('may quote the question', async () => {
		await asked();
		const kept = JSON.stringify(chat.trigger.staticData);
		const [, referenceMessageId] = /messageIds\\":\[\\"(\w+)/.exec(kept) ?? [];
		expect(referenceMessageId).toBeDefined();
		expect(await become(message('Oi', { referenceMessageId }))).toBe('answer');
	});

	it('survives a restart of n8n, and passes during a pause', async () => {
		chat.trigger = new Trigger(account, {
			n8nUrl: chat.n8nUrl,
			parameters: { events: ['messageReceived'], options: { pauseAfterOwn: 30 } },
		});
		await asked();
		await chat.trigger.post(message('Oi', { fromMe: true }));
		restartN8n();
		expect(await become(message('Rua das Flores'))).toBe('answer');
	});

	it('is handed over again while the execution is being saved', async () => {
		await asked();
		const memory = chat.waiting;
		chat.waiting = undefined;
		chat.gone = { status: 409, body: { message: 'The execution "1" is running already.' } };
		setTimeout(() => (chat.waiting = memory), 300);
		expect(await become(message('Logo'))).toBe('answer');
		expect(chat.output).toMatchObject({ text: 'Logo' });
	});

	it.each([
		['is over', { status: 409, body: { message: 'The execution "1" has finished already.' } }],
		['is deleted', { status: 404, body: {} }],
	])('starts the workflow if the execution %s, and is forgotten', async (_what, answer) => {
		await asked();
		chat.waiting = undefined;
		chat.gone = answer;
		expect(await become(message('Oi'))).toBe('start');
		expect(JSON.stringify(chat.trigger.staticData)).toMatch(/\\"isOver\\":true/);
	});

	it('starts the workflow where n8n is at fault, and the log says so', async () => {
		await asked();
		chat.waiting = undefined;
		chat.gone = { status: 500, body: {} };
		const { items, logged } = await chat.trigger.post(message('Oi'));
		expect(items).toBeDefined();
		expect(logged).toMatch(/can't hand an answer over.*said status 500/s);
	});

	it('of two messages at the same moment is the first', async () => {
		await asked();
		const both = await Promise.all([become(message('Rua A')), become(message('Oi'))]);
		expect(both.sort()).toEqual(['answer', 'start']);
	});
});

describe('a choice in the chat', () => {
	it('is asked for with numbers', async () => {
		await asked(CHOICES);
		expect(sent()).toEqual([
			{ path: '/send-text', phone: ANA, message: 'Unlink the groups?\n\n1. Sim\n2. Não' },
		]);
	});

	it.each([
		['2', 'Não'],
		['nº 1', 'Sim'],
		['ñ', 'Não'],
		['Sim, confirmo!', 'Sim'],
	])('is made with %s', async (text, choice) => {
		await asked(CHOICES);
		expect(await become(message(text))).toBe('answer');
		expect(chat.output).toMatchObject({ choice, text, approved: null });
	});

	it.each(['não sei', 'por que não?'])('is not made with %s', async (text) => {
		await asked(CHOICES);
		expect(await become(message(text))).toBe('answer');
		expect(chat.output).toBeUndefined();
		expect(asksAgain()).toEqual([{ path: '/send-text', phone: ANA, message: '1. Sim\n2. Não' }]);
	});

	it('can still be made if it could not be asked for again', async () => {
		await asked(CHOICES);
		emulator.misbehave({ when: ({ path }) => path === '/send-text', hangUp: 'before', times: 1 });
		const { body, logged } = await chat.trigger.post(message('Hã?'));
		expect(body).toEqual({ message: 'Answer handed over' });
		expect(logged).toContain("can't ask again");
		expect(await become(message('2'))).toBe('answer');
		expect(chat.output).toMatchObject({ choice: 'Não' });
	});

	it('is asked for twice more, and then the workflow goes on', async () => {
		await asked(CHOICES);
		const repeated = message('Oi');
		await become(repeated);
		await become(repeated);
		expect(asksAgain()).toHaveLength(1);
		await become(message('Hã?'));
		expect(asksAgain()).toHaveLength(2);
		expect(chat.output).toBeUndefined();
		expect(await become(message('Não sei'))).toBe('answer');
		expect(asksAgain()).toHaveLength(2);
		expect(chat.output).toMatchObject({ choice: null, text: 'Não sei' });
	});
});

describe('before it asks, the node says', () => {
	it('that no trigger listens', async () => {
		emulator.state.webhooks.ReceivedCallback = '';
		expect((await asked())?.message).toContain('Nobody could answer');
		expect(sent()).toEqual([]);
	});

	it('that the trigger can not be reached', async () => {
		emulator.state.webhooks.ReceivedCallback = 'http://127.0.0.1:1/webhook/a1b2c3d4/webhook';
		chat.n8nUrl = 'http://127.0.0.1:1';
		const error = await asked();
		expect(error?.message).toMatch(/couldn't be reached at 127\.0\.0\.1:1: ECONNREFUSED/);
		expect(sent()).toEqual([]);
	});

	it.each(['1779474934@broadcast', '120363166555745933@newsletter'])(
		'that nobody could answer in %s',
		async (chat) => {
			const error = await asked({ responseType: 'chatText' }, chat);
			expect(error?.message).toContain('Nobody could answer in the chat');
			expect(problemsWithWords(error?.message)).toEqual([]);
			expect(problemsWithWords(error?.description)).toEqual([]);
			expect(sent()).toEqual([]);
		},
	);
});
