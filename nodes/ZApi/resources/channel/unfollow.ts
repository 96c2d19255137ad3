import { newsletterIdAsId } from '../../fields/newsletterId';
import type { Operation } from '../operation';

/** @see https://developer.z-api.io/newsletter/unfollow-newsletter */
export const unfollow: Operation = {
	name: 'Unfollow',
	value: 'unfollow',
	action: 'Unfollow a channel',
	description: 'Stop following a channel with the connected number',
	request: { method: 'PUT', url: '/unfollow-newsletter' },
	fields: [newsletterIdAsId],
	refusedAdvice: 'Check that the connected number follows this channel.',
};
