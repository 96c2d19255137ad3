import { operation } from '../../language/operation';
import { numbered } from '../../language/pages';

/** @see https://developer.z-api.io/contacts/get-contacts */
export const getAll = operation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: "Get the connected number's contacts, including people who share a group with it",
	request: { method: 'GET', url: '/contacts' },
	pages: numbered,
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
