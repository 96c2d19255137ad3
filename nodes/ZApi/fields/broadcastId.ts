import { locator } from '../language/locator';
import { toBroadcastId } from '../../shared/values/ids';

/** The broadcast list that an operation works on. */
export const broadcastId = locator('broadcastId', 'Broadcast List', {
	what: 'broadcast list',
	search: 'searchBroadcastLists',
	read: toBroadcastId,
	id: '1779474934@broadcast',
	hint: "The list's ID, which ends in @broadcast",
	description: 'The WhatsApp broadcast list',
});
