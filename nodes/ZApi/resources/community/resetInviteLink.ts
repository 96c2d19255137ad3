import { communityId } from '../../fields/communityId';
import type { Operation } from '../operation';

/** @see https://developer.z-api.io/communities/redefine-invitation-link */
export const resetInviteLink: Operation = {
	name: 'Reset Invite Link',
	value: 'resetInviteLink',
	action: 'Reset the invite link of a community',
	description: 'Replace the invite link of a community. The old link no longer works.',
	request: { method: 'POST', url: '/redefine-invitation-link/{communityId}' },
	fields: [communityId],
	refusedAdvice: 'Check that the connected number is an admin of this community.',
};
