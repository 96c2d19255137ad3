import type { IDataObject } from 'n8n-workflow';
import { makeNote, type NoteContent } from '../../nodes/shared/account/notes.ts';
import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { restartN8n, Trigger } from './trigger.mts';

const ANA = '5511900000001';
const LID = '99990000000001@lid';
const MINUTE = 60_000;

let emulator: Emulator;
let account: Account & { baseUrl: string };
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});
beforeEach(() => {
	restartN8n();
});

function trigger(options: IDataObject = { pauseAfterOwn: 30, resumeWord: 'Voltar' }, more = {}) {
	return new Trigger(account, {
		parameters: { events: ['messageReceived'], options, ...more } as never,
	});
}

function message(text: string, body: IDataObject = {}): IDataObject {
	return {
		type: 'ReceivedCallback',
		instanceId: account.instance,
		messageId: 'A20DA9C0183A2D35A260F53F5D2B9244',
		phone: ANA,
		fromMe: false,
		fromApi: false,
		isGroup: false,
		momment: Date.now(),
		text: { message: text },
		...body,
	};
}

const byHand = (text = 'Oi, aqui é o João', body: IDataObject = {}) =>
	message(text, { fromMe: true, ...body });

const started = async (node: Trigger, body: IDataObject) =>
	(await node.post(body)).items !== undefined;

describe('an own message', () => {
	it('pauses its chat, and no other', async () => {
		const node = trigger();
		expect(await started(node, message('Oi'))).toBe(true);
		expect(await started(node, byHand())).toBe(false);
		expect(await node.post(message('Oi'))).toMatchObject({
			status: 200,
			body: { message: 'Paused' },
			items: undefined,
		});
		expect(await started(node, message('Oi', { phone: '5511900000002' }))).toBe(true);
	});

	it.each([
		['that a workflow sent', { fromApi: true }, {}],
		['that is a reaction', { text: undefined, reaction: { value: '👍' } }, {}],
		['where it is turned off', {}, { pauseAfterOwn: 0 }],
		['where the option is empty', {}, { pauseAfterOwn: '' }],
		['where it was never set', {}, { pauseAfterOwn: undefined }],
	])('%s pauses nothing', async (_what, body, options) => {
		const node = trigger({ pauseAfterOwn: 30, ...options } as IDataObject);
		await node.post(byHand('Oi', body));
		expect(await started(node, message('Oi'))).toBe(true);
		expect(node.staticData).toEqual({});
	});

	it('that is posted late counts by its own time', async () => {
		const node = trigger();
		await node.post(byHand('Oi', { momment: Date.now() - 31 * MINUTE }));
		expect(await started(node, message('Oi'))).toBe(true);
		await node.post(byHand('Oi', { momment: Date.now() - 29 * MINUTE }));
		expect(await started(node, message('Oi'))).toBe(false);
	});

	it('pauses for as long as is set, also for a part of a minute', async () => {
		const node = trigger({ pauseAfterOwn: 0.01 });
		await node.post(byHand());
		expect(await started(node, message('Oi'))).toBe(false);
		await new Promise((resolve) => setTimeout(resolve, 700));
		expect(await started(node, message('Oi'))).toBe(true);
	});

	it('starts the workflow as ever where own messages are included', async () => {
		const node = trigger({ pauseAfterOwn: 30 }, { alsoSentByMe: true });
		expect(await started(node, byHand())).toBe(true);
		expect(await started(node, byHand())).toBe(true);
		expect(await started(node, message('Oi'))).toBe(false);
	});

	it('in a group pauses the group, not the people in it', async () => {
		const group = { phone: '120363019502650977-group', isGroup: true };
		const node = trigger();
		await node.post(byHand('Oi', group));
		expect(await started(node, message('Oi', { ...group, participantPhone: ANA }))).toBe(false);
		expect(await started(node, message('Oi'))).toBe(true);
	});
});

