import { operation } from '../../language/operation';
import { messageId } from '../../fields/message';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/message/read-message */
export const markAsRead = operation({
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark a message as read',
	description: 'Show the sender that you read a message',
	request: { method: 'POST', url: '/read-message' },
	fields: [chatId, messageId],
	refusedAdvice: 'Check that the message is in this chat.',
});
