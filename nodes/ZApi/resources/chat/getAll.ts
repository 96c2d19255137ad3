import { operation } from '../../language/operation';
import { numbered } from '../../language/pages';
import { simplifyChat } from '../../answers/simplifyChat';

/** @see https://developer.z-api.io/chats/get-chats */
export const getAll = operation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many chats',
	description:
		'Get the chats of the connected number: people, groups, channels and broadcast lists',
	request: { method: 'GET', url: '/chats' },
	pages: numbered,
	simplify: simplifyChat,
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
