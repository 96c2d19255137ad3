import { operation } from '../../language/operation';
import { contact } from '../../fields/contact';

/** @see https://developer.z-api.io/contacts/get-metadata-contact */
export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: "Get a person's names, about text and the address of their picture",
	request: { method: 'GET', url: '/contacts/{phone}' },
	fields: [contact],
	refusedAdvice: 'Check the number. Use Contact: Check Number to see whether it is on WhatsApp.',
});
