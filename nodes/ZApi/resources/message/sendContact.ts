import { phone } from '../../fields/phones';
import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { delayMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';

const contactName = text('contactName', 'Contact Name', {
	placeholder: 'e.g. Maria Oliveira',
	description: 'The name to share the contact under',
});

const contactPhone = phone('contactPhone', 'Contact Phone', {
	description: "The number to share. It doesn't have to be in your contacts.",
});

const contactBusinessDescription = text('contactBusinessDescription', 'Business Description', {
	optional: true,
	placeholder: 'e.g. Open from 8 am to 6 pm',
	description: "A few words about the contact. WhatsApp Web doesn't show them.",
});

/** @see https://developer.z-api.io/message/send-message-contact */
export const sendContact = operation({
	name: 'Send Contact',
	value: 'sendContact',
	action: 'Send a contact message',
	description: 'Share the name and number of a person or business. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-contact' },
	sendsToChat: true,
	fields: [to, contactName, contactPhone],
	options: [contactBusinessDescription, delayMessage, replyTo],
	refusedAdvice: 'Check that the connected number may write to this chat, and check Contact Phone.',
});
