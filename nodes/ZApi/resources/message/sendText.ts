import { toGroupId } from '../../../shared/values/ids';
import { rows } from '../../language/rows';
import { text } from '../../language/text';
import { operation } from '../../language/operation';
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
import { splitLongText } from '../../fields/splitLongText';
import { to } from '../../fields/to';

/** @see https://developer.z-api.io/group/mention-group */
const groupMentioned = rows('groupMentioned', 'Mention Groups', {
	optional: true,
	description:
		'Groups of the same community to mention. In the text, write each as @ and its ID, such as @120363019502650977-group.',
	entry: 'Group',
	group: 'Groups',
	columns: [
		text('phone', 'Group ID', {
			read: toGroupId,
			part: 'a group',
			placeholder: 'e.g. 120363019502650977-group',
		}),
		text('subject', 'Name', {
			placeholder: 'e.g. Building A',
			description: 'What the message shows in place of the ID',
		}),
	],
	example: [{ phone: '120363019502650977-group', subject: 'Building A' }],
});

/**
 * Six pages of the documentation share this endpoint: replies and mentions are options here, and Meta AI is a number
 * like any other.
 *
 * @see https://developer.z-api.io/message/send-text
 */
export const sendText = operation({
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
		splitLongText,
	],
	refusedAdvice:
		'Check that the connected number may write to this chat. Mention Everybody works only in groups.',
});
