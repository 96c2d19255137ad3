import { operation } from '../../language/operation';
import { simplifyChat } from '../../answers/simplifyChat';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/chats/get-metadata-chat */
export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a chat',
	description:
		'Get a chat: when it was last active, how many messages are unread, and whether it is muted',
	request: { method: 'GET', url: '/chats/{phone}' },
	fields: [chatId],
	simplify: simplifyChat,
	refusedAdvice: 'Check that this chat exists. Chat: Get Many lists all chats.',
});
