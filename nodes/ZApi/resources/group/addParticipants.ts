import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';
import { autoInvite, newParticipants } from '../../fields/phones';

/**
 * Where the documentation contradicts itself: the older sample lacks `autoInvite`, which the pages require; it
 * is always sent. The older sample has an ID of the old form (`5511999999999-1623281429`); both forms are
 * taken.
 *
 * @see https://developer.z-api.io/group/add-participant
 */
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
