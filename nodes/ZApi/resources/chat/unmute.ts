import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/**
 * Where the documentation contradicts itself: the older tables have a number for `phone`, the samples a text.
 *
 * @see https://developer.z-api.io/chats/mute-chat
 */
export const unmute = operation({
	name: 'Unmute',
	value: 'unmute',
	action: 'Unmute a chat',
	description: "Turn a chat's notifications back on",
	request: { method: 'POST', url: '/modify-chat', body: { action: 'unmute' } },
	endpoint: 'mute-chat',
	fields: [chatId],
	refusedAdvice: 'Check that this chat exists. Chat: Get Many lists all chats.',
});
