import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { imageHeader } from '../../fields/header';
import { messageText } from '../../fields/message';
import { convertMarkdown } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { buttonRefusals, BUTTONS_REFUSED, buttonTerms } from './buttonTerms';

const code = text('code', 'Code', {
	placeholder: 'e.g. SAVE10',
	description: 'What the button copies',
});

const buttonText = text('buttonText', 'Button Text', {
	optional: true,
	placeholder: 'e.g. Copy coupon',
	description: 'The text on the button. Without it, the button says "Copiar código".',
});

/** @see https://developer.z-api.io/message/send-button-otp */
export const sendCopyCode = operation({
	name: 'Send Copy Code Button',
	value: 'sendCopyCode',
	action: 'Send a message with a copy code button',
	description:
		'Send a text with a button that copies a code, such as a coupon or a one-time password. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-button-otp' },
	sendsToChat: true,
	fields: [buttonTerms, to, messageText, imageHeader, code],
	options: [buttonText, convertMarkdown],
	bodyOrder: ['phone', 'message', 'code'],
	refusedAdvice: BUTTONS_REFUSED,
	refusals: buttonRefusals,
});
