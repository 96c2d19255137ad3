import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/chats/clear-chat */
export const clear = operation({
	name: 'Clear Messages',
	value: 'clear',
	action: 'Clear the messages of a chat',
	description: "Delete all messages of a chat for the connected number. This can't be undone.",
	request: { method: 'POST', url: '/modify-chat', body: { action: 'clear' } },
	deletes: true,
	endpoint: 'clear-chat',
	fields: [chatId],
	refusedAdvice: 'Check that this chat exists. Chat: Get Many lists all chats.',
});
