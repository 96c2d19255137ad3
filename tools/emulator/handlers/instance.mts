import { documentedWebhooks } from '../webhooks.mts';
import { disconnect } from '../whatsApp.mts';
import type { State } from '../types.mts';
import type { Call, Handlers } from './call.mts';

/** The addresses that webhooks are sent to. That of ProxyCallback isn't shown. */
function showWebhooks({ webhooks }: State) {
	const shown = documentedWebhooks.flatMap(({ event, meField }) =>
		meField === null ? [] : [[meField, webhooks[event]] as const],
	);
	return Object.fromEntries(shown);
}

/** A QR code that can be looked at and read, but connects nothing: it says "Emulator of Z-API". */
const QR_CODE =
	'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAOgAAADoAQAAAADN0pXVAAAArElEQVR42u2YwQ7AIAhDm/3/P3eZCGyXnbcWYozG00sVqOBbHHiLP55ieIdXjTeX1+idMC/3vEbthHmXukyJY2fASzNewIQ35yLV5kUpmypL5+d7wKT+kpmhKf9+g5kBHWtt3ta3E5d6vtrXGoWtrO/uJNF9loM/AvtWO9Rflszi9aj8URsGh/65rnIKLO+PyhXChhforlL8/aZX8PFHfDYc8z85vMM7vN85PQEyzGJSFCaGdwAAAABJRU5ErkJggg==';

/** Documented: a connected instance can't be connected once more. Assumption: what it answers then. */
function showQrCode({ state: { connected } }: Call) {
	return connected ? { connected } : { value: QR_CODE };
}

/** What the instance tells of itself, and its connection. */
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
	'qr-code': showQrCode,
	'qr-code-image': showQrCode,
	// Documented: it keeps the session.
	restart: () => ({ value: true }),
	// Assumption: the answer is the same when it isn't connected any more.
	disconnect: ({ state }) => {
		disconnect(state);
		return { value: true };
	},
};
