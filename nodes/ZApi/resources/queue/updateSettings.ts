import { operation } from '../../language/operation';
import { toggle } from '../../language/toggle';

const disableEnqueueWhenDisconnected = toggle(
	'disableEnqueueWhenDisconnected',
	'Refuse While Disconnected',
	{
		default: true,
		required: true,
		description:
			'Whether to refuse messages while WhatsApp is disconnected. Otherwise, up to 1,000 wait in the queue and are sent when it is connected again.',
	},
);

/** @see https://developer.z-api.io/queue/update-queue-settings */
export const updateSettings = operation({
	name: 'Update Settings',
	value: 'updateSettings',
	action: 'Update the settings of the queue',
	description: 'Choose what happens to messages while WhatsApp is disconnected',
	request: { method: 'PUT', url: '/update-queue-settings' },
	fields: [disableEnqueueWhenDisconnected],
	refusedAdvice: 'Try again. If it keeps failing, look at the queue in the Z-API panel.',
});
