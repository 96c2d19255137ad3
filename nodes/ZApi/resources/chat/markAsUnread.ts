import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/chats/read-chat */
export const markAsUnread = operation({
	name: 'Mark as Unread',
	value: 'markAsUnread',
	action: 'Mark a chat as unread',
	description: 'Show a chat as unread, so that somebody looks at it',
	request: { method: 'POST', url: '/modify-chat', body: { action: 'unread' } },
	endpoint: 'read-chat',
	fields: [chatId],
	refusedAdvice: 'Check that this chat exists. Chat: Get Many lists all chats.',
});
