import { entriesIn, nextCursorOf } from '../../../shared/requests/pages';
import { catalogToRead } from '../../fields/catalogPhone';
import { cursorPagination } from '../../fields/pagination';
import { collectionToRead } from '../../fields/productCollection';
import type { Operation } from '../operation';

/**
 * Where the documentation contradicts itself: the newer sample is a bare list, though the same page has a cursor. Both
 * are read.
 *
 * @see https://developer.z-api.io/business/list-collection-products
 */
export const getProducts: Operation = {
	name: 'Get Products',
	value: 'getProducts',
	action: 'Get the products of a collection',
	description: 'Get the products in a collection. WhatsApp Business only.',
	request: { method: 'GET', url: '/catalogs/collection-products/{phone}' },
	isList: true,
	toEntries: entriesIn('products'),
	fields: [
		catalogToRead,
		collectionToRead,
		cursorPagination({ place: 'qs', name: 'nextCursor', nextOf: nextCursorOf }),
	],
	refusedAdvice:
		'Check that the collection is in the catalog of Catalog Phone. It gets a new ID whenever its products change.',
};
