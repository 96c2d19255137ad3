import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';
import { participants } from '../../fields/phones';

/** @see https://developer.z-api.io/group/approve-participant */
export const approveParticipants = operation({
	name: 'Approve Participants',
	value: 'approveParticipants',
	action: 'Approve participants of a group',
	description: 'Let in people who asked to join a group',
	request: { method: 'POST', url: '/approve-participant' },
	fields: [groupId, participants],
	refusedAdvice:
		'Check that the connected number is an admin of this group. Only people who asked to join can be approved.',
});
