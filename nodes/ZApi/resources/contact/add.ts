import { toFields, toOptionalPart, toPart } from '../../../shared/values/lists';
import { toPhoneNumber } from '../../../shared/values/phones';
import { toText } from '../../../shared/values/values';
import { list } from '../../fields/list';
import type { Operation } from '../operation';

const toFirstName = toPart('a first name', toText);
const toLastName = toOptionalPart('a last name', toText);
const toPhone = toPart('a phone', toPhoneNumber);

const contactsToAdd = list({
	displayName: 'Contacts',
	name: 'contactsToAdd',
	// The list is the whole body.
	path: '$',
	description: "The people to add to the connected number's contacts",
	entry: 'Contact',
	values: [
		{
			displayName: 'First Name',
			name: 'firstName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Maria',
		},
		{
			displayName: 'Last Name',
			name: 'lastName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Oliveira',
		},
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +55 (44) 99999-9999',
			hint: 'With country and area code; Brazil is 55',
		},
	],
	example: [{ firstName: 'Maria', lastName: 'Oliveira', phone: '5544999999999' }],
	read: (value) => {
		const { firstName, lastName, phone } = toFields(value);
		return {
			firstName: toFirstName(firstName),
			lastName: toLastName(lastName),
			phone: toPhone(phone),
		};
	},
});

/**
 * Where the documentation contradicts itself: its introduction says that contacts can't be added; this page is newer.
 *
 * @see https://developer.z-api.io/contacts/add-contacts
 */
export const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add contacts',
	description:
		"Add people to the connected number's contacts, which are also the contacts of its phone",
	request: { method: 'POST', url: '/contacts/add' },
	fields: [contactsToAdd],
	refusedAdvice:
		"Some may have been added. Check the numbers. In WhatsApp's privacy settings on the phone, check that WhatsApp may save contacts.",
};
