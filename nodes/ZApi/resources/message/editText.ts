import { operation } from '../../language/operation';
import { messageIdField, messageText } from '../../fields/message';
import { convertMarkdown, delayMessage } from '../../fields/messageOptions';
import { to } from '../../fields/to';

const editedMessageId = messageIdField(
	'editMessageId',
	'The messageId that you got when you sent the message',
);

/** @see https://developer.z-api.io/message/send-text */
export const editText = operation({
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
});
