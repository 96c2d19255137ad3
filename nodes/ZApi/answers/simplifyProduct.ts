import { asItIs, simplifier } from '../../shared/values/simplifier';

/**
 * Simplifies a product: what it is, what it costs, and whether it can be had.
 *
 * @see https://developer.z-api.io/business/get-product-id
 */
export const simplifyProduct = simplifier({
	id: asItIs,
	name: asItIs,
	description: asItIs,
	price: asItIs,
	salePrice: asItIs,
	currency: asItIs,
	availability: asItIs,
	quantity: asItIs,
	retailerId: asItIs,
	images: asItIs,
});
