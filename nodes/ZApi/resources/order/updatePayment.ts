import { operation } from '../../language/operation';
import { messageId } from '../../fields/message';
import {
	orderJson,
	orderRequestId,
	orderStatus,
	paymentStatus,
	referenceId,
	updateText,
} from '../../fields/order';
import { to } from '../../fields/to';

/** @see https://developer.z-api.io/message/send-order-payment-update */
export const updatePayment = operation({
	name: 'Update Payment',
	value: 'updatePayment',
	action: 'Update the payment of an order',
	description:
		'Tell the person whether the order is paid. Pass the whole order again, with its order status as it was. WhatsApp Business only.',
	request: { method: 'POST', url: '/order-payment-update' },
	sendsToChat: true,
	fields: [to, messageId, referenceId, orderRequestId, orderStatus, paymentStatus, orderJson],
	options: [updateText],
	bodyOrder: ['phone', 'messageId', 'message'],
	refusedAdvice:
		'Check that all IDs and the order belong to the same event of the Z-API Trigger, and that the connected number is a WhatsApp Business account.',
});
