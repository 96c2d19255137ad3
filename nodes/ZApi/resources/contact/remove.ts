import { operation } from '../../language/operation';
import { phones } from '../../fields/phones';

/** The list is the whole body. */
const contactsToRemove = phones('phones', 'Phones', {
	sentAs: '$',
	description: 'Phone numbers of contacts, separated by commas',
});

/** @see https://developer.z-api.io/contacts/remove-contacts */
export const remove = operation({
	name: 'Remove',
	value: 'remove',
	action: 'Remove contacts',
	description:
		"Delete people from the connected number's contacts. Their chats stay. This can't be undone.",
	request: { method: 'DELETE', url: '/contacts/remove' },
	deletes: true,
	fields: [contactsToRemove],
	refusedAdvice:
		'Some may have been removed. Check that each number is one of your contacts. Contact: Get Many lists them.',
});
