import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';
import { groupParticipants } from '../../fields/phones';

/** @see https://developer.z-api.io/group/remove-admin */
export const demoteAdmin = operation({
	name: 'Demote Admin',
	value: 'demoteAdmin',
	action: 'Demote an admin of a group',
	description: 'Turn admins of a group back into ordinary participants',
	request: { method: 'POST', url: '/remove-admin' },
	endpoint: 'remove-admin',
	fields: [groupId, groupParticipants],
	refusedAdvice:
		'Check that the connected number is an admin of this group. Only admins can be demoted.',
});
