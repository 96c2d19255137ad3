import type { Operation } from '../operation';

/**
 * Z-API returns all channels at once, without pages.
 *
 * @see https://developer.z-api.io/newsletter/newsletter-list
 */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many channels',
	description: 'Get the channels that the connected number owns or follows',
	request: { method: 'GET', url: '/newsletter' },
	isList: true,
	fields: [],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
};
