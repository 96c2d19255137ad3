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
		placeholder: 'e.g. Padaria Pão Quente',
		description: 'The new name. It replaces the current one.',
	},
	toText,
);

/** @see https://developer.z-api.io/instance/profile-name */
export const updateName: Operation = {
	name: 'Update Name',
	value: 'updateName',
	action: 'Update the name of the profile',
	description: 'Change the name that others see for the connected number',
	request: { method: 'PUT', url: '/profile-name' },
	fields: [value],
	refusedAdvice: 'Check that WhatsApp is connected. Use Instance: Get Status to see whether it is.',
};
