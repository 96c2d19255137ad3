import { operation } from '../../language/operation';
import { productIds } from '../../fields/product';
import { collectionId } from '../../fields/productCollection';

/** @see https://developer.z-api.io/business/remove-product-from-collection */
export const removeProducts = operation({
	name: 'Remove Products',
	value: 'removeProducts',
	action: 'Remove products from a collection',
	description:
		'Remove products from a collection; they stay in the catalog. The collection gets a new ID, which the node returns; the old one stops working. WhatsApp Business only.',
	request: { method: 'POST', url: '/catalogs/collection/remove-product' },
	fields: [collectionId, productIds],
	refusedAdvice:
		'Check Collection and Product Names or IDs. A collection gets a new ID whenever its products change, and the old one stops working.',
});
