import { operation } from '../../language/operation';
import { text } from '../../language/text';

const value = text('value', 'About', {
	typeOptions: { rows: 4 },
	placeholder: 'e.g. Fresh bread from 6 am to 8 pm',
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
