import { operation } from '../../language/operation';
import { messageId } from '../../fields/message';
import { delayMessage } from '../../fields/messageOptions';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/message/send-remove-reaction */
export const removeReaction = operation({
	name: 'Remove Reaction',
	value: 'removeReaction',
	action: 'Remove a reaction from a message',
	description: 'Take back your reaction to a message',
	request: { method: 'POST', url: '/send-remove-reaction' },
	sendsToChat: true,
	fields: [chatId, messageId],
	options: [delayMessage],
	refusedAdvice: 'Check that the message is in this chat, and that you reacted to it.',
});
