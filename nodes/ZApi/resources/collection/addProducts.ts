import { operation } from '../../language/operation';
import { productIds } from '../../fields/product';
import { collectionId } from '../../fields/productCollection';

/** @see https://developer.z-api.io/business/add-product-to-collection */
export const addProducts = operation({
	name: 'Add Products',
	value: 'addProducts',
	action: 'Add products to a collection',
	description:
		'Add products to a collection. The collection gets a new ID, which the node returns; the old one stops working. WhatsApp Business only.',
	request: { method: 'POST', url: '/catalogs/collection/add-product' },
	fields: [collectionId, productIds],
	refusedAdvice:
		'Check Collection and Product Names or IDs. A collection gets a new ID whenever its products change, and the old one stops working.',
});
