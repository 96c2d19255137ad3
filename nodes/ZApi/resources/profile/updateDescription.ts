import { toText } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';

const value = inBody(
	{
		displayName: 'About',
		name: 'value',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. Pães quentinhos das 6h às 20h',
		description: 'The new text. It replaces the current one.',
	},
	toText,
);

/** @see https://developer.z-api.io/instance/profile-description */
export const updateDescription: Operation = {
	name: 'Update About',
	value: 'updateDescription',
	action: 'Update the about text of the profile',
	description: "Change the about text of the connected number's profile",
	request: { method: 'PUT', url: '/profile-description' },
	fields: [value],
	refusedAdvice: 'Check that WhatsApp is connected. Use Instance: Get Status to see whether it is.',
};
