import { operation } from '../../language/operation';
import { contact } from '../../fields/contact';

/** @see https://developer.z-api.io/contacts/block-contact */
export const unblock = operation({
	name: 'Unblock',
	value: 'unblock',
	action: 'Unblock a contact',
	description: 'Let a blocked person message and call the connected number again',
	request: { method: 'POST', url: '/contacts/modify-blocked', body: { action: 'unblock' } },
	fields: [contact],
	refusedAdvice: 'Check the number. Use Contact: Check Number to see whether it is on WhatsApp.',
});
