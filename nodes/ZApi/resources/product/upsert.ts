import { inBody } from '../../fields/field';
import { unlessEmpty } from '../../fields/messageOptions';
import { toCurrency } from '../../../shared/values/orders';
import { toAddress, toAddressList } from '../../../shared/values/addresses';
import { toBoolean, toText, toWholeNumber } from '../../../shared/values/values';
import type { Operation } from '../operation';

/** Z-API returns prices such as 100000, which look like thousandths; what it expects isn't documented. */
const PRICE_UNIT =
	"as a whole number. Z-API doesn't document the unit, so check your first product in WhatsApp.";

/** n8n's lint expects a standard sentence for every upsert, which doesn't say how this one finds its product. */
const DESCRIPTION =
	"Add a product to your catalog, or update one. Z-API doesn't document how it finds the product to update, so always use the same Product Code. WhatsApp Business only.";

const fields = [
	inBody(
		{
			displayName: 'Name',
			name: 'productName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Caneca de cerâmica',
			description: 'The name of the product',
		},
		toText,
		'name',
	),
	inBody(
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			typeOptions: { rows: 3 },
			required: true,
			default: '',
			placeholder: 'e.g. Caneca de 300 ml, feita à mão',
			description: 'What the catalog says about the product',
		},
		toText,
	),
	inBody(
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			required: true,
			default: 'BRL',
			placeholder: 'e.g. BRL',
			description: 'The three-letter code of the currency',
		},
		toCurrency,
	),
	inBody(
		{
			displayName: 'Price',
			name: 'price',
			type: 'number',
			typeOptions: { minValue: 0 },
			required: true,
			default: 0,
			description: `The price of the product, ${PRICE_UNIT}`,
		},
		toWholeNumber(0),
	),
	inBody(
		{
			displayName: 'Images',
			name: 'images',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/caneca.png',
			description: 'Addresses of images, separated by commas',
		},
		toAddressList,
	),
];

const options = [
	inBody(
		{
			displayName: 'Hidden',
			name: 'isHidden',
			type: 'boolean',
			default: true,
			description: 'Whether to hide the product in the catalog',
		},
		toBoolean,
	),
	unlessEmpty(
		inBody(
			{
				displayName: 'Page URL',
				name: 'url',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://example.com/caneca',
				description: "The address of the product's page",
			},
			toAddress,
		),
	),
	unlessEmpty(
		inBody(
			{
				displayName: 'Product Code',
				name: 'retailerId',
				type: 'string',
				default: '',
				placeholder: 'e.g. CANECA-001',
				description: 'Your own code for the product',
			},
			toText,
		),
	),
	unlessEmpty(
		inBody(
			{
				displayName: 'Sale Price',
				name: 'salePrice',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: `The reduced price of the product, ${PRICE_UNIT}`,
			},
			toWholeNumber(0),
		),
	),
];

/**
 * Where the documentation contradicts itself: a table calls `images` a text, the samples have a list. It doesn't say how
 * an existing product is found; `retailerId` is the only candidate.
 *
 * @see https://developer.z-api.io/business/edit-product
 */
export const upsert: Operation = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a product',
	description: DESCRIPTION,
	request: { method: 'POST', url: '/products' },
	bodyOrder: [
		'currency',
		'description',
		'images',
		'isHidden',
		'name',
		'price',
		'salePrice',
		'retailerId',
		'url',
	],
	fields,
	options,
	refusedAdvice:
		'Check the prices and Images. The connected number must be a WhatsApp Business account with a catalog.',
};
