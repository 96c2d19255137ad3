import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/chats/mute-chat */
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
