import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';
import { groupParticipants } from '../../fields/phones';

/** @see https://developer.z-api.io/group/add-admin */
export const promoteToAdmin = operation({
	name: 'Promote to Admin',
	value: 'promoteToAdmin',
	action: 'Promote participants of a group to admin',
	description: 'Make participants admins of a group',
	request: { method: 'POST', url: '/add-admin' },
	endpoint: 'add-admin',
	fields: [groupId, groupParticipants],
	refusedAdvice:
		'Check that the connected number is an admin of this group. Only participants can be promoted.',
});
