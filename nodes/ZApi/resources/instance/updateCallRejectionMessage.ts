import { operation } from '../../language/operation';
import { text } from '../../language/text';

const value = text('value', 'Message', {
	typeOptions: { rows: 4 },
	placeholder: 'e.g. We take no calls. Please write to us.',
	description: 'The message that callers get',
});

/** @see https://developer.z-api.io/instance/update-call-reject-message */
export const updateCallRejectionMessage = operation({
	name: 'Update Call Rejection Message',
	value: 'updateCallRejectionMessage',
	action: 'Update the message after rejected calls',
	description:
		'Set the message that callers get when their call is rejected. Works only if calls are rejected: see Update Call Rejection.',
	request: { method: 'PUT', url: '/update-call-reject-message' },
	fields: [value],
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
