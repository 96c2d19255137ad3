import { operation } from '../../language/operation';
import { locator } from '../../language/locator';
import { toPhoneNumber } from '../../../shared/values/phones';

const number = locator('phone', 'Phone', {
	byPhone: true,
	what: 'contact',
	search: 'searchContacts',
	read: toPhoneNumber,
	description: 'The number to check',
});

/**
 * An empty list says that nobody has the number.
 *
 * @see https://developer.z-api.io/contacts/get-iswhatsapp
 */
export const check = operation({
	name: 'Check Number',
	value: 'check',
	action: 'Check if a number is on WhatsApp',
	description:
		"Find out whether a number is on WhatsApp, how WhatsApp writes it, and its @lid. You don't need this before you send a message: Z-API checks each number itself.",
	request: { method: 'GET', url: '/phone-exists/{phone}' },
	fields: [number],
	whenNothing: ({ url }) => [{ exists: false, phone: url.split('/').at(-1) ?? '' }],
	refusedAdvice: 'Check the number: country code, area code and number, as in +55 (44) 99999-9999.',
});
