import { operation } from '../../language/operation';
import { newsletterId } from '../../fields/newsletterId';
import { person } from '../../fields/person';

/** @see https://developer.z-api.io/newsletter/newsletter-remove-admin */
export const removeAdmin = operation({
	name: 'Remove Admin',
	value: 'removeAdmin',
	action: 'Remove an admin from a channel',
	description: 'Take admin rights to a channel away from a person, who can see this',
	request: { method: 'POST', url: '/newsletter/remove-admin/{newsletterId}' },
	fields: [newsletterId, person('Admin', 'The admin to remove')],
	refusedAdvice:
		'Check that the connected number owns this channel, and that the person is one of its admins.',
});
