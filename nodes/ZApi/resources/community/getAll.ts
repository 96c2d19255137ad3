import { pagination } from '../../fields/pagination';
import type { Operation } from '../operation';

/**
 * Where the documentation contradicts itself: a headline says POST; the address lines agree on GET.
 *
 * @see https://developer.z-api.io/communities/list-communities
 */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many communities',
	description: 'Get the communities of the connected number',
	request: { method: 'GET', url: '/communities' },
	isList: true,
	fields: [pagination],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
};
