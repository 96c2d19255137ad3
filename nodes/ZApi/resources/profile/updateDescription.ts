import { operation } from '../../language/operation';
import { text } from '../../language/text';

const value = text('value', 'About', {
	typeOptions: { rows: 4 },
	placeholder: 'e.g. Pães quentinhos das 6h às 20h',
	description: 'The new text. It replaces the current one.',
});

/** @see https://developer.z-api.io/instance/profile-description */
export const updateDescription = operation({
	name: 'Update About',
	value: 'updateDescription',
	action: 'Update the about text of the profile',
	description: "Change the about text of the connected number's profile",
	request: { method: 'PUT', url: '/profile-description' },
	fields: [value],
	refusedAdvice: 'Check that WhatsApp is connected. Use Instance: Get Status to see whether it is.',
});