describe('a paused chat', () => {
	it.each([
		['a number without its ninth digit', { phone: '551100000001', chatLid: null }],
		['an @lid', { phone: LID, chatLid: LID }],
		['an @lid as senderLid only', { phone: '99990000000001', senderLid: LID }],
	])('is the same by %s', async (_what, named) => {
		const node = trigger();
		await node.post(byHand('Oi', { chatLid: LID }));
		expect(await started(node, message('Oi', named))).toBe(false);
	});

	it('is learned by all the names that its events have', async () => {
		const node = trigger();
		await node.post(byHand());
		expect(await started(node, message('Oi', { chatLid: LID }))).toBe(false);
		expect(await started(node, message('Oi', { phone: LID }))).toBe(false);
	});

	it('is not confused with others by the @lid of the connected number', async () => {
		const own = { senderLid: '11110000000000@lid' };
		const node = trigger();
		await node.post(byHand('Oi', own));
		expect(await started(node, message('Oi', { phone: '5511900000002', ...own }))).toBe(true);
	});

	it('starts nothing with its other events either', async () => {
		const node = trigger(undefined, { events: ['all'] });
		await node.post(byHand());
		const status = { type: 'MessageStatusCallback', instanceId: account.instance, phone: ANA };
		expect(await started(node, { ...status, status: 'READ', ids: ['1'] })).toBe(false);
	});

	it.each([
		['by the other person', {}],
		['by the team', { fromMe: true }],
	])('is resumed with the word, written %s', async (_what, who) => {
		const node = trigger();
		await node.post(byHand());
		await node.post(message(' VOLTÁR ', who));
		expect(await started(node, message('Oi'))).toBe(true);
	});

	it.each([
		['more than the word', 'quero voltar', {}],
		['the word in a message of a workflow', 'voltar', { fromMe: true, fromApi: true }],
		['the word, from before the pause', 'voltar', { momment: Date.now() - MINUTE }],
	])('is not resumed by %s', async (_what, text, body) => {
		const node = trigger();
		await node.post(byHand());
		await node.post(message(text, body));
		expect(await started(node, message('Oi'))).toBe(false);
	});

	it('stays paused after a restart of n8n', async () => {
		const node = trigger();
		await node.post(byHand());
		restartN8n();
		expect(await started(node, message('Oi'))).toBe(false);
	});

	it('stays paused if another process has written an older copy last: 40 of 40', async () => {
		const node = trigger();
		const phones = Array.from({ length: 40 }, (_, index) => `55119100000${10 + index}`);
		for (const phone of phones) {
			const older = node.staticData;
			await node.post(byHand('Oi', { phone }));
			node.staticData = older;
		}
		await node.post(message('Oi', { phone: '5511900000002' }));
		restartN8n();
		const running = [];
		for (const phone of phones) running.push(await started(node, message('Oi', { phone })));
		expect(running.filter(Boolean)).toEqual([]);
	});

	it.each([
		'nonsense',
		{},
		'{"pauses":[{"chats":["551100000001"],"at":"x","until":9e15,"why":"node"}]}',
	])('is not made of what somebody wrote into the static data: %j', async (text) => {
		const node = trigger();
		node.staticData = { global: { 'zApi trigger': text } };
		expect(await started(node, message('Oi'))).toBe(true);
	});
});

describe('a note', () => {
	const content = (): NoteContent => ({
		does: 'pause',
		chats: [ANA],
		milliseconds: 30 * MINUTE,
		at: Date.now(),
	});
	const HOST = '127.0.0.1:1';

	it('pauses a chat, also where no option is set', async () => {
		const node = trigger({});
		const answer = await node.post({ ...makeNote(account.token, HOST, content()) }, {});
		expect(answer).toMatchObject({ status: 200, body: { isPaused: true, why: 'node', keptAt: 0 } });
		expect(answer.answeredFirst).toBe(false);
		expect(await started(node, message('Oi'))).toBe(false);
	});

	it.each<[string, () => object]>([
		['signed with another token', () => makeNote('OTHERTOKEN', HOST, content())],
		['for another n8n', () => makeNote(account.token, 'example.com', content())],
		['an old one', () => makeNote(account.token, HOST, { ...content(), at: Date.now() - 700_000 })],
		[
			'a changed one',
			() => ({ ...makeNote(account.token, HOST, content()), chats: ['5511900000002'] }),
		],
		[
			'one without a signature',
			() => ({ ...makeNote(account.token, HOST, content()), proof: undefined }),
		],
		['one that is nothing but a type', () => ({ type: 'N8nConversationNote' })],
	])('is refused if it is %s, and the log says so', async (_what, note) => {
		const node = trigger();
		const { status, items, logged } = await node.post(note(), {});
		expect({ status, items }).toEqual({ status: 403, items: undefined });
		expect(logged).toMatch(/refused a note about a chat/);
		expect(node.staticData).toEqual({});
	});
});

describe('publishing', () => {
	it.each([
		['a pause', { pauseAfterOwn: 5 }, true],
		['a word', { resumeWord: 'voltar' }, true],
		['neither', { pauseAfterOwn: 0, resumeWord: ' ' }, false],
	])('asks Z-API for own messages with %s: %j', async (_what, options, expected) => {
		const node = trigger(options);
		await node.activate();
		expect(emulator.state.notifySentByMe).toBe(expected);
		await node.deactivate();
	});

	it.each([{ pauseAfterOwn: -1 }, { pauseAfterOwn: 'x' }, { pauseAfterOwn: 1e9 }])(
		'refuses %j',
		async (options) => {
			await expect(trigger(options).activate()).rejects.toThrow(
				/Pause After I Write Myself \(Minutes\) isn't a number of minutes/,
			);
		},
	);
});
