import { operation } from '../../language/operation';
import { text } from '../../language/text';

const value = text('value', 'Name', {
	placeholder: 'e.g. Corner Bakery',
	description: 'The new name. It replaces the current one.',
});

/** @see https://developer.z-api.io/instance/profile-name */
export const updateName = operation({
	name: 'Update Name',
	value: 'updateName',
	action: 'Update the name of the profile',
	description: 'Change the name that others see for the connected number',
	request: { method: 'PUT', url: '/profile-name' },
	fields: [value],
	refusedAdvice: 'Check that WhatsApp is connected. Use Instance: Get Status to see whether it is.',
});
