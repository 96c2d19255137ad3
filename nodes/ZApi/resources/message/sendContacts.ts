import { list } from '../../fields/list';
import { delayMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { toFields, toOptionalPart, toPart } from '../../../shared/values/lists';
import { toContactPhones } from '../../../shared/values/phones';
import { toText } from '../../../shared/values/values';
import type { Operation } from '../operation';

const toName = toPart('a name', toText);
const toPhones = toPart('a list of phones', toContactPhones);
const toDescription = toOptionalPart('a description', toText);

const contacts = list({
	displayName: 'Contacts',
	name: 'contacts',
	description: "The contacts to share. They don't have to be in your own contacts.",
	entry: 'Contact',
	values: [
		{
			displayName: 'Business Description',
			name: 'businessDescription',
			type: 'string',
			default: '',
			placeholder: 'e.g. Atendimento das 8h às 18h',
			description: 'A few words about the contact',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Maria da Portaria',
		},
		{
			displayName: 'Phones',
			name: 'phones',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +55 (44) 99999-9999, +55 (11) 98888-8888',
			hint: 'With country and area code; Brazil is 55',
			description: 'One phone number, or several separated by commas',
		},
	],
	example: [{ name: 'Maria', phones: ['5544999999999'] }],
	read(entry) {
		const { name, phones, businessDescription } = toFields(entry);
		const description = toDescription(businessDescription);
		return {
			name: toName(name),
			phones: toPhones(phones),
			...(description !== undefined && { businessDescription: description }),
		};
	},
});

/** @see https://developer.z-api.io/message/send-message-multiple-contacts */
export const sendContacts: Operation = {
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
};
