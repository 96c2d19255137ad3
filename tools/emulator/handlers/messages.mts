import { contents } from '../contents.mts';
import { tellOfStatus } from '../events.mts';
import { isGroupId } from '../groups.mts';
import { accept, messageOf } from '../messages.mts';
import { Refusal } from '../refusal.mts';
import { responses } from '../responses.mts';
import type { Fields } from '../types.mts';
import type { Call, Handlers } from './call.mts';

type Sent = Fields & { phone: string };

/**
 * Accepts a message of any kind. Documented: the answer only means that it is queued. Assumption: so it is the same
 * whatever the chat, the people and groups mentioned, and the message that it refers to.
 */
function send({ state, endpoint: { id }, body, pathParameters }: Call) {
	const fields = { ...pathParameters, ...(body as Sent) };
	const content = contents[id]?.(fields) ?? responses[id]?.(fields, state) ?? {};
	const ids = accept(state, id, fields, content);
	return { ...ids, id: ids.messageId };
}

const kinds = [...Object.keys(contents), ...Object.keys(responses)];

/** Messages: sending them, and what is done to those that are there. */
export const messageHandlers: Handlers = {
	...Object.fromEntries(kinds.map((id) => [id, send])),

	'mention-all': (call) => {
		const { phone, mentionAll } = call.body as Sent;
		// Documented: status and text. Assumption: not for `mentionAll: false`.
		if (mentionAll && !isGroupId(phone)) {
			throw new Refusal(400, 'mentionAll can only be used in groups');
		}
		return send(call);
	},

	// Assumption: the same for a message that isn't there.
	'delete-message': ({ state, query }) => {
		const message = messageOf(state, query.messageId);
		// Documented: it can be deleted for oneself alone, and others still have it.
		if (message) message.isDeleted = query.deleteForMe === 'true' ? 'forMe' : 'forEveryone';
		return { value: true };
	},
	'read-message': ({ state, body }) => {
		const message = messageOf(state, (body as Fields).messageId);
		if (message && !message.fromMe && message.status !== 'READ_BY_ME') {
			message.status = 'READ_BY_ME';
			tellOfStatus(state, [message], 'READ_BY_ME');
		}
		return { value: true };
	},
};
