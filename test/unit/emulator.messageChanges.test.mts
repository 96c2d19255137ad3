import { beforeEach, describe, expect, it } from '@jest/globals';
import * as client from '../../tools/emulator/client.mts';
import type { Message } from '../../tools/emulator/emulator.mts';
import { messagesOf } from '../../tools/emulator/messages.mts';
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

describe('what is done to a message', () => {
	let poll: Message;
	let text: Message;
	beforeEach(async () => {
		text = message(await sendText(BLOCK, 'Bom dia'));
		const body = { phone: BLOCK, message: 'Quando?', poll: [{ name: 'Hoje' }, { name: 'Nunca' }] };
		poll = message(await post('/send-poll', body));
		emulator.state.events = [];
	});

	it('is a reaction, which can be taken back', async () => {
		const { messageId } = text;
		await post('/send-reaction', { phone: BLOCK, messageId, reaction: '❤️' });
		emulator.whatsApp.react(messageId, '👍', { participantPhone: ANA });
		expect(text.reactions).toEqual({ [emulator.state.connectedPhone]: '❤️', [ANA]: '👍' });
		await post('/send-remove-reaction', { phone: BLOCK, messageId });
		emulator.whatsApp.react(messageId, '', { participantPhone: ANA });
		expect(text.reactions).toEqual({});
	});

	it('is a vote, the last of which counts', async () => {
		const { messageId: pollMessageId } = poll;
		const vote = (name: string) =>
			post('/send-poll-vote', { phone: BLOCK, pollMessageId, pollVote: [{ name }] });
		await vote('Hoje');
		await vote('Nunca');
		emulator.whatsApp.vote(pollMessageId, ['Hoje', 'Nunca'], { participantPhone: ANA });
		const { connectedPhone } = emulator.state;
		expect(poll.votes).toEqual({ [connectedPhone]: ['Nunca'], [ANA]: ['Hoje', 'Nunca'] });
	});

	it('is a pin, and its end', async () => {
		const { messageId } = text;
		const pin = { phone: BLOCK, messageId, pinMessageDuration: '7_days' };
		await post('/pin-message', { ...pin, messageAction: 'pin' });
		expect(text.isPinned).toBe(true);
		await post('/pin-message', { ...pin, messageAction: 'unpin' });
		expect(text.isPinned).toBe(false);
	});

	it('is an edit of one of our own, within 7 days and in its chat', async () => {
		const { messageId: editMessageId } = text;
		await sendText(ANA, 'Boa noite', { editMessageId });
		expect(text).toMatchObject({ content: { text: { message: 'Bom dia' } } });
		await sendText(BLOCK, 'Boa tarde', { editMessageId });
		expect(text).toMatchObject({ content: { text: { message: 'Boa tarde' } }, isEdited: true });
		text.momment -= 8 * 24 * 60 * 60 * 1000;
		emulator.state.events = [];
		await sendText(BLOCK, 'Boa noite', { editMessageId });
		expect(text).toMatchObject({ content: { text: { message: 'Boa tarde' } } });
		expect(events()).toEqual([
			'DeliveryCallback: Message has not been edited because it has been more than 7 days',
		]);
	});

	it('is an answer, which names it', async () => {
		const { messageId } = text;
		const answer = message(await sendText(BLOCK, 'Sim', { messageId }));
		expect(answer.quotedMessageId).toBe(messageId);
		expect(emulator.state.events[1]).toMatchObject({ body: { referenceMessageId: messageId } });
	});

	it('is that it is forwarded', async () => {
		const body = { phone: ANA, messageId: text.messageId, messagePhone: BLOCK };
		const ids = await post('/forward-message', body);
		const forwarded = only(messagesOf(emulator.state, ANA));
		const { zaapId, messageId } = forwarded;
		expect(ids).toEqual({ zaapId, messageId, id: messageId });
		expect(forwarded.content).toEqual({ text: { message: 'Bom dia' } });
	});

	it('is that it is deleted', async () => {
		const remove = (query: string) =>
			client.answer(emulator, `/messages?phone=${BLOCK}&owner=true&${query}`, { method: 'DELETE' });
		const done = client.ok({ value: true });
		expect(await remove(`messageId=${text.messageId}&deleteForMe=true`)).toEqual(done);
		expect([text.isDeleted, poll.isDeleted]).toEqual(['forMe', undefined]);
		for (const query of ['', '&deleteForMe=false']) {
			expect(await remove(`messageId=${text.messageId}${query}`)).toEqual(done);
			expect(text.isDeleted).toBe('forEveryone');
		}
	});

	it('is that one that came in is read', async () => {
		const received = emulator.whatsApp.write(ANA, 'Oi');
		emulator.state.events = [];
		const { messageId } = received;
		for (let time = 1; time <= 2; time += 1) {
			const body = { phone: ANA, messageId };
			expect(await post('/read-message', body)).toEqual({ value: true });
		}
		expect(received.status).toBe('READ_BY_ME');
		expect(events()).toEqual(['MessageStatusCallback: READ_BY_ME']);
	});
});
