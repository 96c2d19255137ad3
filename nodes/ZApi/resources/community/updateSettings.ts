import { operation } from '../../language/operation';
import { choice } from '../../language/choice';
import { communityId } from '../../fields/communityId';

const whoCanAddNewGroups = choice(
	'whoCanAddNewGroups',
	'Who Can Add Groups',
	{ admins: 'Admins Only', all: 'All Participants' },
	{ default: 'admins', description: 'Who may add groups to the community' },
);

/** @see https://developer.z-api.io/communities/community-settings */
export const updateSettings = operation({
	name: 'Update Settings',
	value: 'updateSettings',
	action: 'Update the settings of a community',
	description: 'Change who may add groups to a community',
	request: { method: 'POST', url: '/communities/settings' },
	fields: [communityId, whoCanAddNewGroups],
	refusedAdvice: 'Check that the connected number is an admin of this community.',
});
