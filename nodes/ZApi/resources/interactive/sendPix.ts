import { toOneOf, toText, unlessBlank } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import { to } from '../../fields/to';
import type { Operation } from '../operation';
import { buttonRefusals, BUTTONS_REFUSED, buttonTerms } from './buttonTerms';

const pixKey = inBody(
	{
		displayName: 'Pix Key',
		name: 'pixKey',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. pix@example.com',
		description: 'The Pix key to pay to',
	},
	toText,
);

const pixKeyType = inBody(
	{
		displayName: 'Pix Key Type',
		name: 'pixKeyType',
		type: 'options',
		options: [
			{ name: 'CNPJ', value: 'CNPJ' },
			{ name: 'CPF', value: 'CPF' },
			{ name: 'Email', value: 'EMAIL' },
			{ name: 'Phone', value: 'PHONE' },
			{ name: 'Random Key', value: 'EVP' },
		],
		default: 'EVP',
		description: 'The type of the Pix key',
	},
	toOneOf('CNPJ', 'CPF', 'EMAIL', 'PHONE', 'EVP'),
	'type',
);

const merchantName = inBody(
	{
		displayName: 'Merchant Name',
		name: 'merchantName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Padaria do Bairro',
		description: 'The title on the button. Without it, the button says "Pix".',
	},
	unlessBlank(toText),
);

/**
 * The types of keys are those on this page; an order has other names for them.
 *
 * @see https://developer.z-api.io/message/send-button-pix
 */
export const sendPix: Operation = {
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
};
