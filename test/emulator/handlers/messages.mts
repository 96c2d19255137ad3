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
	const text = body as Omit<Message, 'zaapId' | 'messageId'>;
	const ids = makeMessageIds(state);
	state.messages.push({ ...ids, ...text });
	const isKnown = state.groups.some(({ phone }) => phone === text.phone);
	if (isKnown) findGroup(state, text.phone).lastMessageTime = Date.now();
	return { ...ids, id: ids.messageId };
}

/** Texts that mention someone. */
export const messageHandlers: Handlers = {
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
