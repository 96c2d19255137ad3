import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';
import { autoInvite, newParticipants } from '../../fields/phones';

/** @see https://developer.z-api.io/group/add-participant */
export const addParticipants = operation({
	name: 'Add Participants',
	value: 'addParticipants',
	action: 'Add participants to a group',
	description: 'Add people to a group by phone number',
	request: { method: 'POST', url: '/add-participant' },
	endpoint: 'add-participant',
	fields: [groupId, newParticipants, autoInvite],
	bodyOrder: ['autoInvite', 'groupId', 'phones'],
	refusedAdvice:
		"Check that the connected number is an admin of this group. People who can't be added directly can be invited instead.",
});
