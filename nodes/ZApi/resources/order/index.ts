import type { Resource } from '../../language/operation';
import { send } from './send';
import { updatePayment } from './updatePayment';
import { updateStatus } from './updateStatus';

export const order: Resource = {
	name: 'Order',
	value: 'order',
	preselected: send,
	operations: [send, updatePayment, updateStatus],
};
