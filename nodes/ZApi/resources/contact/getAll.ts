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
	description:
		'Get the contacts of the connected number. People who share a group with it are among them.',
	request: { method: 'GET', url: '/contacts' },
	isList: true,
	fields: [pagination],
	refusedAdvice: 'Try again. If it goes on, check in the Z-API panel that WhatsApp is connected.',
};
