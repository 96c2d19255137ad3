import { operation } from '../../language/operation';
import { toggle } from '../../language/toggle';

const enabled = toggle('enabled', 'Reject Calls', {
	sentAs: 'value',
	default: true,
	required: true,
	description: 'Whether to reject all incoming calls',
});

/** @see https://developer.z-api.io/instance/update-call-reject-auto */
export const updateCallRejection = operation({
	name: 'Update Call Rejection',
	value: 'updateCallRejection',
	action: 'Update the rejection of calls',
	description: 'Choose whether all incoming calls are rejected automatically',
	request: { method: 'PUT', url: '/update-call-reject-auto' },
	fields: [enabled],
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
