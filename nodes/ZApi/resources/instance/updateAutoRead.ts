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
		description: 'Whether each message that arrives is marked as read',
	},
	toBoolean,
	'value',
);

/** @see https://developer.z-api.io/instance/update-auto-read-message */
export const updateAutoRead: Operation = {
	name: 'Update Auto Read',
	value: 'updateAutoRead',
	action: 'Update the automatic reading of messages',
	description: 'Set whether each message that arrives is marked as read by itself',
	request: { method: 'PUT', url: '/update-auto-read-message' },
	fields: [enabled],
	refusedAdvice: 'Try again. If it goes on, check the instance in the Z-API panel.',
};
