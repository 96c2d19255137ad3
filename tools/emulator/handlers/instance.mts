import { documentedWebhooks } from '../webhooks.mts';
import { disconnect } from '../whatsApp.mts';
import type { State } from '../types.mts';
import type { Call, Handlers } from './call.mts';

/** The addresses that webhooks are sent to. That of ProxyCallback isn't shown. */
function showWebhooks({ webhooks, receivedAndDelivery }: State) {
	const shown = documentedWebhooks.flatMap(({ event, meField }) =>
		meField === null ? [] : [[meField, webhooks[event]] as const],
	);
	return {
		...Object.fromEntries(shown),
		receivedAndDeliveryCallbackUrl: receivedAndDelivery,
		// Assumption: nothing that is documented sets it.
		receivedStatusCallbackUrl: '',
	};
}

/** A QR code that can be looked at and read, but connects nothing: it says "Emulator of Z-API". */
const QR_CODE =
	'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAOgAAADoAQAAAADN0pXVAAAArElEQVR42u2YwQ7AIAhDm/3/P3eZCGyXnbcWYozG00sVqOBbHHiLP55ieIdXjTeX1+idMC/3vEbthHmXukyJY2fASzNewIQ35yLV5kUpmypL5+d7wKT+kpmhKf9+g5kBHWtt3ta3E5d6vtrXGoWtrO/uJNF9loM/AvtWO9Rflszi9aj8URsGh/65rnIKLO+PyhXChhforlL8/aZX8PFHfDYc8z85vMM7vN85PQEyzGJSFCaGdwAAAABJRU5ErkJggg==';

/** What a phone asks for that wants a passkey; the form is documented, the values are made up. */
const CHALLENGE = {
	allowCredentials: [{ id: 'RW11bGF0b3Igb2YgWi1BUEk', type: 'public-key' }],
	challenge: 'Q2hhbGxlbmdlIG9mIHRoZSBlbXVsYXRvcg',
	extensions: {},
	rpId: 'web.whatsapp.com',
	timeout: 60_000,
	userVerification: 'required',
};

/**
 * Answers a request for a code to connect with. Documented: a connected instance can't be connected once more.
 * Assumption: what it answers then.
 */
function showCode(code: (call: Call) => string): (call: Call) => object {
	return (call) => {
		const { connected } = call.state;
		if (connected) return { connected };
		return call.quirks.passkey ? { challenge: CHALLENGE } : { value: code(call) };
	};
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
		announcementGuard: state.announcementGuard,
	}),
	'qr-code': showCode(() => QR_CODE),
	'qr-code-image': showCode(() => QR_CODE),
	'phone-code': showCode(({ endpoint }) => {
		return (endpoint.response.shape as { value: string }).value;
	}),
	'reset-passkey-challenge': ({ quirks }) => {
		quirks.passkey = false;
		return { success: true };
	},
	'update-announcement-guard': ({ state, body }) => {
		const { value } = body as { value: boolean };
		state.announcementGuard = value;
		// Documented: the answer repeats the value, so that false is a success.
		return { value };
	},
	// Documented: it keeps the session.
	restart: () => ({ value: true }),
	// Assumption: the answer is the same when it isn't connected any more.
	disconnect: ({ state }) => {
		disconnect(state);
		return { value: true };
	},
};
