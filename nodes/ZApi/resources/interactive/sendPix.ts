import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { choice } from '../../language/choice';
import { to } from '../../fields/to';
import { buttonRefusals, BUTTONS_REFUSED, buttonTerms } from './buttonTerms';

const pixKey = text('pixKey', 'Pix Key', {
	placeholder: 'e.g. pix@example.com',
	description: 'The Pix key to pay to',
});

const pixKeyType = choice(
	'pixKeyType',
	'Pix Key Type',
	{ CNPJ: 'CNPJ', CPF: 'CPF', EMAIL: 'Email', PHONE: 'Phone', EVP: 'Random Key' },
	{ sentAs: 'type', default: 'EVP', description: 'The type of the Pix key' },
);

const merchantName = text('merchantName', 'Merchant Name', {
	optional: true,
	placeholder: 'e.g. Corner Bakery',
	description: 'The title on the button. Without it, the button says "Pix".',
});

/**
 * The types of keys are those on this page; an order has other names for them.
 *
 * @see https://developer.z-api.io/message/send-button-pix
 */
export const sendPix = operation({
	name: 'Send Pix Button',
	value: 'sendPix',
	action: 'Send a Pix button',
	description: 'Send a button that copies a Pix key. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-button-pix' },
	sendsToChat: true,
	fields: [buttonTerms, to, pixKey, pixKeyType],
	options: [merchantName],
	refusedAdvice: `Check that the key is of the chosen type. ${BUTTONS_REFUSED}`,
	refusals: buttonRefusals,
});
