import { operation } from '../../language/operation';
import { communityId } from '../../fields/communityId';
import { communityParticipants } from '../../fields/phones';

/** @see https://developer.z-api.io/communities/remove-community-admin */
export const demoteAdmin = operation({
	name: 'Demote Admin',
	value: 'demoteAdmin',
	action: 'Demote an admin of a community',
	description: 'Turn admins of a community back into ordinary participants',
	request: { method: 'POST', url: '/remove-admin' },
	endpoint: 'remove-community-admin',
	fields: [communityId, communityParticipants],
	refusedAdvice:
		'Check that the connected number is an admin of this community. Only admins can be demoted.',
});
