import { locator } from '../language/locator';
import { byName, type Named } from '../language/named';
import { toGroupId } from '../../shared/values/ids';

/** Groups are known by name, too. */
export const groupNames: Named = {
	what: 'group',
	toId: toGroupId,
	surely: /^(\d+-group|[1-9]\d{6,14}-\d{10})$/,
	list: async () => ['groups'],
};

/** Most endpoints call the group's ID `groupId`, some `phone`. */
function group(name: string) {
	return locator(name, 'Group', {
		what: 'group',
		search: 'searchGroups',
		...byName(groupNames),
		id: '120363019502650977-group',
		hint: "The group's ID, which ends in -group, or its name",
		description: 'The WhatsApp group',
	});
}

/** The group that an operation works on. */
export const groupId = group('groupId');

/** The same, where the endpoint calls it `phone`. */
export const groupPhone = group('phone');
