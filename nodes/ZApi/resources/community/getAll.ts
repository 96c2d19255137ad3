import { operation } from '../../language/operation';
import { numbered } from '../../language/pages';

/** @see https://developer.z-api.io/communities/list-communities */
export const getAll = operation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many communities',
	description: 'Get the communities of the connected number',
	request: { method: 'GET', url: '/communities' },
	pages: numbered,
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
