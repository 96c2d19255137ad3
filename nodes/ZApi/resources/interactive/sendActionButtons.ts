import { list } from '../../language/list';
import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { imageHeader } from '../../fields/header';
import { messageText } from '../../fields/message';
import { convertMarkdown, delayMessage } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { actionButton, checkMix, type ActionButton } from './buttons';
import { buttonRefusals, BUTTONS_REFUSED, buttonTerms } from './buttonTerms';

const buttonActions = list<ActionButton>('buttonActions', 'Buttons', {
	description:
		"Buttons below the text. Call and URL buttons go together, reply buttons on their own: WhatsApp Web can't show both in one message.",
	entry: 'Button',
	columns: actionButton,
	bodyOrder: ['id', 'type', 'phone', 'url', 'label'],
	check: checkMix,
	example: [
		{ type: 'CALL', phone: '551133334444', label: 'Call us' },
		{ type: 'URL', url: 'https://example.com', label: 'Open the website' },
	],
});

const title = text('title', 'Title', {
	optional: true,
	placeholder: 'e.g. Opening hours',
	description: 'A line above the text',
});

const footer = text('footer', 'Footer', {
	optional: true,
	placeholder: 'e.g. Monday to Friday, 9 am to 6 pm',
	description: 'A small line below the text',
});

/** @see https://developer.z-api.io/message/send-button-actions */
export const sendActionButtons = operation({
	name: 'Send Action Buttons',
	value: 'sendActionButtons',
	action: 'Send a message with action buttons',
	description:
		'Send a text with buttons that call a number or open a page, or with buttons that people answer with. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-button-actions' },
	sendsToChat: true,
	bodyOrder: ['phone', 'message', 'title', 'footer', 'image', 'buttonActions'],
	fields: [buttonTerms, to, messageText, imageHeader, buttonActions],
	options: [convertMarkdown, delayMessage, footer, title],
	refusedAdvice: BUTTONS_REFUSED,
	refusals: buttonRefusals,
});
