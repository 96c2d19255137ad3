import { toOpaqueId } from '../../../shared/values/ids';
import { toAmount } from '../../../shared/values/orders';
import { list } from '../../language/list';
import { number } from '../../language/number';
import { text } from '../../language/text';

/** The products in an order. */
export const products = list('products', 'Products', {
	sentAs: 'order.products',
	description: 'The products in the order',
	entry: 'Product',
	columns: [
		text('name', 'Name', { placeholder: 'e.g. Ceramic mug' }),
		number('value', 'Price', {
			min: 0,
			decimals: 2,
			read: toAmount,
			required: true,
			default: 0,
			description: 'The price of one piece',
		}),
		text('productId', 'Product ID', {
			optional: true,
			read: toOpaqueId,
			placeholder: 'e.g. 23940797548900636',
			description:
				"The ID of the product in your catalog. Leave it empty if it isn't in the catalog.",
		}),
		number('quantity', 'Quantity', { min: 1, required: true, default: 1 }),
	],
	bodyOrder: ['productId'],
	example: [{ name: 'Mug', value: 39.9, quantity: 2 }],
});
