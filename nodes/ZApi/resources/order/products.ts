import { toId } from '../../../shared/values/ids';
import { toFields, toOptionalPart, toPart } from '../../../shared/values/lists';
import { toAmount } from '../../../shared/values/orders';
import { toText, toWholeNumber } from '../../../shared/values/values';
import { list } from '../../fields/list';

const toProductId = toOptionalPart('a product ID', toId);
const toName = toPart('a name', toText);
const toPrice = toPart('a price', toAmount);
const toQuantity = toPart('a quantity', toWholeNumber(1));

/** The products in an order. */
export const products = list({
	displayName: 'Products',
	name: 'products',
	path: 'order.products',
	description: 'The products in the order',
	entry: 'Product',
	example: [{ name: 'Caneca', value: 39.9, quantity: 2 }],
	values: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Caneca de cerâmica',
		},
		{
			displayName: 'Price',
			name: 'value',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			required: true,
			default: 0,
			description: 'The price of one piece',
		},
		{
			displayName: 'Product ID',
			name: 'productId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 23940797548900636',
			description:
				"The ID of the product in your catalog. Leave it empty if it isn't in the catalog.",
		},
		{
			displayName: 'Quantity',
			name: 'quantity',
			type: 'number',
			typeOptions: { minValue: 1 },
			required: true,
			default: 1,
		},
	],
	read(entry) {
		const { productId, name, value, quantity } = toFields(entry);
		const id = toProductId(productId);
		return {
			...(id === undefined ? {} : { productId: id }),
			name: toName(name),
			value: toPrice(value),
			quantity: toQuantity(quantity),
		};
	},
});
