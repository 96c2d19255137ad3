import { operation } from '../../language/operation';
import { text } from '../../language/text';

const value = text('value', 'Name', {
	placeholder: 'e.g. Support',
	description: 'The name of the instance in the Z-API panel',
});

/** @see https://developer.z-api.io/instance/rename-instance */
export const rename = operation({
	name: 'Rename',
	value: 'rename',
	action: 'Rename an instance',
	description:
		'Change the name of the instance in the Z-API panel. The name on WhatsApp stays the same.',
	request: { method: 'PUT', url: '/update-name' },
	fields: [value],
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
