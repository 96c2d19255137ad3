import { operation } from '../../language/operation';
import { contact } from '../../fields/contact';

/** @see https://developer.z-api.io/contacts/block-contact */
export const block = operation({
	name: 'Block',
	value: 'block',
	action: 'Block a contact',
	description: 'Block a person, who can then no longer message or call the connected number',
	request: { method: 'POST', url: '/contacts/modify-blocked', body: { action: 'block' } },
	fields: [contact],
	refusedAdvice: 'Check the number. Use Contact: Check Number to see whether it is on WhatsApp.',
});
