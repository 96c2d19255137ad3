import { text } from '../language/text';
import { toInviteLink } from '../../shared/values/values';

/** A link that invites to a group. */
export const inviteLink = text('url', 'Invite Link', {
	read: toInviteLink,
	inQuery: true,
	placeholder: 'e.g. https://chat.whatsapp.com/KNmcL17DqVA0sqkQ5LLA5',
	description: 'The invite link of the group',
});
