import { operation } from '../../language/operation';
import { productIds } from '../../fields/product';
import { collectionName } from '../../fields/productCollection';

/** @see https://developer.z-api.io/business/create-collection */
export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create a collection of products',
	description: 'Create a collection of products in your catalog. WhatsApp Business only.',
	request: { method: 'POST', url: '/catalogs/collection' },
	fields: [collectionName, productIds],
	refusedAdvice: 'Check that the products are in the catalog of the connected number.',
});
