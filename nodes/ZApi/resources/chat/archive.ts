import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/chats/archive-chat */
export const archive = operation({
	name: 'Archive',
	value: 'archive',
	action: 'Archive a chat',
	description: 'Move a chat to the archive',
	request: { method: 'POST', url: '/modify-chat', body: { action: 'archive' } },
	endpoint: 'archive-chat',
	fields: [chatId],
	refusedAdvice: 'Check that this chat exists. Chat: Get Many lists all chats.',
});
