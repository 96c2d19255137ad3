import { locator } from '../language/locator';
import { byName } from '../language/named';
import { toChannelId } from '../../shared/values/ids';

/** WhatsApp's users say channel, Z-API says newsletter. */
function channel(sentAs: string) {
	return locator('newsletterId', 'Channel', {
		what: 'channel',
		search: 'searchChannels',
		...byName({
			what: 'channel',
			toId: toChannelId,
			surely: /@newsletter$/,
			list: async () => ['channels'],
		}),
		id: '120363166555745933@newsletter',
		hint: "The channel's ID, which ends in @newsletter, or its name",
		description: 'The WhatsApp channel',
		sentAs,
	});
}

/** The channel that an operation works on, in the address. */
export const newsletterId = channel('newsletterId');

/** The same, called `id` in the body. */
export const newsletterIdAsId = channel('id');

/** The channel that an invitation is for. */
export const newsletterIdOfInvite = channel('adminInviteMessage.newsletterId');
