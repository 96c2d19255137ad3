import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/chats/archive-chat */
export const unarchive = operation({
	name: 'Unarchive',
	value: 'unarchive',
	action: 'Unarchive a chat',
	description: 'Take a chat out of the archive',
	request: { method: 'POST', url: '/modify-chat', body: { action: 'unarchive' } },
	endpoint: 'archive-chat',
	fields: [chatId],
	refusedAdvice: 'Check that this chat exists. Chat: Get Many lists all chats.',
});
