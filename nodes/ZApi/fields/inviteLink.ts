import { inQuery } from './field';
import { toInviteLink } from '../../shared/values/values';

/** A link that invites to a group. */
export const inviteLink = inQuery(
	{
		displayName: 'Invite Link',
		name: 'url',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://chat.whatsapp.com/KNmcL17DqVA0sqkQ5LLA5',
		description: 'The invite link of the group',
	},
	toInviteLink,
);
