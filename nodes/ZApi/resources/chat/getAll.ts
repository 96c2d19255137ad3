import { simplifyChat } from '../../answers/chat';
import { pagination } from '../../fields/pagination';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../operation';

/**
 * Where the documentation contradicts itself: the tables have true and false for flags that are texts in the samples.
 *
 * @see https://developer.z-api.io/chats/get-chats
 */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many chats',
	description:
		'Get the chats of the connected number: people, groups, channels and broadcast lists',
	request: { method: 'GET', url: '/chats' },
	isList: true,
	fields: [pagination, simplify],
	simplify: simplifyChat,
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
};
