import { tellOfReceived, tellOfSent, tellOfStatus } from './events.mts';
import { findPlace, isGroupId, isOwnAdmin, findParticipant } from './groups.mts';
import { makeMessageIds } from './made.mts';
import { chatIdOf, findNumber } from './numbers.mts';
import { Refusal } from './refusal.mts';
import type { Content, Fields, Message, State } from './types.mts';

/** Documented: as many messages are kept while the instance isn't connected. */
const LONGEST_QUEUE = 1000;

/** Documented: edits work for 7 days. */
const EDITABLE_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

/** The fields that name a message to be changed instead of a new one to be sent. */
const EDITED = [
	'editMessageId',
	'editImageMessageId',
	'editVideoMessageId',
	'editDocumentMessageId',
	'eventMessageId',
];

/** Documented: groups only. */
const GROUPS_ONLY = /^send-(poll|poll-vote|event|edit-event|event-response)$/;

/** Documented, as part of the error's text: what can't go to channels. */
const NOT_FOR_CHANNELS: Record<string, string> = {
	'pin-message': 'SendPinChatMessage',
	'reply-button': 'Button Response',
	'send-button-actions': 'Buttons Actions',
	'send-button-list': 'Buttons',
	'send-button-list-image': 'Buttons',
	'send-button-list-video': 'Buttons',
	'send-button-pix': 'Pix button',
	'send-contact': 'Contacts',
	'send-contacts': 'Contacts',
	'send-document': 'Document',
	'send-location': 'Location message',
	'send-option-list': 'Options List',
	'send-ptv': 'Ptv',
};

/** @returns the message of that id, if there is one */
export function messageOf({ messages }: State, messageId: unknown): Message | undefined {
	return messages.find((message) => message.messageId === messageId);
}

/** @returns the messages of a chat, in order */
export function messagesOf(state: State, phone: string): Message[] {
	const chatId = chatIdOf(state, phone);
	return state.messages.filter((message) => message.phone === chatId);
}

/** @returns what waits for the instance to be connected, in order */
export function queueOf({ messages }: State): Message[] {
	return messages.filter(({ status }) => status === 'QUEUED');
}

function editedIn(fields: Fields): unknown {
	return EDITED.map((name) => fields[name]).find((id) => id !== undefined);
}

/** @returns whether a message only changes another one, and is none of its own in the chat */
export function isAboutOther({ content, endpoint, fields = {} }: Message): boolean {
	const { reaction, pollVote, pinMessage, eventResponse } = content;
	const isEdit = endpoint !== 'send-event-response' && editedIn(fields) !== undefined;
	return Boolean(reaction ?? pollVote ?? pinMessage ?? eventResponse) || isEdit;
}

function errorInGroup(state: State, phone: string): string | undefined {
	const group = state.groups.find((candidate) => candidate.phone === phone);
	const isMember = group && findParticipant(group, state.connectedPhone);
	const mayWrite = isMember && (!group.adminOnlyMessage || isOwnAdmin(state, group));
	// Assumption: also for a group that isn't there.
	return mayWrite ? undefined : "You can't message this group as you don't have permission";
}

/** Says why a message can't be sent. The texts are documented. Assumption: what each of them is for. */
function errorOf(state: State, message: Message): string | undefined {
	const { phone, endpoint = '', fields = {} } = message;
	if (state.sendErrors[phone] !== undefined) return state.sendErrors[phone];
	const isPerson = /^\d+(@lid)?$/.test(phone);
	if (isPerson && findNumber(state, phone) === undefined) return 'Phone number does not exist';
	if (isGroupId(phone)) {
		const error = errorInGroup(state, phone);
		if (error !== undefined) return error;
	} else if (GROUPS_ONLY.test(endpoint)) {
		return 'This type of message can only be sent in groups';
	}
	const kind = NOT_FOR_CHANNELS[endpoint];
	if (phone.endsWith('@newsletter') && kind) return `${kind} not available to channels.`;
	if (endpoint === 'forward-message' && !messageOf(state, fields.messageId)) {
		return 'Message does not forward because it was not found';
	}
	const edited = messageOf(state, editedIn(fields));
	if (edited && message.momment - edited.momment > EDITABLE_MILLISECONDS) {
		return 'Message has not been edited because it has been more than 7 days';
	}
	return undefined;
}

/**
 * Changes the message that another one is about: a reaction, a vote, a pin, an edit.
 *
 * Assumption: one that isn't there, or is in another chat, is no error.
 */
