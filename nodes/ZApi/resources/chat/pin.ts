import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/**
 * Where the documentation contradicts itself: the older tables have a number for `phone`, the samples a text.
 *
 * @see https://developer.z-api.io/chats/pin-chat
 */
export const pin = operation({
	name: 'Pin',
	value: 'pin',
	action: 'Pin a chat',
	description: 'Keep a chat at the top of the list',
	request: { method: 'POST', url: '/modify-chat', body: { action: 'pin' } },
	endpoint: 'pin-chat',
	fields: [chatId],
	refusedAdvice:
		'Check that this chat exists. WhatsApp lets you pin only a few chats: unpin another one first.',
});
