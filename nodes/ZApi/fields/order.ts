import { choice } from '../language/choice';
import { text } from '../language/text';
import { value } from '../language/field';
import { toOpaqueId } from '../../shared/values/ids';
import { toOrder } from '../../shared/values/orders';

function idFromEvent(name: string, label: string, placeholder: string) {
	const description = `The ${name} of the order, from the Z-API Trigger`;
	return text(name, label, { read: toOpaqueId, placeholder, description });
}

/** The ID of an order. Z-API sends it in the event about the order. */
export const referenceId = idFromEvent('referenceId', 'Reference ID', 'e.g. 4N8FCTW1WM6');

/** The ID of the request for an order. */
export const orderRequestId = idFromEvent('orderRequestId', 'Order Request ID', 'e.g. 4N8FCTW22W4');

/** The status of an order. */
export const orderStatus = choice(
	'orderStatus',
	'Order Status',
	{
		canceled: 'Canceled',
		completed: 'Completed',
		pending: 'Pending',
		processing: 'Processing',
		shipped: 'Shipped',
	},
	{ default: 'processing', description: 'The status of the order' },
);

/** Whether an order is paid. */
export const paymentStatus = choice(
	'paymentStatus',
	'Payment Status',
	{ paid: 'Paid', pending: 'Pending' },
	{ default: 'pending', description: 'Whether the order is paid' },
);

/** The order itself, which Z-API requires again as a whole. */
export const orderJson = value(
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
	{ read: toOrder, sentAs: 'order' },
);

/** What the message about an update says. */
export const updateText = text('message', 'Text', {
	optional: true,
	typeOptions: { rows: 4 },
	placeholder: 'e.g. Your order is on its way.',
	description: 'A text about the update',
});
