import type { Handlers } from './handlers/call.mts';
import { channelHandlers } from './handlers/channels.mts';
import { chatHandlers } from './handlers/chats.mts';
import { communityHandlers } from './handlers/communities.mts';
import { contactHandlers } from './handlers/contacts.mts';
import { groupHandlers } from './handlers/groups.mts';
import { instanceHandlers } from './handlers/instance.mts';
import { invitationHandlers } from './handlers/invitations.mts';
import { messageHandlers } from './handlers/messages.mts';
import { queueHandlers } from './handlers/queue.mts';
import { webhookHandlers } from './handlers/webhooks.mts';

/**
 * Carries out the endpoints whose answer depends on the state or changes it, by their id in the endpoint data.
 * All others get their documented answer. A handler may rely on the request being as documented; it returns the
 * body of the answer, or throws a refusal.
 *
 * Assumption: all of them work the same while the instance isn't connected, but that messages wait.
 */
export const handlers: Handlers = {
	...instanceHandlers,
	...groupHandlers,
	...invitationHandlers,
	...messageHandlers,
	...queueHandlers,
	...chatHandlers,
	...channelHandlers,
	...contactHandlers,
	...communityHandlers,
	...webhookHandlers,
};
