import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';

/** @see https://developer.z-api.io/group/leave-group */
export const leave = operation({
	name: 'Leave',
	value: 'leave',
	action: 'Leave a group',
	description: 'Leave a group with the connected number',
	request: { method: 'POST', url: '/leave-group' },
	fields: [groupId],
	refusedAdvice: 'Check that the connected number is in this group.',
});
