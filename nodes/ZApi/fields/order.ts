import type { INodeProperties } from 'n8n-workflow';
import { toId } from '../../shared/values/ids';
import { toOrder } from '../../shared/values/orders';
import { toOneOf, toText } from '../../shared/values/values';
import { inBody } from './field';
import { unlessEmpty } from './messageOptions';

function idFromEvent(name: string, displayName: string, example: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		required: true,
		default: '',
		placeholder: `e.g. ${example}`,
		description: `The ${name} of the order, from the Z-API Trigger`,
	};
}

/** The ID of an order. Z-API sends it in the event about the order. */
export const referenceId = inBody(idFromEvent('referenceId', 'Reference ID', '4N8FCTW1WM6'), toId);

/** The ID of the request for an order. */
export const orderRequestId = inBody(
	idFromEvent('orderRequestId', 'Order Request ID', '4N8FCTW22W4'),
	toId,
);

/** The status of an order. */
export const orderStatus = inBody(
	{
		displayName: 'Order Status',
		name: 'orderStatus',
		type: 'options',
		options: [
			{ name: 'Canceled', value: 'canceled' },
			{ name: 'Completed', value: 'completed' },
			{ name: 'Pending', value: 'pending' },
			{ name: 'Processing', value: 'processing' },
			{ name: 'Shipped', value: 'shipped' },
		],
		default: 'processing',
		description: 'The status of the order',
	},
	toOneOf('pending', 'processing', 'shipped', 'completed', 'canceled'),
);

/** Whether an order is paid. */
export const paymentStatus = inBody(
	{
		displayName: 'Payment Status',
		name: 'paymentStatus',
		type: 'options',
		options: [
			{ name: 'Paid', value: 'paid' },
			{ name: 'Pending', value: 'pending' },
		],
		default: 'pending',
		description: 'Whether the order is paid',
	},
	toOneOf('pending', 'paid'),
);

/** The order itself, which Z-API requires again as a whole. */
export const orderJson = inBody(
	{
		displayName: 'Order',
		name: 'orderJson',
		type: 'json',
		typeOptions: { rows: 5 },
		required: true,
		default: '',
		hint: 'Such as {{ $json.reviewAndPay }}, from the Z-API Trigger',
		description:
			'The whole order, with its currency and products. You can use the reviewAndPay or reviewOrder from the Z-API Trigger as it is.',
	},
	toOrder,
	'order',
);

/** What the message about an update says. */
export const updateText = unlessEmpty(
	inBody(
		{
			displayName: 'Text',
			name: 'message',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. Seu pedido saiu para entrega.',
			description: 'A text about the update',
		},
		toText,
	),
);
