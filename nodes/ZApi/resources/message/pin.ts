import { operation } from '../../language/operation';
import { choice } from '../../language/choice';
import { messageId } from '../../fields/message';
import { chatId } from '../../fields/to';

const pinMessageDuration = choice(
	'pinMessageDuration',
	'Duration',
	{ '24_hours': '24 Hours', '7_days': '7 Days', '30_days': '30 Days' },
	{ default: '7_days', required: true, description: 'How long the message stays pinned' },
);

/** @see https://developer.z-api.io/message/send-pin-message */
export const pin = operation({
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
});
