import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { messageId } from '../../fields/message';
import { delayMessage } from '../../fields/messageOptions';
import { chatId } from '../../fields/to';
import { toEmoji } from '../../../shared/values/emoji';

const reaction = text('reaction', 'Reaction', {
	read: toEmoji,
	placeholder: 'e.g. 👍',
	description: 'One emoji. It replaces your earlier reaction.',
});

/** @see https://developer.z-api.io/message/send-message-reaction */
export const react = operation({
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
});
