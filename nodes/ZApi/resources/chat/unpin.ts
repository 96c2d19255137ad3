import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/**
 * Where the documentation contradicts itself: the older tables have a number for `phone`, the samples a text.
 *
 * @see https://developer.z-api.io/chats/pin-chat
 */
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
