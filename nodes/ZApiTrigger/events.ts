import type { IDataObject } from 'n8n-workflow';

/** A kind of event that Z-API posts. An instance has one address for each kind. */
export interface Callback {
	/** The `type` of what is posted. */
	type: string;
	/** The endpoint that sets the address. */
	setter: string;
	/** The field in which `GET /me` shows the address; one kind isn't shown. */
	meField?: string;
}

/** An event that a user can choose. */
export interface TriggerEvent {
	name: string;
	value: string;
	/** As the nodes panel lists it. */
	action: string;
	description: string;
	callback: Callback;
	/** Whether it is about one chat, which it names: then *Only These Chats* applies to it. */
	isAboutChat?: true;
	/** Messages and notifications are of the same kind; notifications have a `notification` instead of content. */
	isNotification?: boolean;
}

/** The choice that stands for all events. */
export const ALL_EVENTS = 'all';

const received: Callback = {
	type: 'ReceivedCallback',
	setter: '/update-webhook-received',
	meField: 'receivedCallbackUrl',
};

/**
 * All of Z-API's events, in the order of their names.
 *
 * @see https://developer.z-api.io/webhooks/introduction
 */
export const events: TriggerEvent[] = [
	{
		name: 'Chat Presence Changed',
		value: 'chatPresence',
		isAboutChat: true,
		action: 'On chat presence changed',
		description: 'Someone comes online, types or records audio. Expect many events.',
		callback: {
			type: 'PresenceChatCallback',
			setter: '/update-webhook-chat-presence',
			meField: 'presenceChatCallbackUrl',
		},
	},
	{
		name: 'Message Received',
		value: 'messageReceived',
		isAboutChat: true,
		action: 'On message received',
		description: 'Someone wrote to you in a chat, group or channel',
		callback: received,
		isNotification: false,
	},
	{
		name: 'Message Sent or Failed',
		value: 'messageSent',
		isAboutChat: true,
		action: 'On message sent or failed',
		description:
			'Your message was handed to WhatsApp, or could not be sent. In that case, the event has an error.',
		callback: {
			type: 'DeliveryCallback',
			setter: '/update-webhook-delivery',
			meField: 'deliveryCallbackUrl',
		},
	},
	{
		name: 'Message Status Changed',
		value: 'messageStatus',
		isAboutChat: true,
		action: 'On message status changed',
		description: 'A message was sent, received, read or played. Expect several events per message.',
		callback: {
			type: 'MessageStatusCallback',
			setter: '/update-webhook-message-status',
			meField: 'messageStatusCallbackUrl',
		},
	},
	{
		name: 'Notification Received',
		value: 'notificationReceived',
		isAboutChat: true,
		action: 'On notification received',
		description: 'Something other than a message, such as a call or a change in a group',
		callback: received,
		isNotification: true,
	},
	{
		name: 'Proxy Failed',
		value: 'proxyFailed',
		action: 'On proxy failed',
		description:
			"WhatsApp connected without your proxy, because the proxy failed. Z-API doesn't show which address receives this event, so the node replaces it unseen and can't restore it.",
		callback: { type: 'ProxyCallback', setter: '/update-proxy-webhook' },
	},
	{
		name: 'WhatsApp Connected',
		value: 'connected',
		action: 'On WhatsApp connected',
		description: 'The instance connected to WhatsApp, for example after you scanned the QR code',
		callback: {
			type: 'ConnectedCallback',
			setter: '/update-webhook-connected',
			meField: 'connectedCallbackUrl',
		},
	},
	{
		name: 'WhatsApp Disconnected',
		value: 'disconnected',
		action: 'On WhatsApp disconnected',
		description: 'The instance lost its connection to WhatsApp',
		callback: {
			type: 'DisconnectedCallback',
			setter: '/update-webhook-disconnected',
			meField: 'disconnectedCallbackUrl',
		},
	},
];

/** Every kind of event, each once. */
export const callbacks: Callback[] = [...new Set(events.map(({ callback }) => callback))];

/**
 * @param values what a user chose
 * @returns the events that these stand for
 */
export function chosenEvents(values: string[]): TriggerEvent[] {
	return events.filter(({ value }) => values.includes(ALL_EVENTS) || values.includes(value));
}

/** @returns the name that users see, of the first event of a kind */
export function nameOfCallback(callback: Callback): string {
	return events.find((event) => event.callback === callback)?.name ?? callback.type;
}

/**
 * Tells which event was posted.
 *
 * @param body what was posted
 * @returns undefined if Z-API documents no such event
 */
export function eventOf(body: IDataObject): TriggerEvent | undefined {
	const { type, notification } = body;
	if (typeof type !== 'string') return undefined;
	const hasNotification = typeof notification === 'string' && notification !== '';
	return events.find(
		({ callback, isNotification = hasNotification }) =>
			// Some of Z-API's pages write ReceivedCallBack.
			callback.type.toLowerCase() === type.toLowerCase() && isNotification === hasNotification,
	);
}
