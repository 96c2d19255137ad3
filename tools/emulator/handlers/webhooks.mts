import { Refusal } from '../refusal.mts';
import type { CallbackType } from '../types.mts';
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

function setAddress(type: CallbackType): (call: Call) => object {
	return (call) => {
		call.state.webhooks[type] = readAddress(call);
		return { value: true };
	};
}

function setEvery(call: Call) {
	const { state, body } = call;
	const { notifySentByMe } = body as { notifySentByMe?: boolean };
	const address = readAddress(call);
	// Assumption: every one means also that of ProxyCallback, which is of a later date.
	for (const type of Object.keys(state.webhooks)) state.webhooks[type as CallbackType] = address;
	// Assumption: left out, it stays as it is.
	state.notifySentByMe = notifySentByMe ?? state.notifySentByMe;
	return { value: true };
}

/** Where events are sent to. */
export const webhookHandlers: Handlers = {
	'update-webhook-received': setAddress('ReceivedCallback'),
	// Documented: it is the one above, with messages of one's own as well.
	'update-webhook-received-delivery': (call) => {
		call.state.notifySentByMe = true;
		return setAddress('ReceivedCallback')(call);
	},
	'update-webhook-delivery': setAddress('DeliveryCallback'),
	'update-webhook-message-status': setAddress('MessageStatusCallback'),
	'update-webhook-chat-presence': setAddress('PresenceChatCallback'),
	'update-webhook-disconnected': setAddress('DisconnectedCallback'),
	'update-webhook-connected': setAddress('ConnectedCallback'),
	'update-proxy-webhook': setAddress('ProxyCallback'),
	'update-every-webhooks': setEvery,

	'update-notify-sent-by-me': ({ state, body }) => {
		// Documented: it needs a webhook for received messages. Assumption: it can be set without, to no effect.
		state.notifySentByMe = (body as { notifySentByMe: boolean }).notifySentByMe;
		return { value: true };
	},
};
