import { operation } from '../../language/operation';
import { newsletterIdAsId } from '../../fields/newsletterId';

/** @see https://developer.z-api.io/newsletter/follow-newsletter */
export const follow = operation({
	name: 'Follow',
	value: 'follow',
	action: 'Follow a channel',
	description: 'Follow a channel with the connected number',
	request: { method: 'PUT', url: '/follow-newsletter' },
	fields: [newsletterIdAsId],
	refusedAdvice:
		'Check that the channel still exists. Channel: Search finds channels with their IDs.',
});
