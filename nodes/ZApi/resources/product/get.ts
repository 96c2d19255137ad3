import type { IDataObject } from 'n8n-workflow';
import { operation } from '../../language/operation';
import { isObject } from '../../../shared/values/objects';
import { simplifyProduct } from '../../answers/simplifyProduct';
import { productId } from '../../fields/product';

/** The product, which may be in an object of its own. */
function productOf(answer: IDataObject): IDataObject {
	const { product, ...catalog } = answer;
	return isObject(product) ? { ...catalog, ...product } : answer;
}

/** @see https://developer.z-api.io/business/get-product-id */
export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a product',
	description: 'Get a product from your catalog. WhatsApp Business only.',
	request: { method: 'GET', url: '/products/{productId}' },
	simplify: (entry) => simplifyProduct(productOf(entry)),
	toItem: (entry) => ({ json: productOf(entry) }),
	fields: [productId],
	refusedAdvice: 'Check that the product is in the catalog of the connected number.',
});
