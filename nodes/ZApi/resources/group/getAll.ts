import { simplifyChat } from '../../answers/chat';
import { pagination } from '../../fields/pagination';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../operation';

/**
 * Where the documentation contradicts itself: the tables type several flags as booleans, the samples have texts; they
 * are returned as they are.
 *
 * @see https://developer.z-api.io/group/get-groups
 */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many groups',
	description: 'Get the groups of the connected number',
	request: { method: 'GET', url: '/groups' },
	isList: true,
	fields: [pagination, simplify],
	simplify: simplifyChat,
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
};
