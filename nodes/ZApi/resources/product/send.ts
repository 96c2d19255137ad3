import { operation } from '../../language/operation';
import { catalogPhone } from '../../fields/catalogPhone';
import { productId } from '../../fields/product';
import { to } from '../../fields/to';

/** @see https://developer.z-api.io/message/send-message-product */
export const send = operation({
	name: 'Send',
	value: 'send',
	action: 'Send a product',
	description: 'Send a product from a catalog to a chat. WhatsApp Business only.',
	request: { method: 'POST', url: '/send-product' },
	sendsToChat: true,
	fields: [to, catalogPhone, productId],
	refusedAdvice:
		'Check that the product is in the catalog of Catalog Phone, and that the connected number is a WhatsApp Business account.',
});
