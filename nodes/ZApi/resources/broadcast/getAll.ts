import { operation } from '../../language/operation';
import { numbered } from '../../language/pages';

/** @see https://developer.z-api.io/broadcast/list-broadcast */
export const getAll = operation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many broadcast lists',
	description: 'Get the broadcast lists of the connected number, with their recipients',
	request: { method: 'GET', url: '/broadcast' },
	pages: numbered,
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
