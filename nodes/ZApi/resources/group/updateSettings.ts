import { operation } from '../../language/operation';
import { toggle } from '../../language/toggle';
import { groupPhone } from '../../fields/group';

const settings = [
	toggle('adminOnlyMessage', 'Only Admins Send Messages', {
		default: false,
		description: 'Whether only admins may send messages to the group',
	}),
	toggle('adminOnlySettings', 'Only Admins Edit the Group', {
		default: false,
		description: 'Whether only admins may change the name, picture and description of the group',
	}),
	toggle('requireAdminApproval', 'Admins Approve New Participants', {
		default: false,
		description: 'Whether an admin must approve everyone who wants to join',
	}),
	toggle('adminOnlyAddMember', 'Only Admins Add Participants', {
		default: false,
		description: 'Whether only admins may add participants',
	}),
];

/** @see https://developer.z-api.io/group/update-group-settings */
export const updateSettings = operation({
	name: 'Update Settings',
	value: 'updateSettings',
	action: 'Update the settings of a group',
	description: 'Change what participants of a group may do. This replaces all four settings.',
	request: { method: 'POST', url: '/update-group-settings' },
	fields: [groupPhone, ...settings],
	refusedAdvice: 'Check that the connected number is an admin of this group.',
});
