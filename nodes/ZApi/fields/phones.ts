import { inBody, type ValueField } from './field';
import { toBoolean, toPhoneList } from '../../shared/values/values';

/** People by their numbers. */
export const phones = inBody(
	{
		displayName: 'Phones',
		name: 'phones',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +55 (44) 99999-9999, +55 (11) 98888-8888',
		description: 'Phone numbers with country and area code, separated by commas',
	},
	toPhoneList,
);

function members(loadOptionsMethod: string, dependsOn: string): ValueField {
	return inBody(
		{
			displayName: 'Participant Names or IDs',
			name: 'phones',
			type: 'multiOptions',
			required: true,
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			typeOptions: { loadOptionsMethod, loadOptionsDependsOn: [dependsOn] },
		},
		toPhoneList,
	);
}

/** Participants of the chosen group. */
export const groupParticipants = members('getGroupParticipants', 'groupId.value');

/** Participants of the chosen community. */
export const communityParticipants = members('getCommunityParticipants', 'communityId.value');

/** What happens to people who don't let themselves be added. */
export const autoInvite = inBody(
	{
		displayName: 'Invite Those Who Can’t Be Added',
		name: 'autoInvite',
		type: 'boolean',
		default: false,
		description:
			'Whether to send a private invite link to people whose privacy settings keep you from adding them',
	},
	toBoolean,
);
