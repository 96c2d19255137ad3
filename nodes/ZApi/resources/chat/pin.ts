import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/chats/pin-chat */
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
