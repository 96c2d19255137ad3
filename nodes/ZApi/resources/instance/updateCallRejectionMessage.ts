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
		description: 'What callers are sent',
	},
	toText,
);

/** @see https://developer.z-api.io/instance/update-call-reject-message */
export const updateCallRejectionMessage: Operation = {
	name: 'Update Call Rejection Message',
	value: 'updateCallRejectionMessage',
	action: 'Update the message after rejected calls',
	description:
		'Set what callers are sent when their call was rejected. Needs Update Call Rejection to be on.',
	request: { method: 'PUT', url: '/update-call-reject-message' },
	fields: [value],
	refusedAdvice: 'Try again. If it goes on, check the instance in the Z-API panel.',
};