function changeOther(state: State, { content, fields = {}, ...by }: Message, who: string) {
	const { reaction, pollVote, pinMessage } = content;
	const target = (messageId: unknown) =>
		state.messages.find((message) => message.messageId === messageId && message.phone === by.phone);
	if (reaction) {
		const { messageId } = reaction.referencedMessage as { messageId: string };
		const reactions = target(messageId)?.reactions ?? {};
		if (reaction.value === '') delete reactions[who];
		else reactions[who] = String(reaction.value);
	}
	if (pollVote) {
		const votes = target(pollVote.pollMessageId)?.votes ?? {};
		votes[who] = (pollVote.options as Array<{ name: string }>).map(({ name }) => name);
	}
	if (pinMessage) {
		const { messageId } = pinMessage.referencedMessage as { messageId: string };
		const pinned = target(messageId);
		if (pinned) pinned.isPinned = pinMessage.action === 'pin';
	}
	const edited = by.endpoint === 'send-event-response' ? undefined : target(editedIn(fields));
	if (edited?.fromMe) {
		edited.content = content;
		edited.isEdited = true;
	}
}

/** Puts a chat at the head of the list of chats, and into it where it is new. */
function touchChat(state: State, phone: string, momment: number) {
	const place = findPlace(state, phone);
	const group = state.groups.find((candidate) => candidate.phone === phone);
	const chat = group ?? state.chats.find((candidate) => candidate.phone === phone);
	if (chat) chat.lastMessageTime = momment;
	else if (!place && !isGroupId(phone)) state.chats.push({ phone, lastMessageTime: momment });
}

function sendOut(state: State, message: Message) {
	const error = errorOf(state, message);
	message.status = error === undefined ? 'SENT' : 'FAILED';
	if (error !== undefined) message.error = error;
	tellOfSent(state, message, error);
	if (error !== undefined) return;
	changeOther(state, message, state.connectedPhone);
	touchChat(state, message.phone, message.momment);
	tellOfReceived(state, message);
	tellOfStatus(state, [message], 'SENT');
}

/** Sends what waits, in order. */
export function sendQueue(state: State): void {
	for (const message of queueOf(state)) sendOut(state, message);
}

/**
 * Accepts a message for sending. Documented: the answer only means that it is queued, and the outcome comes by
 * webhook; while the instance isn't connected, it is kept, or refused if that is set. Assumption: a message leaves
 * the queue at once, whatever delay it came with, and how it is refused.
 *
 * @param endpoint the `id` of the endpoint that it is sent with
 * @param fields what it is sent with
 * @param content what it shows
 * @returns the two ids that it got
 * @throws {Refusal} if it isn't kept
 */
export function accept(
	state: State,
	endpoint: string,
	fields: Fields & { phone: string },
	content: Content,
): { zaapId: string; messageId: string } {
	if (!state.connected) {
		if (state.disableEnqueueWhenDisconnected) throw new Refusal(400, 'You are not connected');
		if (queueOf(state).length >= LONGEST_QUEUE) throw new Refusal(400, 'The queue is full');
	}
	const ids = makeMessageIds(state);
	const { messageId: quotedMessageId } = fields;
	const isAnswer = typeof quotedMessageId === 'string' && isQuoting(endpoint);
	const message: Message = {
		...ids,
		phone: chatIdOf(state, fields.phone),
		...{ fromMe: true, momment: Date.now(), status: 'QUEUED', content },
		...(isAnswer ? { quotedMessageId } : {}),
		...{ endpoint, fields, reactions: {}, votes: {} },
	};
	state.messages.push(message);
	if (state.connected) sendOut(state, message);
	return ids;
}

/** What comes as `messageId` is the message that is answered, unless something else is done to it. */
function isQuoting(endpoint: string): boolean {
	return !/reaction$|^forward-|^pin-|^order-|-update$/.test(endpoint);
}

/** Adds a message that the instance didn't send. */
function add(
	state: State,
	message: Pick<Message, 'phone' | 'content' | 'fromMe' | 'status'> & Partial<Message>,
	who: string,
): Message {
	const added: Message = {
		...message,
		messageId: makeMessageIds(state).messageId,
		phone: chatIdOf(state, message.phone),
		...{ momment: Date.now(), reactions: {}, votes: {} },
	};
	state.messages.push(added);
	changeOther(state, added, who);
	touchChat(state, added.phone, added.momment);
	tellOfReceived(state, added);
	return added;
}

/**
 * Adds a message that came in.
 *
 * @param message what it is; its chat in any form of its id
 * @param who wrote it
 */
export function take(
	state: State,
	message: Pick<Message, 'phone' | 'content' | 'participantPhone' | 'quotedMessageId'>,
	who: string,
): Message {
	return add(state, { ...message, fromMe: false, status: 'RECEIVED' }, who);
}

/**
 * Adds a message that was written by hand on the connected phone. Assumption: Z-API tells of it as of others of the
 * instance itself, and not that it was handed to WhatsApp.
 *
 * @param message what it is; its chat in any form of its id
 */
export function takeByHand(
	state: State,
	message: Pick<Message, 'phone' | 'content' | 'quotedMessageId'>,
): Message {
	const own = { fromMe: true, isByHand: true, status: 'SENT' } as const;
	return add(state, { ...message, ...own }, state.connectedPhone);
}
