import { cursor } from '../../language/pages';
import { operation } from '../../language/operation';
import type { Option } from '../../language/option';
import { isBlank } from '../../../shared/values/cleanText';
import { phone } from '../../fields/phones';

const owner = phone('catalogPhone', 'Catalog Phone', {
	optional: true,
	sentAs: 'phone',
	description:
		'The phone number of the business whose products to get. Without this option, your own.',
});

/** The catalog of another business has its own address. */
const catalogOfAnother: Option = {
	...owner,
	put(request, value, item) {
		if (isBlank(value)) return;
		request.url = '/catalogs/{phone}';
		owner.put(request, value, item);
	},
};

/**
 * The same can be read with GET, but a long cursor would make the address too long.
 *
 * @see https://developer.z-api.io/business/get-products-v2 and
 * https://developer.z-api.io/business/get-products-phone-v2
 */
export const getAll = operation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many products',
	description:
		'Get the products in your catalog, or in that of another business. WhatsApp Business only.',
	request: { method: 'POST', url: '/catalogs' },
	endpoint: ['get-products-v2', 'get-products-phone-v2'],
	isRead: true,
	pages: cursor('nextCursor'),
	entries: 'products',
	options: [catalogOfAnother],
	refusedAdvice:
		'Check that the business has a catalog, and that the connected number is a WhatsApp Business account.',
});
