import { findGroup, isGroupId } from '../groups.mts';
import { makeMessageIds } from '../made.mts';
import { Refusal } from '../refusal.mts';
import type { Message } from '../types.mts';
import type { Call, Handlers } from './call.mts';

/**
 * Accepts a text. Documented: the answer only means that it is queued, and the outcome comes by webhook.
 * Assumption: so it is the same whatever the chat and the people and groups mentioned.
 */
function sendText({ state, body }: Call) {
	// What comes as `messageId` is the message that is answered.
	const { messageId: quotedMessageId, ...text } = body as Partial<Message> &
		Pick<Message, 'phone' | 'message'>;
	const ids = makeMessageIds(state);
	// Assumption: answers and edits are accepted whatever they refer to, and an edit is a text of its own.
	state.messages.push({
		...ids,
		...text,
		...(quotedMessageId === undefined ? {} : { quotedMessageId }),
	});
	const isKnown = state.groups.some(({ phone }) => phone === text.phone);
	if (isKnown) findGroup(state, text.phone).lastMessageTime = Date.now();
	const chat = state.chats.find(({ phone }) => phone === text.phone);
	if (chat) chat.lastMessageTime = Date.now();
	return { ...ids, id: ids.messageId };
}

/** Texts, those that mention someone included. */
export const messageHandlers: Handlers = {
	'send-text': sendText,
	'reply-message': sendText,
	'metaai-conversation': sendText,
	'mention-participant': sendText,
	'mention-group': sendText,

	'mention-all': (call) => {
		const { phone, mentionAll } = call.body as Message;
		// Documented: status and text. Assumption: not for `mentionAll: false`.
		if (mentionAll && !isGroupId(phone)) {
			throw new Refusal(400, 'mentionAll can only be used in groups');
		}
		return sendText(call);
	},
};
