import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';
import { groupParticipants } from '../../fields/phones';

/** @see https://developer.z-api.io/group/remove-participant */
export const removeParticipants = operation({
	name: 'Remove Participants',
	value: 'removeParticipants',
	action: 'Remove participants from a group',
	description: 'Remove people from a group',
	request: { method: 'POST', url: '/remove-participant' },
	endpoint: 'remove-participant',
	fields: [groupId, groupParticipants],
	refusedAdvice: 'Check that the connected number is an admin of this group.',
});
