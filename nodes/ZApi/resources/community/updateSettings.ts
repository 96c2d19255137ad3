import { communityId } from '../../fields/communityId';
import { inBody } from '../../fields/field';
import { toOneOf } from '../../../shared/values/values';
import type { Operation } from '../operation';

const whoCanAddNewGroups = inBody(
	{
		displayName: 'Who Can Add Groups',
		name: 'whoCanAddNewGroups',
		type: 'options',
		options: [
			{ name: 'Admins Only', value: 'admins' },
			{ name: 'All Participants', value: 'all' },
		],
		default: 'admins',
		description: 'Who may add groups to the community',
	},
	toOneOf('admins', 'all'),
);

/**
 * Where the documentation contradicts itself: the page's example gives both values at once; the sample sends
 * one.
 *
 * @see https://developer.z-api.io/communities/community-settings
 */
export const updateSettings: Operation = {
	name: 'Update Settings',
	value: 'updateSettings',
	action: 'Update the settings of a community',
	description: 'Change who may add groups to a community',
	request: { method: 'POST', url: '/communities/settings' },
	fields: [communityId, whoCanAddNewGroups],
	refusedAdvice: 'Check that the connected number is an admin of this community.',
};
