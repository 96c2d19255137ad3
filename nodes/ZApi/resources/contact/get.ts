import { contact } from '../../fields/contact';
import type { Operation } from '../operation';

/** @see https://developer.z-api.io/contacts/get-metadata-contact */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: 'Get the names, the about text and the picture address of a person',
	request: { method: 'GET', url: '/contacts/{phone}' },
	fields: [contact],
	refusedAdvice: 'Check the number. Contact: Check Number tells whether it is on WhatsApp.',
};
