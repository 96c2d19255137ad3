import { pagination } from '../../fields/pagination';
import type { Operation } from '../operation';

/**
 * Where the documentation contradicts itself: other pages say that this gives pictures; its own has none.
 *
 * @see https://developer.z-api.io/contacts/get-contacts
 */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: "Get the connected number's contacts, including people who share a group with it",
	request: { method: 'GET', url: '/contacts' },
	isList: true,
	fields: [pagination],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
};
