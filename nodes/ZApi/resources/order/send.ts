import { toAmount, toCurrency } from '../../../shared/values/orders';
import { choice } from '../../language/choice';
import { number } from '../../language/number';
import { operation } from '../../language/operation';
import { rows } from '../../language/rows';
import { text } from '../../language/text';
import { toggle } from '../../language/toggle';
import { to } from '../../fields/to';
import { products } from './products';

const currency = text('currency', 'Currency', {
	sentAs: 'order.currency',
	default: 'BRL',
	read: toCurrency,
	placeholder: 'e.g. BRL',
	description: 'The three-letter code of the currency',
});

function amount(name: string, label: string, description: string) {
	const sentAs = `order.${name}`;
	return number(name, label, {
		min: 0,
		decimals: 2,
		read: toAmount,
		default: 0,
		sentAs,
		description,
	});
}

const card = toggle('card', 'Accept Cards', {
	default: true,
	sentAs: 'paymentSettings.card.enabled',
	description:
		'Whether the order can be paid by card. Card payments must also be set up in WhatsApp on the phone.',
});

/** Where to pay. The types of keys have other names here than for the Pix button. */
const pix = rows('pix', 'Pix', {
	sentAs: 'paymentSettings.pix',
	single: true,
	optional: true,
	description: 'The Pix key for paying the order',
	entry: 'Pix Key',
	group: 'Pix Key',
	columns: [
		text('key', 'Key', { placeholder: 'e.g. contact@example.com' }),
		choice(
			'keyType',
			'Key Type',
			{ cnpj: 'CNPJ', cpf: 'CPF', email: 'Email', phone: 'Phone', randomKey: 'Random Key' },
			{ default: 'randomKey' },
		),
		text('name', 'Name', {
			optional: true,
			placeholder: 'e.g. Corner Pottery',
			description: 'Who receives the payment',
		}),
	],
	example: [{ key: 'contact@example.com', keyType: 'email' }],
});

/** @see https://developer.z-api.io/message/send-message-order */
export const send = operation({
	name: 'Send',
	value: 'send',
	action: 'Send an order',
	description:
		'Send an order that a person can review and pay. The event that the Z-API Trigger receives about it has the IDs that updates need. WhatsApp Business only.',
	request: { method: 'POST', url: '/send-order' },
	sendsToChat: true,
	fields: [to, currency, products],
	options: [
		card,
		amount('discount', 'Discount', 'The amount to take off'),
		pix,
		amount('shipping', 'Shipping', 'The cost of delivery'),
		amount('tax', 'Tax', 'The amount to add'),
	],
	bodyOrder: [
		'phone',
		'order.currency',
		'order.discount',
		'order.tax',
		'order.shipping',
		'order.products',
		'paymentSettings.pix',
	],
	refusedAdvice:
		'Check Products and the payment options. The connected number must be a WhatsApp Business account.',
});
