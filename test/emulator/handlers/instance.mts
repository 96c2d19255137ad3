import { documentedWebhooks } from '../webhooks.mts';
import type { State } from '../types.mts';
import type { Handlers } from './call.mts';

/** The addresses that webhooks are sent to. That of ProxyCallback isn't shown. */
function showWebhooks({ webhooks }: State) {
	const shown = documentedWebhooks.flatMap(({ event, meField }) =>
		meField === null ? [] : [[meField, webhooks[event]] as const],
	);
	return Object.fromEntries(shown);
}

/** What the instance tells of itself. */
export const instanceHandlers: Handlers = {
	'instance-status': ({ state: { connected } }) => ({
		connected,
		error: connected ? 'You are already connected' : 'You are not connected',
		// Assumption: the phone is reachable whenever the instance is connected.
		smartphoneConnected: connected,
	}),

	// Assumption: `id` is the instance's id as it is in the address; the example's is shorter.
	'instance-me': ({ account, state, endpoint }) => ({
		...(endpoint.response.shape as object),
		id: account.instance,
		token: account.token,
		connected: state.connected,
		...showWebhooks(state),
		receiveCallbackSentByMe: state.notifySentByMe,
	}),
};
