import { messageOf } from './messages.mts';
import type { Content, Fields, Message, State } from './types.mts';

const SECONDS_OF_PINS: Record<string, number> = {
	'24_hours': 86_400,
	'7_days': 604_800,
	'30_days': 2_592_000,
};

/**
 * @param target the message that is meant; undefined if there is none of that id
 * @param messageId the id that it would have
 * @returns how webhooks refer to a message
 */
export function referenceTo(target: Message | undefined, messageId: unknown): object {
	const { fromMe = false, phone = null, participantPhone: participant = null } = target ?? {};
	return { messageId, fromMe, phone, participant };
}

/** @returns a reaction as webhooks show it; an empty value takes one back */
export function reactionTo(
	target: Message | undefined,
	messageId: unknown,
	value: unknown,
	reactionBy: string,
): Content {
	const referencedMessage = referenceTo(target, messageId);
	return { reaction: { value, time: Date.now(), reactionBy, referencedMessage } };
}

function react({ messageId, reaction = '' }: Fields, state: State): Content {
	return reactionTo(messageOf(state, messageId), messageId, reaction, state.connectedPhone);
}

/**
 * What a message shows that is about another one, by the `id` of the endpoint that it is sent with. See `contents`.
 *
 * Documented: the answer only means that it is queued. Assumption: so it is the same whatever it refers to.
 */
export const responses: Readonly<Record<string, (fields: Fields, state: State) => Content>> = {
	'send-reaction': react,
	'send-remove-reaction': react,
	'pin-message': ({ messageId, messageAction, pinMessageDuration }, state) => ({
		pinMessage: {
			action: messageAction,
			pinDurationInSecs: SECONDS_OF_PINS[String(pinMessageDuration)] ?? 0,
			referencedMessage: referenceTo(messageOf(state, messageId), messageId),
		},
	}),
	'send-event-response': ({ eventResponse, eventMessageId }, state) => ({
		eventResponse: {
			...{ response: eventResponse, responseFrom: state.connectedPhone, time: Date.now() },
			referencedMessage: referenceTo(messageOf(state, eventMessageId), eventMessageId),
		},
	}),
	'forward-message': ({ messageId }, state) => messageOf(state, messageId)?.content ?? {},
};
