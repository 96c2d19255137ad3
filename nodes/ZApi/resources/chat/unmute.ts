import { chatId } from '../../fields/to';
import type { Operation } from '../operation';

/**
 * Where the documentation contradicts itself: the older tables have a number for `phone`, the samples a text.
 *
 * @see https://developer.z-api.io/chats/mute-chat
 */
export const unmute: Operation = {
	name: 'Unmute',
	value: 'unmute',
	action: 'Unmute a chat',
	description: "Turn a chat's notifications back on",
	request: { method: 'POST', url: '/modify-chat', body: { action: 'unmute' } },
	endpoint: 'mute-chat',
	fields: [chatId],
	refusedAdvice: 'Check that this chat exists. Chat: Get Many lists all chats.',
};
