import { newsletterId } from '../../fields/newsletterId';
import { operation } from '../../language/operation';
import { allAtOnce } from '../../language/pages';

/** @see https://developer.z-api.io/newsletter/newsletter-subscribers */
export const getSubscribers = operation({
	name: 'Get Subscribers',
	value: 'getSubscribers',
	action: 'Get the subscribers of a channel',
	description:
		"Get the people who follow a channel, as far as they are among an admin's contacts: WhatsApp doesn't show the others",
	request: { method: 'GET', url: '/newsletter/subscribers/{newsletterId}' },
	pages: allAtOnce,
	fields: [newsletterId],
	refusedAdvice: 'Check that the channel still exists, and that you are one of its admins.',
});
