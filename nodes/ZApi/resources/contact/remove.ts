import { contactsToRemove } from '../../fields/contact';
import type { Operation } from '../operation';

/**
 * Where the documentation contradicts itself: its introduction says that contacts can't be removed; this page is
 * newer.
 *
 * @see https://developer.z-api.io/contacts/remove-contacts
 */
export const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove contacts',
	description:
		"Remove people from the connected number's contacts. Their chats stay. This can't be undone.",
	request: { method: 'DELETE', url: '/contacts/remove' },
	fields: [contactsToRemove],
	refusedAdvice:
		'Some may have been removed. Check that each number is one of your contacts. Contact: Get Many lists them.',
};
