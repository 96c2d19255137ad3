import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { number } from '../../language/number';
import { toggle } from '../../language/toggle';
import { toCurrency } from '../../../shared/values/orders';
import { toUrl } from '../../../shared/values/urls';
import { toFileUrlList } from '../../../shared/values/fileUrls';

/** Z-API returns prices such as 100000, which look like thousandths; what it expects isn't documented. */
const PRICE_UNIT =
	"as a whole number. Z-API doesn't document the unit, so check your first product in WhatsApp.";

/** n8n's lint expects a standard sentence for every upsert, which doesn't say how this one finds its product. */
const DESCRIPTION =
	"Add a product to your catalog, or update one. Z-API doesn't document how it finds the product to update, so always use the same Product Code. WhatsApp Business only.";

const fields = [
	text('productName', 'Name', {
		sentAs: 'name',
		placeholder: 'e.g. Ceramic mug',
		description: 'The name of the product',
	}),
	text('description', 'Description', {
		typeOptions: { rows: 3 },
		placeholder: 'e.g. Handmade mug, 300 ml',
		description: 'What the catalog says about the product',
	}),
	text('currency', 'Currency', {
		default: 'BRL',
		read: toCurrency,
		placeholder: 'e.g. BRL',
		description: 'The three-letter code of the currency',
	}),
	number('price', 'Price', {
		min: 0,
		default: 0,
		required: true,
		description: `The price of the product, ${PRICE_UNIT}`,
	}),
	text('images', 'Images', {
		read: toFileUrlList,
		placeholder: 'e.g. https://example.com/mug.png',
		description: 'Addresses of images, separated by commas',
	}),
];

const options = [
	toggle('isHidden', 'Hidden', {
		default: true,
		description: 'Whether to hide the product in the catalog',
	}),
	text('url', 'Page URL', {
		optional: true,
		read: toUrl,
		placeholder: 'e.g. https://example.com/mug',
		description: "The address of the product's page",
	}),
	text('retailerId', 'Product Code', {
		optional: true,
		placeholder: 'e.g. MUG-001',
		description: 'Your own code for the product',
	}),
	number('salePrice', 'Sale Price', {
		optional: true,
		min: 0,
		default: 0,
		description: `The reduced price of the product, ${PRICE_UNIT}`,
	}),
];

/**
 * Z-API doesn't say how an existing product is found; `retailerId` is the only candidate.
 *
 * @see https://developer.z-api.io/business/edit-product
 */
export const upsert = operation({
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
});
