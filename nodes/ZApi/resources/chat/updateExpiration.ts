import { operation } from '../../language/operation';
import { choice } from '../../language/choice';
import { chatId } from '../../fields/to';

const chatExpiration = choice(
	'chatExpiration',
	'Messages Disappear After',
	{ '24_HOURS': '24 Hours', '7_DAYS': '7 Days', '90_DAYS': '90 Days', OFF: 'Never' },
	{ default: '90_DAYS', description: 'How long new messages stay in this chat' },
);

/** @see https://developer.z-api.io/chats/send-chat-expiration */
export const updateExpiration = operation({
	name: 'Update Expiration',
	value: 'updateExpiration',
	action: 'Update the expiration of a chat',
	description: 'Set when new messages in a chat disappear, for everybody in it',
	request: { method: 'POST', url: '/send-chat-expiration' },
	fields: [chatId, chatExpiration],
	refusedAdvice:
		'Check that this chat exists. In a group, the connected number may have to be an admin. Channels have no disappearing messages.',
});
