import { operation } from '../../language/operation';
import { communityId } from '../../fields/communityId';
import { groupsPhones } from '../../fields/groupsPhones';

/** @see https://developer.z-api.io/communities/unlink-groups */
export const unlinkGroups = operation({
	name: 'Unlink Groups',
	value: 'unlinkGroups',
	action: 'Unlink groups from a community',
	description:
		'Remove groups from a community. The groups and their participants stay as they are.',
	request: { method: 'POST', url: '/communities/unlink' },
	fields: [communityId, groupsPhones],
	refusedAdvice:
		'Check that the chosen groups belong to this community. A community must keep at least one linked group besides its announcement group: check that another group stays linked.',
});
