import { operation } from '../../language/operation';
import { communityId } from '../../fields/communityId';
import { communityParticipants } from '../../fields/phones';

/** @see https://developer.z-api.io/communities/remove-community-participant */
export const removeParticipants = operation({
	name: 'Remove Participants',
	value: 'removeParticipants',
	action: 'Remove participants from a community',
	description: 'Remove people from a community',
	request: { method: 'POST', url: '/remove-participant' },
	endpoint: 'remove-community-participant',
	fields: [communityId, communityParticipants],
	refusedAdvice: 'Check that the connected number is an admin of this community.',
});
