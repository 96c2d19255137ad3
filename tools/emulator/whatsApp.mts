import { tellOfConnection, tellOfDisconnection, tellOfGroup, tellOfStatus } from './events.mts';
import { findGroup, isGroupId } from './groups.mts';
import { join } from './members.mts';
import { messageOf, messagesOf, sendQueue, take, takeByHand } from './messages.mts';
import { chatIdOf } from './numbers.mts';
import { reactionTo } from './responses.mts';
import type { Content, Fields, Message, State } from './types.mts';

/** Who does something; in a chat with a person, it is that person. */
export interface By {
	/** The member of a group. */
	participantPhone?: string;
}

/** What others do at WhatsApp, and what happens to the connection. Z-API tells of it only when it is asked to. */
export interface WhatsApp {
	/**
	 * Someone writes to the instance.
	 *
	 * @param phone the chat
	 * @param content a text, or what it is in the form of webhooks, such as `{ audio: { audioUrl: '…' } }`
	 * @param by who writes in a group, and the message that is answered
	 */
	write(phone: string, content: string | Content, by?: By & { quotedMessageId?: string }): Message;
	/**
	 * Whoever has the connected phone writes there by hand, so not through Z-API.
	 *
	 * @param phone the chat
	 * @param content as in `write`
	 * @param quotedMessageId the message that is answered
	 */
	writeByHand(phone: string, content: string | Content, quotedMessageId?: string): Message;
	/**
	 * Someone presses a button of a message, or chooses from its list.
	 *
	 * @param id of the button or the entry
	 * @throws {Error} if the message has none of that id
	 */
	press(messageId: string, id: string, by?: By): Message;
	/** Someone reacts to a message; with nothing, the reaction is taken back. */
	react(messageId: string, value: string, by?: By): Message;
	/** Someone votes in a poll. */
	vote(messageId: string, options: string[], by?: By): Message;
	/** What the instance sent to a chat arrives there, is read or played. */
	setStatus(phone: string, status: 'RECEIVED' | 'READ' | 'PLAYED'): void;
	/** Someone joins a group; the connected number must be in it. */
	joinGroup(groupId: string, phone: string): void;
	/** The connection is lost: messages that are sent wait. */
	disconnect(): void;
	/** The instance is connected again, and sends what waits. */
	connect(): void;
}

interface Choice {
	id: string;
	label?: string;
	title?: string;
	description?: string;
}

/** Cuts the connection. Assumption: once it is lost, nothing more is told of it. */
export function disconnect(state: State): void {
	if (!state.connected) return;
	state.connected = false;
	tellOfDisconnection(state);
}

/** Finds the message that something is done to. */
function existing(state: State, messageId: string): Message {
	const message = messageOf(state, messageId);
	if (!message) throw new Error(`There is no message ${messageId}`);
	return message;
}

function choose({ fields = {}, messageId }: Message, id: string): Content {
	const { buttonList, buttonActions, optionList } = fields as Record<string, Fields | undefined>;
	const cards = (fields.carousel ?? []) as Fields[];
	const rows = (optionList?.options ?? []) as Choice[];
	const onCards = cards.flatMap(({ buttons = [] }) => buttons as Choice[]);
	const buttons = (buttonList?.buttons ?? buttonActions ?? onCards) as Choice[];
	const row = rows.find((candidate) => candidate.id === id);
	if (row) {
		const { title, description: message = '' } = row;
		return { listResponseMessage: { message, title, selectedRowId: id } };
	}
	const button = buttons.find((candidate) => candidate.id === id);
	if (!button) throw new Error(`The message ${messageId} has nothing of the id ${id} to press`);
	return { buttonsResponseMessage: { buttonId: id, message: button.label } };
}

function contentOf(given: string | Content): Content {
	return typeof given === 'string' ? { text: { message: given } } : given;
}

/**
 * Makes what stands for WhatsApp itself.
 *
 * @param state what it changes
 */
export function makeWhatsApp(state: State): WhatsApp {
	/** Whoever does something in the chat of a message. */
	const doerIn = (phone: string, { participantPhone }: By) => participantPhone ?? phone;

	function respond(target: Message, content: Content, by: By, isQuoting = false): Message {
		const { phone, messageId } = target;
		const quoted = isQuoting ? { quotedMessageId: messageId } : {};
		return take(state, { phone, content, ...by, ...quoted }, doerIn(phone, by));
	}

	return {
		write(phone, given, by = {}) {
			if (isGroupId(phone) && by.participantPhone === undefined) {
				throw new Error('In a group, someone has to write');
			}
			const content = contentOf(given);
			return take(state, { phone, content, ...by }, doerIn(chatIdOf(state, phone), by));
		},
		writeByHand(phone, given, quotedMessageId) {
			const content = contentOf(given);
			return takeByHand(state, { phone, content, quotedMessageId });
		},
		press(messageId, id, by = {}) {
			const target = existing(state, messageId);
			return respond(target, choose(target, id), by, true);
		},
		react(messageId, value, by = {}) {
			const target = existing(state, messageId);
			const content = reactionTo(target, messageId, value, doerIn(target.phone, by));
			return respond(target, content, by);
		},
		vote(pollMessageId, names, by = {}) {
			const options = names.map((name) => ({ name }));
			return respond(existing(state, pollMessageId), { pollVote: { pollMessageId, options } }, by);
		},
		setStatus(phone, status) {
			const isSent = (message: Message) =>
				message.fromMe && !['QUEUED', 'FAILED', status].includes(message.status);
			const messages = messagesOf(state, phone).filter(isSent);
			for (const message of messages) message.status = status;
			if (messages.length > 0) tellOfStatus(state, messages, status);
		},
		joinGroup(groupId, phone) {
			join(state, findGroup(state, groupId), phone);
			tellOfGroup(state, groupId, 'GROUP_PARTICIPANT_ADD', phone);
		},
		disconnect: () => disconnect(state),
		connect() {
			state.connected = true;
			tellOfConnection(state);
			sendQueue(state);
		},
	};
}
