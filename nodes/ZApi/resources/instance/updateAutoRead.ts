import { operation } from '../../language/operation';
import { toggle } from '../../language/toggle';

const enabled = toggle('enabled', 'Mark as Read', {
	sentAs: 'value',
	default: true,
	required: true,
	description: 'Whether to mark each incoming message as read',
});

/** @see https://developer.z-api.io/instance/update-auto-read-message */
export const updateAutoRead = operation({
	name: 'Update Auto Read',
	value: 'updateAutoRead',
	action: 'Update the automatic reading of messages',
	description: 'Choose whether incoming messages are marked as read automatically',
	request: { method: 'PUT', url: '/update-auto-read-message' },
	fields: [enabled],
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
