import { inBody, type ValueField } from './field';
import { toNewParticipantList, toParticipantList } from '../../shared/values/phones';
import { toBoolean, type Read } from '../../shared/values/values';

function people(description: string, read: Read<string[]>): ValueField {
	return inBody(
		{
			displayName: 'Phones',
			name: 'phones',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +55 (44) 99999-9999, +55 (11) 98888-8888',
			hint: 'With country and area code; Brazil is 55',
			description,
		},
		read,
	);
}

/** Any people, such as those who asked to join. */
export const phones = people('Phone numbers, separated by commas', toParticipantList);

/** People to add. */
export const newPhones = people(
	"Phone numbers, separated by commas. Z-API can't add people by @lid.",
	toNewParticipantList,
);

/** All recipients of a broadcast list. */
export const allRecipients = people(
	'Phone numbers of all recipients, separated by commas. They replace the current ones.',
	toParticipantList,
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
		toParticipantList,
	);
}

/** Participants of the chosen group. */
export const groupParticipants = members('getGroupParticipants', 'groupId.value');

/** Participants of the chosen community. */
export const communityParticipants = members('getCommunityParticipants', 'communityId.value');

/** What to do about people whose privacy settings don't let them be added. */
export const autoInvite = inBody(
	{
		displayName: "Invite Those Who Can't Be Added",
		name: 'autoInvite',
		type: 'boolean',
		default: false,
		description:
			'Whether to send a private invite link to people whose privacy settings keep you from adding them',
	},
	toBoolean,
);
