import { multiOptions } from '../language/locator';
import { allByName } from '../language/named';
import { GROUP_ADVICE } from '../../shared/values/ids';
import { communityOf } from './communityId';
import { groupNames } from './group';

/** Groups to link to the chosen community, or to unlink from it. */
export const groupsPhones = multiOptions('groupsPhones', 'Group Names or IDs', {
	load: 'getCommunityGroups',
	dependsOn: ['communityId.value', 'operation'],
	...allByName(
		{
			...groupNames,
			list: async (item) =>
				item.context.getNode().parameters.operation === 'unlinkGroups'
					? ['groupsOfCommunity', await communityOf(item)]
					: ['groups'],
		},
		GROUP_ADVICE,
		'phone',
	),
});
