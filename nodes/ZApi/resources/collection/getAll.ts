import { entriesIn, nextCursorOf } from '../../../shared/requests/pages';
import { cursorPagination } from '../../fields/pagination';
import type { Operation } from '../operation';

/** @see https://developer.z-api.io/business/list-collections */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many collections of products',
	description: 'Get the collections in your catalog. WhatsApp Business only.',
	request: { method: 'GET', url: '/catalogs/collection' },
	isList: true,
	toEntries: entriesIn('collections'),
	fields: [cursorPagination({ place: 'qs', name: 'nextCursor', nextOf: nextCursorOf })],
	refusedAdvice: 'Check that the connected number is a WhatsApp Business account with a catalog.',
};
