import { operation } from '../../language/operation';
import { toggle } from '../../language/toggle';

const cartEnabled = toggle('cartEnabled', 'Shopping Cart', {
	default: true,
	required: true,
	description: 'Whether people can put products from your catalog into a cart',
});

/** @see https://developer.z-api.io/business/save-catalog-config */
export const updateCart = operation({
	name: 'Update Cart',
	value: 'updateCart',
	action: 'Update the cart of a catalog',
	description: 'Turn the shopping cart of your catalog on or off. WhatsApp Business only.',
	request: { method: 'POST', url: '/catalogs/config' },
	fields: [cartEnabled],
	refusedAdvice: 'Check that the connected number is a WhatsApp Business account with a catalog.',
});
