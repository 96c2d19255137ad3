import { callbacks, nameOfCallback } from '../events';

/** A place of a Z-API instance that holds one address. */
export interface WebhookSlot {
	/** The `type` of the events that are posted there; the second address for messages has a name of its own. */
	name: string;
	/** As users know it. */
	displayName: string;
	/** The endpoint that sets the address. */
	setter: string;
	/** The field in which `GET /me` shows the address; one slot isn't shown. */
	meField?: string;
}

/** The slot for messages and notifications. */
export const RECEIVED = 'ReceivedCallback';

/**
 * The second address for messages, which Z-API's panel calls *sent by me*. While it is set, it comes before the first.
 *
 * @see https://developer.z-api.io/webhooks/introduction
 */
export const RECEIVED_AND_DELIVERY = 'ReceivedAndDelivery';

/** All slots, the second address for messages right after the first. */
export const webhookSlots: WebhookSlot[] = callbacks.flatMap((callback) => {
	const { type, setter, meField } = callback;
	const slot = { name: type, displayName: nameOfCallback(callback), setter, meField };
	if (type !== RECEIVED) return [slot];
	const second = {
		name: RECEIVED_AND_DELIVERY,
		displayName: `${slot.displayName} (both directions)`,
		setter: '/update-webhook-received-delivery',
		meField: 'receivedAndDeliveryCallbackUrl',
	};
	return [slot, second];
});

/** @returns the slots of kinds of events. Whoever wants received messages wants both addresses for them. */
export function slotsFor(types: string[]): string[] {
	const wanted = types.includes(RECEIVED) ? [...types, RECEIVED_AND_DELIVERY] : types;
	return webhookSlots.map(({ name }) => name).filter((name) => wanted.includes(name));
}

/** @returns what users call a slot */
export function displayNameOf(slot: string): string {
	return webhookSlots.find(({ name }) => name === slot)?.displayName ?? slot;
}

/** Slots that `GET /me` doesn't show. */
export const hiddenSlots = webhookSlots
	.filter(({ meField }) => meField === undefined)
	.map(({ name }) => name);
