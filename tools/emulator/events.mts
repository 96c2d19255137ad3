import { findGroup, isGroupId } from './groups.mts';
import { makeMessageIds } from './made.mts';
import { lidOf } from './numbers.mts';
import { member } from './people.mts';
import type { Message, MessageStatus, State } from './types.mts';
import { documentedWebhooks } from './webhooks.mts';

// What Z-API has to tell of is put beside the state, and sent only when the emulator is asked to.

/** Assumption: the status of a message that the instance itself sent. Recorded: the one of all others. */
const OWN_STATUS = 'SENT';

const samples = documentedWebhooks.find(({ event }) => event === 'ReceivedCallback')?.samples ?? [];

/** Finds the sample that shows such a content. */
function titleFor(content: object): string | undefined {
	const [key = ''] = Object.keys(content);
	return samples.find(({ body }) => key in body)?.title;
}

/** @returns the name of a group or of someone, or else the number */
export function nameOf(state: State, phone: string): string {
	if (isGroupId(phone)) return findGroup(state, phone).name;
	const chat = state.chats.find((candidate) => candidate.phone === phone);
	// Documented: the number stands where there is no name.
	return chat?.name ?? member(phone).name ?? phone;
}

/**
 * Has a message told of as received: one that came in, or one of the instance itself, of which Z-API tells only if
 * that is set.
 */
export function tellOfReceived(state: State, message: Message): void {
	const { messageId, phone, fromMe, momment, participantPhone, quotedMessageId } = message;
	const fromApi = fromMe && !message.isByHand;
	const { connectedPhone, events } = state;
	const isGroup = isGroupId(phone);
	const sender = fromMe ? connectedPhone : (participantPhone ?? phone);
	const title = titleFor(message.content);
	// A content that has no documented form can't be told of.
	if (title === undefined) return;
	events.push({
		...{ type: 'ReceivedCallback', title },
		body: {
			...{ connectedPhone, messageId, phone, fromMe, fromApi, momment },
			...{ isGroup, isNewsletter: phone.endsWith('@newsletter') },
			isEdit: message.isEdited ?? false,
			status: fromApi ? OWN_STATUS : 'RECEIVED',
			...{ chatName: nameOf(state, phone), senderName: nameOf(state, sender) },
			senderLid: lidOf(sender),
			participantPhone: isGroup ? sender : null,
			participantLid: isGroup ? lidOf(sender) : null,
			...(quotedMessageId === undefined ? {} : { referenceMessageId: quotedMessageId }),
			...message.content,
		},
	});
}

/**
 * Has it told what became of a message that was accepted for sending.
 *
 * @param error why it wasn't sent
 */
export function tellOfSent(state: State, message: Message, error?: string): void {
	const { phone, zaapId, messageId, momment } = message;
	state.events.push({
		type: 'DeliveryCallback',
		title: error === undefined ? 'message sent (2026-07, with momment)' : 'message failed',
		body: { phone, zaapId, messageId, momment, ...(error === undefined ? {} : { error }) },
	});
}

/** Has a new status of messages of one chat told of. */
export function tellOfStatus(state: State, messages: Message[], status: MessageStatus): void {
	const [{ phone } = { phone: '' }] = messages;
	const ids = messages.map(({ messageId }) => messageId);
	state.events.push({
		...{ type: 'MessageStatusCallback', title: status },
		body: { ids, momment: Date.now(), phone, isGroup: isGroupId(phone) },
	});
}

/** Has it told that the connection to WhatsApp was lost. */
export function tellOfDisconnection({ events }: State): void {
	// Documented: this time is in seconds.
	const momment = Math.floor(Date.now() / 1000);
	events.push({ type: 'DisconnectedCallback', body: { momment } });
}

/** Has it told that the instance is connected. */
export function tellOfConnection({ events, connectedPhone: phone }: State): void {
	events.push({ type: 'ConnectedCallback', body: { phone, momment: Date.now() } });
}

/**
 * Has a change of a group told of. Documented: the notifications' names. Assumption: that they have the form of a
 * request to join, the one of a group that is documented whole.
 */
export function tellOfGroup(state: State, phone: string, notification: string, whom: string): void {
	state.events.push({
		type: 'ReceivedCallback',
		title: 'group join request by invite link (2026-07: short form)',
		body: {
			...{ phone, connectedPhone: state.connectedPhone, momment: Date.now() },
			// The sample's own would be the same each time, which is what an event that is posted again looks like.
			messageId: makeMessageIds(state).messageId,
			...{ notification, notificationParameters: [whom], requestMethod: undefined },
		},
	});
}
