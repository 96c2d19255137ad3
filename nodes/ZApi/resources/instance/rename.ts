import { toText } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';

const value = inBody(
	{
		displayName: 'Name',
		name: 'value',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Atendimento',
		description: 'The name of the instance in the Z-API panel',
	},
	toText,
);

/** @see https://developer.z-api.io/instance/rename-instance */
export const rename: Operation = {
	name: 'Rename',
	value: 'rename',
	action: 'Rename an instance',
	description:
		'Change the name of the instance in the Z-API panel. The name on WhatsApp stays the same.',
	request: { method: 'PUT', url: '/update-name' },
	fields: [value],
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
};
