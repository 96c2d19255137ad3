import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';

/** @see https://developer.z-api.io/group/get-invitation-link */
export const getInviteLink = operation({
	name: 'Get Invite Link',
	value: 'getInviteLink',
	action: 'Get the invite link of a group',
	description: 'Get the link that invites people to a group',
	request: { method: 'GET', url: '/group-invitation-link/{groupId}' },
	fields: [groupId],
	refusedAdvice: 'Check that the connected number is an admin of this group.',
});
