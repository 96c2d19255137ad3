import { operation } from '../../language/operation';
import { communityId } from '../../fields/communityId';
import { groupsPhones } from '../../fields/groupsPhones';

/** @see https://developer.z-api.io/communities/link-groups */
export const linkGroups = operation({
	name: 'Link Groups',
	value: 'linkGroups',
	action: 'Link groups to a community',
	description: 'Add groups to a community. Their participants join its announcement group.',
	request: { method: 'POST', url: '/communities/link' },
	fields: [communityId, groupsPhones],
	refusedAdvice:
		'A group can belong to one community only, and a community has at most 50 groups. Check that the connected number is an admin of this community.',
});
