import { groupPhone } from '../../fields/group';
import { inBody } from '../../fields/field';
import { toBoolean } from '../../../shared/values/values';
import type { Operation } from '../operation';

const settings = [
	inBody(
		{
			displayName: 'Only Admins Send Messages',
			name: 'adminOnlyMessage',
			type: 'boolean',
			default: false,
			description: 'Whether only admins may send messages to the group',
		},
		toBoolean,
	),
	inBody(
		{
			displayName: 'Only Admins Edit the Group',
			name: 'adminOnlySettings',
			type: 'boolean',
			default: false,
			description: 'Whether only admins may change the name, picture and description of the group',
		},
		toBoolean,
	),
	inBody(
		{
			displayName: 'Admins Approve New Participants',
			name: 'requireAdminApproval',
			type: 'boolean',
			default: false,
			description: 'Whether an admin must approve everyone who wants to join',
		},
		toBoolean,
	),
	inBody(
		{
			displayName: 'Only Admins Add Participants',
			name: 'adminOnlyAddMember',
			type: 'boolean',
			default: false,
			description: 'Whether only admins may add participants',
		},
		toBoolean,
	),
];

/**
 * Where the documentation contradicts itself: this endpoint alone of the group writes calls the group `phone`;
 * the older sample has `groupId`, and sends one setting, where the pages require all four.
 *
 * @see https://developer.z-api.io/group/update-group-settings
 */
export const updateSettings: Operation = {
	name: 'Update Settings',
	value: 'updateSettings',
	action: 'Update the settings of a group',
	description: 'Change what participants of a group may do. This replaces all four settings.',
	request: { method: 'POST', url: '/update-group-settings' },
	fields: [groupPhone, ...settings],
	refusedAdvice: 'Check that the connected number is an admin of this group.',
};
