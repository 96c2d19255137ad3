import { operation } from '../../language/operation';

/** @see https://developer.z-api.io/business/tags-colors */
export const getColors = operation({
	name: 'Get Colors',
	value: 'getColors',
	action: 'Get the colors of tags',
	description: 'Get the colors that tags can have, by number. WhatsApp Business only.',
	request: { method: 'GET', url: '/business/tags/colors' },
	refusedAdvice: 'Check that the connected number is a WhatsApp Business account.',
});
