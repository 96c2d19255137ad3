import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';

/** @see https://developer.z-api.io/group/redefine-invitation-link */
export const resetInviteLink = operation({
	name: 'Reset Invite Link',
	value: 'resetInviteLink',
	action: 'Reset the invite link of a group',
	description: 'Replace the invite link of a group. The old link no longer works.',
	request: { method: 'POST', url: '/redefine-invitation-link/{groupId}' },
	fields: [groupId],
	refusedAdvice: 'Check that the connected number is an admin of this group.',
});
