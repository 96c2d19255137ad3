import { groupMentioned } from '../../fields/groupMentioned';
import { messageText } from '../../fields/message';
import {
	convertMarkdown,
	delayMessage,
	delayTyping,
	mentionAll,
	mentioned,
	privateAnswer,
	replyTo,
} from '../../fields/messageOptions';
import { to } from '../../fields/to';
import type { Operation } from '../operation';

/**
 * Six pages of the documentation share this endpoint: replies and mentions are options here, and Meta AI is a number
 * like any other. Only the newer documentation has `mentionAll`.
 *
 * @see https://developer.z-api.io/message/send-text
 */
export const sendText: Operation = {
	name: 'Send Text',
	value: 'sendText',
	action: 'Send a text message',
	description: 'Send a text to a person, a group or a channel. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-text' },
	endpoint: [
		'send-text',
		'reply-message',
		'mention-participant',
		'mention-group',
		'mention-all',
		'metaai-conversation',
	],
	sendsToChat: true,
	fields: [to, messageText],
	options: [
		convertMarkdown,
		delayMessage,
		delayTyping,
		groupMentioned,
		mentionAll,
		mentioned,
		privateAnswer,
		replyTo,
	],
	refusedAdvice:
		'Check that the connected number may write to this chat. Mention Everybody works only in groups.',
};
