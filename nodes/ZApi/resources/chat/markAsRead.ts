import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/chats/read-chat */
export const markAsRead = operation({
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark a chat as read',
	description: 'Mark all messages of a chat as read',
	request: { method: 'POST', url: '/modify-chat', body: { action: 'read' } },
	endpoint: 'read-chat',
	fields: [chatId],
	refusedAdvice: 'Check that this chat exists. Chat: Get Many lists all chats.',
});
