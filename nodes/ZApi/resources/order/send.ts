import type { INodeProperties } from 'n8n-workflow';
import { toEntries, toFields, toOptionalPart, toPart } from '../../../shared/values/lists';
import { toAmount, toCurrency } from '../../../shared/values/orders';
import { toOneOf, toText } from '../../../shared/values/values';
import { inBody, putAt, readNamed, type ValueField } from '../../fields/field';
import { onlyIfOn } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import type { Operation } from '../operation';
import { products } from './products';

const currency = inBody(
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
	'order.currency',
);

function amount(name: string, displayName: string, description: string): ValueField {
	return inBody(
		{
			displayName,
			name,
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			description,
		},
		toAmount,
		`order.${name}`,
	);
}

const KEY_TYPES = ['cpf', 'cnpj', 'phone', 'email', 'randomKey'];

const pixProperty: INodeProperties = {
	displayName: 'Pix',
	name: 'pix',
	type: 'fixedCollection',
	placeholder: 'Add Pix Key',
	default: {},
	description: 'The Pix key for paying the order',
	options: [
		{
			displayName: 'Pix Key',
			name: 'values',
			values: [
				{
					displayName: 'Key',
					name: 'key',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. contato@example.com',
				},
				{
					displayName: 'Key Type',
					name: 'keyType',
					type: 'options',
					options: [
						{ name: 'CNPJ', value: 'cnpj' },
						{ name: 'CPF', value: 'cpf' },
						{ name: 'Email', value: 'email' },
						{ name: 'Phone', value: 'phone' },
						{ name: 'Random Key', value: 'randomKey' },
					],
					default: 'randomKey',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Cerâmica da Serra',
					description: 'Who receives the payment',
				},
			],
		},
	],
	routing: { send: { type: 'body', property: 'paymentSettings.pix' } },
};

const toKey = toPart('a key', toText);
const toKeyType = toPart('a key type', toOneOf(...KEY_TYPES));
const toName = toOptionalPart('a name', toText);

/** Where to pay. The types of keys have other names here than for the Pix button. */
const pix: ValueField = {
	properties: [pixProperty],
	fill() {},
	put(draft, given, context) {
		readNamed(context, 'Pix', () => {
			const [entry] = toEntries(given, [{ key: 'contato@example.com', keyType: 'email' }]);
			if (entry === undefined) return;
			const { key, keyType, name } = toFields(entry);
			const read = { key: toKey(key), keyType: toKeyType(keyType), name: toName(name) };
			putAt(draft.body, 'paymentSettings.pix', read);
		});
	},
};

/**
 * Where the documentation contradicts itself: `paymentSettings` is required in the older table, and optional in the newer
 * one.
 *
 * @see https://developer.z-api.io/message/send-message-order
 */
export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send an order',
	description:
		'Send an order that a person can review and pay. The event that the Z-API Trigger receives about it has the IDs that updates need. WhatsApp Business only.',
	request: { method: 'POST', url: '/send-order' },
	sendsToChat: true,
	fields: [to, currency, products],
	options: [
		onlyIfOn(
			'card',
			'Accept Cards',
			'Whether the order can be paid by card. Card payments must also be set up in WhatsApp on the phone.',
			'paymentSettings.card.enabled',
		),
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
};
