import { list } from '../../language/list';
import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { delayMessage, replyTo } from '../../fields/messageOptions';
import { phones } from '../../fields/phones';
import { to } from '../../fields/to';
import { toContactPhones } from '../../../shared/values/phones';

const contacts = list('contacts', 'Contacts', {
	description: "The contacts to share. They don't have to be in your own contacts.",
	entry: 'Contact',
	columns: [
		text('businessDescription', 'Business Description', {
			optional: true,
			part: 'a description',
			placeholder: 'e.g. Open from 8 am to 6 pm',
			description: 'A few words about the contact',
		}),
		text('name', 'Name', { placeholder: 'e.g. Maria Oliveira' }),
		phones('phones', 'Phones', {
			read: toContactPhones,
			part: 'a list of phones',
			description: 'One phone number, or several separated by commas',
		}),
	],
	bodyOrder: ['name', 'phones'],
	example: [{ name: 'Maria', phones: ['5544999999999'] }],
});

/** @see https://developer.z-api.io/message/send-message-multiple-contacts */
export const sendContacts = operation({
	name: 'Send Contacts',
	value: 'sendContacts',
	action: 'Send a message with many contacts',
	description: 'Share several contacts in one message. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-contacts' },
	sendsToChat: true,
	fields: [to, contacts],
	options: [delayMessage, replyTo],
	refusedAdvice:
		'Check that the connected number may write to this chat, and check the numbers in Contacts.',
});
