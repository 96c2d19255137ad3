import { operation } from '../../language/operation';
import { productId } from '../../fields/product';

/** @see https://developer.z-api.io/business/delete-product */
export const deleteProduct = operation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a product',
	description: "Delete a product from your catalog. This can't be undone. WhatsApp Business only.",
	request: { method: 'DELETE', url: '/products/{productId}' },
	deletes: true,
	fields: [productId],
	refusedAdvice: 'Check that the product is in the catalog of the connected number.',
});
