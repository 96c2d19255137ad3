import { operation } from '../../language/operation';
import { communityId } from '../../fields/communityId';
import { communityParticipants } from '../../fields/phones';

/** @see https://developer.z-api.io/communities/add-community-admin */
export const promoteToAdmin = operation({
	name: 'Promote to Admin',
	value: 'promoteToAdmin',
	action: 'Promote participants of a community to admin',
	description: 'Make participants admins of a community',
	request: { method: 'POST', url: '/add-admin' },
	endpoint: 'add-community-admin',
	fields: [communityId, communityParticipants],
	refusedAdvice:
		'Check that the connected number is an admin of this community. Only participants can be promoted.',
});
