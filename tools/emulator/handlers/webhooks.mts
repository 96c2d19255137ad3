import { Refusal } from '../refusal.mts';
import type { CallbackType, State } from '../types.mts';
import { isOnThisMachine } from '../webhooks.mts';
import type { Call, Handlers } from './call.mts';

/**
 * Reads the address that a webhook is to be sent to.
 *
 * Documented: it must be https. Assumption: how another one is refused; that the rule holds for ProxyCallback
 * too, whose documented example is http; and that an empty address ends the webhook, as nothing else does.
 */
function readAddress({ body, httpsWebhooksOnly }: Call): string {
	const { value } = body as { value: string };
	const isHttps = URL.canParse(value) && new URL(value).protocol === 'https:';
	// Assumption: http is fine on this machine, where neither the emulator nor an n8n under test has https.
	const isTakenAnyway = value === '' || (!httpsWebhooksOnly && isOnThisMachine(value));
	if (!isHttps && !isTakenAnyway) throw new Refusal(400, 'value must be an https address');
	return value;
}

/** Makes a handler that sets an address; recorded: sometimes it says so and doesn't. */
function setting(set: (state: State, address: string) => void): (call: Call) => object {
	return (call) => {
		const { state, quirks } = call;
		const address = readAddress(call);
		if (quirks.putsWithoutEffect > 0) quirks.putsWithoutEffect -= 1;
		else set(state, address);
		return { value: true };
	};
}

function setAddress(type: CallbackType): (call: Call) => object {
	return setting(({ webhooks }, address) => (webhooks[type] = address));
}

/** Documented: messages of one's own are told of with the second address; without them, there is none. */
function setSentByMe(state: State, isOn: boolean) {
	state.notifySentByMe = isOn;
	if (!isOn) state.receivedAndDelivery = '';
}

function setEvery(call: Call) {
	const { state, body } = call;
	const { notifySentByMe } = body as { notifySentByMe?: boolean };
	const address = readAddress(call);
	// Assumption: every one means also that of ProxyCallback, which is of a later date, but not the second address for
	// messages, which is of an earlier one.
	for (const type of Object.keys(state.webhooks)) state.webhooks[type as CallbackType] = address;
	// Assumption: left out, it stays as it is.
	setSentByMe(state, notifySentByMe ?? state.notifySentByMe);
	return { value: true };
}

/** Where events are sent to. */
export const webhookHandlers: Handlers = {
	'update-webhook-received': setAddress('ReceivedCallback'),
	// Documented: messages of one's own come, too. Assumption: so they are told of from then on.
	'update-webhook-received-delivery': setting((state, address) => {
		state.receivedAndDelivery = address;
		if (address !== '') state.notifySentByMe = true;
	}),
	'update-webhook-delivery': setAddress('DeliveryCallback'),
	'update-webhook-message-status': setAddress('MessageStatusCallback'),
	'update-webhook-chat-presence': setAddress('PresenceChatCallback'),
	'update-webhook-disconnected': setAddress('DisconnectedCallback'),
	'update-webhook-connected': setAddress('ConnectedCallback'),
	'update-proxy-webhook': setAddress('ProxyCallback'),
	'update-every-webhooks': setEvery,

	'update-notify-sent-by-me': ({ state, body }) => {
		// Documented: it needs a webhook for received messages. Assumption: it can be set without, to no effect.
		setSentByMe(state, (body as { notifySentByMe: boolean }).notifySentByMe);
		return { value: true };
	},
};
