import { operation } from '../../language/operation';
import { newsletterId } from '../../fields/newsletterId';
import { person } from '../../fields/person';

/** @see https://developer.z-api.io/newsletter/newsletter-revoke-admin-invite */
export const revokeAdminInvite = operation({
	name: 'Revoke Admin Invite',
	value: 'revokeAdminInvite',
	action: 'Revoke an admin invite to a channel',
	description: 'Withdraw an invite to become an admin of a channel',
	request: { method: 'POST', url: '/newsletter/revoke-admin-invite/{newsletterId}' },
	fields: [newsletterId, person('Person', 'The person whose invite to withdraw')],
	refusedAdvice:
		'Check that the connected number owns this channel. If the person has already accepted the invite, use Channel: Remove Admin.',
});
