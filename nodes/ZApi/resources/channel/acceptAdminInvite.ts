import { operation } from '../../language/operation';
import { newsletterId } from '../../fields/newsletterId';

/** @see https://developer.z-api.io/newsletter/accept-newsletter-admin-invite */
export const acceptAdminInvite = operation({
	name: 'Accept Admin Invite',
	value: 'acceptAdminInvite',
	action: 'Accept an admin invite to a channel',
	description: 'Become an admin of a channel that has invited the connected number',
	request: { method: 'POST', url: '/newsletter/accept-admin-invite/{newsletterId}' },
	fields: [newsletterId],
	refusedAdvice:
		"The invite may have been revoked, or the connected number may already be an admin. If it isn't, ask the owner of the channel for a new invite.",
});
