import { operation } from '../../language/operation';
import { groupName } from '../../fields/groupName';
import { autoInvite, newParticipants } from '../../fields/phones';

/** @see https://developer.z-api.io/group/create-group */
export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create a group',
	description: 'Create a group with its first participants',
	request: { method: 'POST', url: '/create-group' },
	fields: [groupName, newParticipants, autoInvite],
	bodyOrder: ['autoInvite', 'groupName', 'phones'],
	refusedAdvice:
		'Check Phones: a group needs at least one person besides the connected number, which must not be among them.',
});
