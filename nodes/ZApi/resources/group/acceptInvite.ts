import { operation } from '../../language/operation';
import { inviteLink } from '../../fields/inviteLink';

/**
 * A GET request that changes something, as documented.
 *
 * @see https://developer.z-api.io/group/accept-group-invite
 */
export const acceptInvite = operation({
	name: 'Accept Invite',
	value: 'acceptInvite',
	action: 'Accept an invite to a group',
	description: 'Join a group through its invite link',
	request: { method: 'GET', url: '/accept-invite-group' },
	isRead: false,
	fields: [inviteLink],
	refusedAdvice:
		'The link may have been reset, or the connected number may have been removed from the group. Ask an admin of the group for a new link.',
});
