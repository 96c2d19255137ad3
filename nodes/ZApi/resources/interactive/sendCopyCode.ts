import { toText, unlessBlank } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import { imageHeader } from '../../fields/header';
import { largestFile } from '../../fields/media';
import { messageText } from '../../fields/message';
import { convertMarkdown } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import type { Operation } from '../operation';
import { buttonRefusals, BUTTONS_REFUSED, buttonTerms } from './buttonTerms';

const code = inBody(
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. DESCONTO10',
		description: 'What the button copies',
	},
	toText,
);

const buttonText = inBody(
	{
		displayName: 'Button Text',
		name: 'buttonText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Copiar cupom',
		description: 'The text on the button. Without it, the button says "Copiar código".',
	},
	unlessBlank(toText),
);

/** @see https://developer.z-api.io/message/send-button-otp */
export const sendCopyCode: Operation = {
	name: 'Send Copy Code Button',
	value: 'sendCopyCode',
	action: 'Send a message with a copy code button',
	description:
		'Send a text with a button that copies a code, such as a coupon or a one-time password. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-button-otp' },
	sendsToChat: true,
	fields: [buttonTerms, to, messageText, imageHeader, code],
	options: [buttonText, convertMarkdown, largestFile],
	bodyOrder: ['phone', 'message', 'code'],
	refusedAdvice: BUTTONS_REFUSED,
	refusals: buttonRefusals,
};
