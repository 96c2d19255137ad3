import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/chats/mute-chat */
export const mute = operation({
	name: 'Mute',
	value: 'mute',
	action: 'Mute a chat',
	description: "Turn off a chat's notifications until you unmute it",
	request: { method: 'POST', url: '/modify-chat', body: { action: 'mute' } },
	endpoint: 'mute-chat',
	fields: [chatId],
	refusedAdvice: 'Check that this chat exists. Chat: Get Many lists all chats.',
});
