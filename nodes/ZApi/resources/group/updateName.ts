import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';
import { groupName } from '../../fields/groupName';

/** @see https://developer.z-api.io/group/update-group-name */
export const updateName = operation({
	name: 'Update Name',
	value: 'updateName',
	action: 'Update the name of a group',
	description: 'Rename a group',
	request: { method: 'POST', url: '/update-group-name' },
	fields: [groupId, groupName],
	refusedAdvice: 'Check that the connected number is an admin of this group.',
});
