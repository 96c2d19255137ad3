import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../../shared/values/objects';
import { productId } from '../../fields/product';
import type { Operation } from '../operation';

/**
 * Where the documentation contradicts itself: the newer page has the product's data beside the catalog's, the older one
 * in an object `product`. Either is returned as on the newer page.
 *
 * @see https://developer.z-api.io/business/get-product-id
 */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a product',
	description: 'Get a product from your catalog. WhatsApp Business only.',
	request: { method: 'GET', url: '/products/{productId}' },
	toEntries(body) {
		const { product, ...catalog } = body as IDataObject;
		return [isObject(product) ? { ...catalog, ...product } : (body as IDataObject)];
	},
	fields: [productId],
	refusedAdvice: 'Check that the product is in the catalog of the connected number.',
};
