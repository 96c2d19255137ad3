import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/chats/delete-chat */
export const deleteChat = operation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a chat',
	description:
		"Delete a chat with all its messages for the connected number. This can't be undone.",
	request: { method: 'POST', url: '/modify-chat', body: { action: 'delete' } },
	deletes: true,
	endpoint: 'delete-chat',
	fields: [chatId],
	refusedAdvice: 'Check that this chat exists. Chat: Get Many lists all chats.',
});
