import { list } from '../../language/list';
import { operation } from '../../language/operation';
import { buttonListHeader } from '../../fields/header';
import { messageText } from '../../fields/message';
import { convertMarkdown, delayMessage } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { label, ownId } from './buttons';
import { buttonRefusals, BUTTONS_REFUSED, buttonTerms } from './buttonTerms';

const buttons = list('buttons', 'Buttons', {
	sentAs: 'buttonList.buttons',
	description: 'Buttons below the text. Pressing one answers with its label.',
	entry: 'Button',
	columns: [label, ownId('button')],
	bodyOrder: ['id', 'label'],
	example: [
		{ id: '1', label: 'Yes' },
		{ id: '2', label: 'No' },
	],
});

/**
 * Three pages share this endpoint.
 *
 * @see https://developer.z-api.io/message/send-button-list
 */
export const sendButtons = operation({
	name: 'Send Reply Buttons',
	value: 'sendButtons',
	action: 'Send a message with reply buttons',
	description:
		'Send a text with buttons that people answer with, optionally below an image or a video. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-button-list' },
	endpoint: ['send-button-list', 'send-button-list-image', 'send-button-list-video'],
	sendsToChat: true,
	fields: [buttonTerms, to, messageText, buttonListHeader, buttons],
	options: [convertMarkdown, delayMessage],
	refusedAdvice: BUTTONS_REFUSED,
	refusals: buttonRefusals,
});
