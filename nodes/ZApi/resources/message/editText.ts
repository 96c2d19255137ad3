import { inBody } from '../../fields/field';
import { messageIdProperty, messageText } from '../../fields/message';
import { convertMarkdown, delayMessage, toMessageId } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import type { Operation } from '../operation';

const editedMessageId = inBody(
	messageIdProperty('editMessageId', 'The messageId that you got when you sent the message'),
	toMessageId,
);

/** @see https://developer.z-api.io/message/send-text */
export const editText: Operation = {
	name: 'Edit Text',
	value: 'editText',
	action: 'Edit the text of a message',
	description: 'Change the text of a message that you sent',
	request: { method: 'POST', url: '/send-text' },
	endpoint: 'send-text',
	sendsToChat: true,
	bodyOrder: ['phone', 'message', 'editMessageId'],
	fields: [to, editedMessageId, messageText],
	options: [convertMarkdown, delayMessage],
	refusedAdvice:
		'You can edit only your own messages, for 7 days, and only if the instance has a webhook address: publish a workflow with a Z-API Trigger.',
};
