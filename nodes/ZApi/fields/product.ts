import { toId } from '../../shared/values/ids';
import { toListOf } from '../../shared/values/lists';
import { inBody } from './field';
import { locator } from './locator';

/** A product in the connected number's catalog; when sending one, in the chosen catalog. */
export const productId = inBody(
	locator({
		displayName: 'Product',
		name: 'productId',
		description: 'A product in the catalog',
		what: 'product',
		searchListMethod: 'searchProducts',
		example: '7190654897637620',
		hint: 'The ID that Product: Get Many returns as "id"',
	}),
	toId,
);

/** Products of the connected number's catalog. */
export const productIds = inBody(
	{
		displayName: 'Product Names or IDs',
		name: 'productIds',
		type: 'multiOptions',
		required: true,
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		typeOptions: { loadOptionsMethod: 'getProducts' },
	},
	toListOf(toId, 'Choose from the list, or use the IDs that Product: Get Many returns as "id".', {
		key: 'id',
	}),
);
