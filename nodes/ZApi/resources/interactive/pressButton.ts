import { operation } from '../../language/operation';
import { messageId } from '../../fields/message';
import { chatId } from '../../fields/to';
import { buttonIdAs } from './buttonId';

/**
 * Only the newer documentation has it.
 *
 * @see https://developer.z-api.io/message/reply-button
 */
export const pressButton = operation({
	name: 'Press Reply Button',
	value: 'pressButton',
	action: 'Press a reply button',
	description: 'Answer a message with reply buttons as if you pressed one of them',
	request: { method: 'POST', url: '/reply-button' },
	sendsToChat: true,
	bodyOrder: ['phone', 'responseButtonId', 'messageId'],
	fields: [chatId, messageId, buttonIdAs('responseButtonId')],
	refusedAdvice:
		'Check that the message is in this chat and has a button with this ID. If the message also has call or URL buttons, use Press Action Button.',
});
