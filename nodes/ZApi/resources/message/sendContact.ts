import { inBody } from '../../fields/field';
import { delayMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { toPhoneNumber } from '../../../shared/values/phones';
import { toText, unlessBlank } from '../../../shared/values/values';
import type { Operation } from '../operation';

const contactName = inBody(
	{
		displayName: 'Contact Name',
		name: 'contactName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Maria da Portaria',
		description: 'The name to share the contact under',
	},
	toText,
);

const contactPhone = inBody(
	{
		displayName: 'Contact Phone',
		name: 'contactPhone',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +55 (44) 99999-9999',
		hint: 'With country and area code; Brazil is 55',
		description: "The number to share. It doesn't have to be in your contacts.",
	},
	toPhoneNumber,
);

const contactBusinessDescription = inBody(
	{
		displayName: 'Business Description',
		name: 'contactBusinessDescription',
		type: 'string',
		default: '',
		placeholder: 'e.g. Atendimento das 8h às 18h',
		description: "A few words about the contact. WhatsApp Web doesn't show them.",
	},
	unlessBlank(toText),
);

/** @see https://developer.z-api.io/message/send-message-contact */
export const sendContact: Operation = {
	name: 'Send Contact',
	value: 'sendContact',
	action: 'Send a contact message',
	description: 'Share the name and number of a person or business. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-contact' },
	sendsToChat: true,
	fields: [to, contactName, contactPhone],
	options: [contactBusinessDescription, delayMessage, replyTo],
	refusedAdvice: 'Check that the connected number may write to this chat, and check Contact Phone.',
};
