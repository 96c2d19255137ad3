import { operation } from '../../language/operation';
import { communityId } from '../../fields/communityId';
import { autoInvite, newParticipants } from '../../fields/phones';

/** @see https://developer.z-api.io/communities/add-community-participant */
export const addParticipants = operation({
	name: 'Add Participants',
	value: 'addParticipants',
	action: 'Add participants to a community',
	description: 'Add people to a community by phone number',
	request: { method: 'POST', url: '/add-participant' },
	endpoint: 'add-community-participant',
	fields: [communityId, newParticipants, autoInvite],
	bodyOrder: ['autoInvite', 'communityId', 'phones'],
	refusedAdvice:
		"Check that the connected number is an admin of this community. People who can't be added directly can be invited instead.",
});
