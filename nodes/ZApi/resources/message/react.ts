import { inBody } from '../../fields/field';
import { messageId } from '../../fields/message';
import { delayMessage } from '../../fields/messageOptions';
import { chatId } from '../../fields/to';
import { toEmoji } from '../../../shared/values/emoji';
import type { Operation } from '../operation';

const reaction = inBody(
	{
		displayName: 'Reaction',
		name: 'reaction',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 👍',
		description: 'One emoji. It replaces your earlier reaction.',
	},
	toEmoji,
);

/** @see https://developer.z-api.io/message/send-message-reaction */
export const react: Operation = {
	name: 'React',
	value: 'react',
	action: 'React to a message',
	description: 'Put an emoji on a message',
	request: { method: 'POST', url: '/send-reaction' },
	sendsToChat: true,
	bodyOrder: ['phone', 'reaction', 'messageId'],
	fields: [chatId, messageId, reaction],
	options: [delayMessage],
	refusedAdvice: 'Check that the message is in this chat.',
};
