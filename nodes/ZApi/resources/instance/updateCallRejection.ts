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
		description: 'Whether to reject all incoming calls',
	},
	toBoolean,
	'value',
);

/** @see https://developer.z-api.io/instance/update-call-reject-auto */
export const updateCallRejection: Operation = {
	name: 'Update Call Rejection',
	value: 'updateCallRejection',
	action: 'Update the rejection of calls',
	description: 'Choose whether all incoming calls are rejected automatically',
	request: { method: 'PUT', url: '/update-call-reject-auto' },
	fields: [enabled],
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
};
