import { operation } from '../../language/operation';
import { newsletterIdAsId } from '../../fields/newsletterId';

/** @see https://developer.z-api.io/newsletter/unfollow-newsletter */
export const unfollow = operation({
	name: 'Unfollow',
	value: 'unfollow',
	action: 'Unfollow a channel',
	description: 'Stop following a channel with the connected number',
	request: { method: 'PUT', url: '/unfollow-newsletter' },
	fields: [newsletterIdAsId],
	refusedAdvice: 'Check that the connected number follows this channel.',
});
