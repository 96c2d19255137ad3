import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';
import { groupParticipants } from '../../fields/phones';

/**
 * Where the documentation contradicts itself: the older sample has an ID of the old form
 * (`5511999999999-1623281429`); both forms are taken.
 *
 * @see https://developer.z-api.io/group/add-admin
 */
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
