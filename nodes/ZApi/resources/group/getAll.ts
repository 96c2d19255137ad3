import { operation } from '../../language/operation';
import { numbered } from '../../language/pages';
import { simplifyChat } from '../../answers/simplifyChat';

/** @see https://developer.z-api.io/group/get-groups */
export const getAll = operation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many groups',
	description: 'Get the groups of the connected number',
	request: { method: 'GET', url: '/groups' },
	pages: numbered,
	simplify: simplifyChat,
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
