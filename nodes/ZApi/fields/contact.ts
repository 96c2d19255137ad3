import type { INodeProperties } from 'n8n-workflow';
import { toParticipantList, toPersonPhone, toPhoneNumber } from '../../shared/values/phones';
import { inBody, inQuery } from './field';

const person: INodeProperties = {
	displayName: 'Contact',
	name: 'phone',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'phone', value: '' },
	description: "The person, who doesn't have to be in your contacts",
	modes: [
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			placeholder: 'e.g. +55 (44) 99999-9999',
			hint: 'With country and area code; Brazil is 55',
		},
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a contact...',
			typeOptions: { searchListMethod: 'searchContacts', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 999999999999999@lid',
			hint: 'For a person without a number, the ID that ends in @lid',
		},
	],
};

/** The person that an operation works on. */
export const contact = inBody(person, toPersonPhone);

/** The same, sent in the query. */
export const contactInQuery = inQuery(person, toPersonPhone);

/** Any phone number. */
export const phoneNumber = inBody(
	{
		...person,
		displayName: 'Phone',
		description: 'The number to check',
		modes: person.modes?.filter(({ name }) => name !== 'id'),
	},
	toPhoneNumber,
);

/** The people to remove from the contacts. The list is the whole body. */
export const contactsToRemove = inBody(
	{
		displayName: 'Phones',
		name: 'phones',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +55 (44) 99999-9999, +55 (11) 98888-8888',
		hint: 'With country and area code; Brazil is 55',
		description: 'Phone numbers of contacts, separated by commas',
	},
	toParticipantList,
	'$',
);
