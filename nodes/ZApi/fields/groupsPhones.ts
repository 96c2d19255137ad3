import { multiOptions } from '../language/locator';
import { toGroupIdList } from '../../shared/values/ids';

/** Groups to link to the chosen community, or to unlink from it. */
export const groupsPhones = multiOptions('groupsPhones', 'Group Names or IDs', {
	load: 'getCommunityGroups',
	dependsOn: ['communityId.value', 'operation'],
	read: toGroupIdList,
});
