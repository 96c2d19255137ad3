import { parameterOf, type Item } from '../language/field';
import { locator, multiOptions } from '../language/locator';
import { allByName, byName, type Named } from '../language/named';
import { toOpaqueId } from '../../shared/values/ids';
import { isBlank } from '../../shared/values/cleanText';
import { catalogPhone } from './catalogPhone';

/** The number whose catalog the item's operation takes a product from; undefined for one's own. */
function catalogOf(item: Item): string | undefined {
	const given = parameterOf(item, 'catalogPhone', '');
	return isBlank(given) ? undefined : catalogPhone.read(given, item.settings);
}

const productNames: Named = {
	what: 'product',
	toId: toOpaqueId,
	surely: /^\d{10,}$/,
	list: async (item) => ['products', catalogOf(item)],
};

/** A product in the connected number's catalog; when sending one, in the chosen catalog. */
export const productId = locator('productId', 'Product', {
	what: 'product',
	search: 'searchProducts',
	...byName(productNames),
	id: '7190654897637620',
	hint: 'The ID that Product: Get Many returns as "id", or the name',
	description: 'A product in the catalog',
});

/** Products of the connected number's catalog. */
export const productIds = multiOptions('productIds', 'Product Names or IDs', {
	load: 'getProducts',
	...allByName(
		productNames,
		'Choose from the list, or use the IDs that Product: Get Many returns as "id".',
		'id',
	),
});
