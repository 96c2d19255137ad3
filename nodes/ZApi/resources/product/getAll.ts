import { entriesIn, nextCursorOf } from '../../../shared/requests/pages';
import { toPhoneNumber } from '../../../shared/values/phones';
import { catalogOwner } from '../../fields/catalogPhone';
import { inBody, type ValueField } from '../../fields/field';
import { unlessEmpty } from '../../fields/messageOptions';
import { cursorPagination } from '../../fields/pagination';
import type { Operation } from '../operation';

const owner = inBody(
	{
		...catalogOwner,
		required: false,
		description:
			'The phone number of the business whose products to get. Without this option, your own.',
	},
	toPhoneNumber,
	'phone',
);

/** The catalog of another business has its own address. */
const catalogOfAnother: ValueField = unlessEmpty({
	...owner,
	put(draft, value, context) {
		draft.url = '/catalogs/{phone}';
		owner.put(draft, value, context);
	},
});

/**
 * The same can be read with GET, but a long cursor would make the address too long.
 *
 * @see https://developer.z-api.io/business/get-products-v2 and
 * https://developer.z-api.io/business/get-products-phone-v2
 */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many products',
	description:
		'Get the products in your catalog, or in that of another business. WhatsApp Business only.',
	request: { method: 'POST', url: '/catalogs' },
	endpoint: ['get-products-v2', 'get-products-phone-v2'],
	isRead: true,
	isList: true,
	toEntries: entriesIn('products'),
	fields: [cursorPagination({ place: 'body', name: 'nextCursor', nextOf: nextCursorOf })],
	options: [catalogOfAnother],
	refusedAdvice:
		'Check that the business has a catalog, and that the connected number is a WhatsApp Business account.',
};
