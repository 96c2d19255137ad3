import { operation } from '../../language/operation';
import { messageId } from '../../fields/message';
import { chatId } from '../../fields/to';

/**
 * Z-API's table requires a duration here, too, though it has no effect.
 *
 * @see https://developer.z-api.io/message/send-pin-message
 */
export const unpin = operation({
	name: 'Unpin',
	value: 'unpin',
	action: 'Unpin a message',
	description: 'Take a pinned message off the top of its chat',
	request: {
		method: 'POST',
		url: '/pin-message',
		body: { messageAction: 'unpin', pinMessageDuration: '24_hours' },
	},
	sendsToChat: true,
	fields: [chatId, messageId],
	refusedAdvice:
		'Check that the message is in this chat, and pinned. In some groups, only admins can unpin messages.',
});
