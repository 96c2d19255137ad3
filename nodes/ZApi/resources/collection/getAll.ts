import { operation } from '../../language/operation';
import { cursor } from '../../language/pages';

/** @see https://developer.z-api.io/business/list-collections */
export const getAll = operation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many collections of products',
	description: 'Get the collections in your catalog. WhatsApp Business only.',
	request: { method: 'GET', url: '/catalogs/collection' },
	pages: cursor('nextCursor'),
	entries: 'collections',
	refusedAdvice: 'Check that the connected number is a WhatsApp Business account with a catalog.',
});
