import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';
import { participants } from '../../fields/phones';

/** @see https://developer.z-api.io/group/reject-participant */
export const rejectParticipants = operation({
	name: 'Reject Participants',
	value: 'rejectParticipants',
	action: 'Reject participants of a group',
	description: 'Turn down people who asked to join a group',
	request: { method: 'POST', url: '/reject-participant' },
	fields: [groupId, participants],
	refusedAdvice:
		'Check that the connected number is an admin of this group. Only people who asked to join can be rejected.',
});
