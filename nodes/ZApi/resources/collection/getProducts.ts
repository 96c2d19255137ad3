import { operation } from '../../language/operation';
import { cursor } from '../../language/pages';
import { simplifyProduct } from '../../answers/simplifyProduct';
import { catalogToRead } from '../../fields/catalogPhone';
import { collectionToRead } from '../../fields/productCollection';

/** @see https://developer.z-api.io/business/list-collection-products */
export const getProducts = operation({
	name: 'Get Products',
	value: 'getProducts',
	action: 'Get the products of a collection',
	description: 'Get the products in a collection. WhatsApp Business only.',
	request: { method: 'GET', url: '/catalogs/collection-products/{phone}' },
	pages: cursor('nextCursor'),
	entries: 'products',
	simplify: simplifyProduct,
	fields: [catalogToRead, collectionToRead],
	refusedAdvice:
		'Check that the collection is in the catalog of Catalog Phone. It gets a new ID whenever its products change.',
});
