import { inBody } from '../../fields/field';
import { messageId } from '../../fields/message';
import { chatId } from '../../fields/to';
import { toOneOf } from '../../../shared/values/values';
import type { Operation } from '../operation';

const pinMessageDuration = inBody(
	{
		displayName: 'Duration',
		name: 'pinMessageDuration',
		type: 'options',
		required: true,
		options: [
			{ name: '24 Hours', value: '24_hours' },
			{ name: '7 Days', value: '7_days' },
			{ name: '30 Days', value: '30_days' },
		],
		default: '7_days',
		description: 'How long the message stays pinned',
	},
	toOneOf('24_hours', '7_days', '30_days'),
);

/** @see https://developer.z-api.io/message/send-pin-message */
export const pin: Operation = {
	name: 'Pin',
	value: 'pin',
	action: 'Pin a message',
	description: 'Pin a message to the top of its chat',
	request: { method: 'POST', url: '/pin-message', body: { messageAction: 'pin' } },
	sendsToChat: true,
	bodyOrder: ['phone', 'messageId', 'messageAction', 'pinMessageDuration'],
	fields: [chatId, messageId, pinMessageDuration],
	refusedAdvice:
		'Check that the message is in this chat. In some groups, only admins can pin messages.',
};
