import { operation } from '../../language/operation';
import { simplifyGroup } from '../../answers/simplifyGroup';
import { inviteLink } from '../../fields/inviteLink';

/** @see https://developer.z-api.io/group/group-invitation-metadata */
export const getByInviteLink = operation({
	name: 'Get by Invite Link',
	value: 'getByInviteLink',
	action: 'Get a group by its invite link',
	description: 'Look at a group through its invite link, without joining it',
	request: { method: 'GET', url: '/group-invitation-metadata' },
	fields: [inviteLink],
	simplify: simplifyGroup,
	refusedAdvice: 'The link may have been reset. Ask an admin of the group for a new one.',
});
