import { operation } from '../../language/operation';

/** @see https://developer.z-api.io/business/tags */
export const getAll = operation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tags',
	description: 'Get the tags of the connected number. WhatsApp Business only.',
	request: { method: 'GET', url: '/tags' },
	refusedAdvice: 'Check that the connected number is a WhatsApp Business account.',
});
