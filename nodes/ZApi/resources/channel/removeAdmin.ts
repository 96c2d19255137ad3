import { newsletterId } from '../../fields/newsletterId';
import { person } from '../../fields/person';
import type { Operation } from '../operation';

/** @see https://developer.z-api.io/newsletter/newsletter-remove-admin */
export const removeAdmin: Operation = {
	name: 'Remove Admin',
	value: 'removeAdmin',
	action: 'Remove an admin from a channel',
	description: 'Take the admin rights of a channel away from a person, who can see that',
	request: { method: 'POST', url: '/newsletter/remove-admin/{newsletterId}' },
	fields: [newsletterId, person('Admin', 'Who loses the admin rights')],
	refusedAdvice:
		'Check that the connected number owns this channel, and that the person is one of its admins.',
};
