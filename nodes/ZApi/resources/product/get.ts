import { operation } from '../../language/operation';
import { isObject } from '../../../shared/values/objects';
import { productId } from '../../fields/product';

/** @see https://developer.z-api.io/business/get-product-id */
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
