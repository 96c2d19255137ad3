import { locator, multiOptions } from '../language/locator';
import { toId } from '../../shared/values/ids';
import { toListOf } from '../../shared/values/lists';

/** A product in the connected number's catalog; when sending one, in the chosen catalog. */
export const productId = locator('productId', 'Product', {
	what: 'product',
	search: 'searchProducts',
	read: toId,
	id: '7190654897637620',
	hint: 'The ID that Product: Get Many returns as "id"',
	description: 'A product in the catalog',
});

/** Products of the connected number's catalog. */
export const productIds = multiOptions('productIds', 'Product Names or IDs', {
	load: 'getProducts',
	read: toListOf(
		toId,
		'Choose from the list, or use the IDs that Product: Get Many returns as "id".',
		{ key: 'id' },
	),
});
