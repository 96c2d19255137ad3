import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/chats/pin-chat */
export const unpin = operation({
	name: 'Unpin',
	value: 'unpin',
	action: 'Unpin a chat',
	description: 'Stop keeping a chat at the top of the list',
	request: { method: 'POST', url: '/modify-chat', body: { action: 'unpin' } },
	endpoint: 'pin-chat',
	fields: [chatId],
	refusedAdvice: 'Check that this chat exists. Chat: Get Many lists all chats.',
});
