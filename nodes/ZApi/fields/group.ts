import { locator } from '../language/locator';
import { toGroupId } from '../../shared/values/ids';

/** Most endpoints call the group's ID `groupId`, some `phone`. */
function group(name: string) {
	return locator(name, 'Group', {
		what: 'group',
		search: 'searchGroups',
		read: toGroupId,
		id: '120363019502650977-group',
		hint: "The group's ID, which ends in -group",
		description: 'The WhatsApp group',
	});
}

/** The group that an operation works on. */
export const groupId = group('groupId');

/** The same, where the endpoint calls it `phone`. */
export const groupPhone = group('phone');
