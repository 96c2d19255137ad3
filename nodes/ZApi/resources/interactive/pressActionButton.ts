import { operation } from '../../language/operation';
import { messageId } from '../../fields/message';
import { chatId } from '../../fields/to';
import { buttonIdAs } from './buttonId';

/**
 * Only the newer documentation has it.
 *
 * @see https://developer.z-api.io/message/reply-template-button
 */
export const pressActionButton = operation({
	name: 'Press Action Button',
	value: 'pressActionButton',
	action: 'Press an action button',
	description:
		"Answer a message with action buttons as if you pressed one of them. Only reply buttons can be pressed; call and URL buttons can't.",
	request: { method: 'POST', url: '/reply-template-button' },
	sendsToChat: true,
	bodyOrder: ['phone', 'responseTemplateButtonId', 'messageId'],
	fields: [chatId, messageId, buttonIdAs('responseTemplateButtonId')],
	refusedAdvice:
		"Check that the message is in this chat and has a reply button with this ID. Call and URL buttons can't be pressed.",
});
