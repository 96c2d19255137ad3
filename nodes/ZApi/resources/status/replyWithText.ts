import { operation } from '../../language/operation';
import { messageText } from '../../fields/message';
import { convertMarkdown } from '../../fields/messageOptions';
import { REPLY_REFUSED, replyRefusals, statusAuthor, statusMessageId } from './replyFields';

/** @see https://developer.z-api.io/status/reply-status-text */
export const replyWithText = operation({
	name: 'Reply With Text',
	value: 'replyWithText',
	action: 'Reply to a status with text',
	description: "Answer somebody's status with a text message. Z-API puts it in its queue.",
	request: { method: 'POST', url: '/reply-status-text' },
	sendsToChat: true,
	bodyOrder: ['phone', 'message'],
	fields: [statusAuthor, statusMessageId, messageText],
	options: [convertMarkdown],
	refusedAdvice: REPLY_REFUSED,
	refusals: replyRefusals,
});
