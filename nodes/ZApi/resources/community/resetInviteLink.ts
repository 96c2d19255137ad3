import { operation } from '../../language/operation';
import { communityId } from '../../fields/communityId';

/** @see https://developer.z-api.io/communities/redefine-invitation-link */
export const resetInviteLink = operation({
	name: 'Reset Invite Link',
	value: 'resetInviteLink',
	action: 'Reset the invite link of a community',
	description: 'Replace the invite link of a community. The old link no longer works.',
	request: { method: 'POST', url: '/redefine-invitation-link/{communityId}' },
	fields: [communityId],
	refusedAdvice: 'Check that the connected number is an admin of this community.',
});
