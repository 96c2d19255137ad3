import { toBoolean } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';

const disableEnqueueWhenDisconnected = inBody(
	{
		displayName: 'Refuse While Disconnected',
		name: 'disableEnqueueWhenDisconnected',
		type: 'boolean',
		required: true,
		default: true,
		description:
			'Whether to refuse messages while WhatsApp is disconnected. Otherwise, up to 1,000 wait in the queue and are sent when it is connected again.',
	},
	toBoolean,
);

/** @see https://developer.z-api.io/queue/update-queue-settings */
export const updateSettings: Operation = {
	name: 'Update Settings',
	value: 'updateSettings',
	action: 'Update the settings of the queue',
	description: 'Choose what happens to messages while WhatsApp is disconnected',
	request: { method: 'PUT', url: '/update-queue-settings' },
	fields: [disableEnqueueWhenDisconnected],
	refusedAdvice: 'Try again. If it keeps failing, look at the queue in the Z-API panel.',
};
