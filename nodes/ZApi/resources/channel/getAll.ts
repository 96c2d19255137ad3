import { operation } from '../../language/operation';
import { allAtOnce } from '../../language/pages';
import { simplifyChannel } from '../../answers/simplifyChannel';

/** @see https://developer.z-api.io/newsletter/newsletter-list */
export const getAll = operation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many channels',
	description: 'Get the channels that the connected number owns or follows',
	request: { method: 'GET', url: '/newsletter' },
	pages: allAtOnce,
	simplify: simplifyChannel,
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
