import { toOneOf } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import { chatId } from '../../fields/to';
import type { Operation } from '../operation';

const chatExpiration = inBody(
	{
		displayName: 'Messages Disappear After',
		name: 'chatExpiration',
		type: 'options',
		options: [
			{ name: '24 Hours', value: '24_HOURS' },
			{ name: '7 Days', value: '7_DAYS' },
			{ name: '90 Days', value: '90_DAYS' },
			{ name: 'Never', value: 'OFF' },
		],
		default: '90_DAYS',
		description: 'How long new messages stay in this chat',
	},
	toOneOf('24_HOURS', '7_DAYS', '90_DAYS', 'OFF'),
);

/**
 * Where the documentation contradicts itself: its example in a separate file has the value in lower case, its pages
 * in upper case.
 *
 * @see https://developer.z-api.io/chats/send-chat-expiration
 */
export const updateExpiration: Operation = {
	name: 'Update Expiration',
	value: 'updateExpiration',
	action: 'Update the expiration of a chat',
	description: 'Set when new messages in a chat disappear, for everybody in it',
	request: { method: 'POST', url: '/send-chat-expiration' },
	fields: [chatId, chatExpiration],
	refusedAdvice:
		'Check that this chat exists. In a group, the connected number may have to be an admin. Channels have no disappearing messages.',
};
