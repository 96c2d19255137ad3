import { toBoolean } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';

const enabled = inBody(
	{
		displayName: 'Mark as Read',
		name: 'enabled',
		type: 'boolean',
		required: true,
		default: true,
		description: 'Whether to mark each incoming message as read',
	},
	toBoolean,
	'value',
);

/** @see https://developer.z-api.io/instance/update-auto-read-message */
export const updateAutoRead: Operation = {
	name: 'Update Auto Read',
	value: 'updateAutoRead',
	action: 'Update the automatic reading of messages',
	description: 'Choose whether incoming messages are marked as read automatically',
	request: { method: 'PUT', url: '/update-auto-read-message' },
	fields: [enabled],
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
};
