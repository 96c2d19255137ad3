import { toBoolean } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';

const enabled = inBody(
	{
		displayName: 'Reject Calls',
		name: 'enabled',
		type: 'boolean',
		required: true,
		default: true,
		description: 'Whether all incoming calls are rejected',
	},
	toBoolean,
	'value',
);

/** @see https://developer.z-api.io/instance/update-call-reject-auto */
export const updateCallRejection: Operation = {
	name: 'Update Call Rejection',
	value: 'updateCallRejection',
	action: 'Update the rejection of calls',
	description: 'Set whether all incoming calls are rejected',
	request: { method: 'PUT', url: '/update-call-reject-auto' },
	fields: [enabled],
	refusedAdvice: 'Try again. If it goes on, check the instance in the Z-API panel.',
};
