import { operation } from '../../language/operation';
import { isObject } from '../../../shared/values/objects';
import { productId } from '../../fields/product';

/**
 * Where the documentation contradicts itself: the newer page has the product's data beside the catalog's, the older one
 * in an object `product`. Either is returned as on the newer page.
 *
 * @see https://developer.z-api.io/business/get-product-id
 */
export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a product',
	description: 'Get a product from your catalog. WhatsApp Business only.',
	request: { method: 'GET', url: '/products/{productId}' },
	toItem(json) {
		const { product, ...catalog } = json;
		return { json: isObject(product) ? { ...catalog, ...product } : json };
	},
	fields: [productId],
	refusedAdvice: 'Check that the product is in the catalog of the connected number.',
});
