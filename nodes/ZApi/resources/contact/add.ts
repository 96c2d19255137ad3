import { list } from '../../language/list';
import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { phone } from '../../fields/phones';

/** The list is the whole body. */
const contactsToAdd = list('contactsToAdd', 'Contacts', {
	sentAs: '$',
	description: "The people to add to the connected number's contacts",
	entry: 'Contact',
	columns: [
		text('firstName', 'First Name', { placeholder: 'e.g. Maria' }),
		text('lastName', 'Last Name', { optional: true, placeholder: 'e.g. Oliveira' }),
		phone('phone', 'Phone', {}),
	],
	example: [{ firstName: 'Maria', lastName: 'Oliveira', phone: '5544999999999' }],
});

/** @see https://developer.z-api.io/contacts/add-contacts */
export const add = operation({
	name: 'Add',
	value: 'add',
	action: 'Add contacts',
	description:
		"Add people to the connected number's contacts, which are also the contacts of its phone",
	request: { method: 'POST', url: '/contacts/add' },
	fields: [contactsToAdd],
	refusedAdvice:
		"Some may have been added. Check the numbers. In WhatsApp's privacy settings on the phone, check that WhatsApp may save contacts.",
});
