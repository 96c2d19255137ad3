import { toText } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';

const value = inBody(
	{
		displayName: 'Message',
		name: 'value',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. Não atendemos chamadas. Escreva para nós, por favor.',
		description: 'The message that callers get',
	},
	toText,
);

/** @see https://developer.z-api.io/instance/update-call-reject-message */
export const updateCallRejectionMessage: Operation = {
	name: 'Update Call Rejection Message',
	value: 'updateCallRejectionMessage',
	action: 'Update the message after rejected calls',
	description:
		'Set the message that callers get when their call is rejected. Works only if calls are rejected: see Update Call Rejection.',
	request: { method: 'PUT', url: '/update-call-reject-message' },
	fields: [value],
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
};
