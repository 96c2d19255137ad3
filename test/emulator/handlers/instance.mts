import type { Handlers } from './call.mts';

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
	}),
};
