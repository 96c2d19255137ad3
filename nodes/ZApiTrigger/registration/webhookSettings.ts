import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { UserFacingFailure, toNodeError } from '../../shared/requests/errors';
import { apiRequest } from '../../shared/requests/apiRequest';
import { isObject } from '../../shared/values/objects';
import { displayNameOf, webhookSlots } from './webhookSlots';

/** Where an instance posts its events, as far as Z-API shows it. */
export interface WebhookSettings {
	/** The address in each slot that Z-API shows; empty if there is none. */
	addresses: Record<string, string>;
	/** Whether the connected number's own messages are posted like received ones. */
	notifiesSentByMe: boolean;
}

/** Whether an answer shows where an instance posts its events. Z-API documents that an address may be null. */
function isInstance(answer: unknown): answer is IDataObject {
	if (!isObject(answer)) return false;
	const fields = webhookSlots.flatMap(({ meField }) => meField ?? []);
	return (
		[...fields, 'receiveCallbackSentByMe'].some((field) => field in answer) &&
		fields.every((field) => typeof (answer[field] ?? '') === 'string')
	);
}

/**
 * @returns the addresses that Z-API posts events to
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/instance/me
 */
export async function readWebhookSettings(context: IHookFunctions): Promise<WebhookSettings> {
	const answer: unknown = await apiRequest.call(context, {
		method: 'GET',
		path: '/me',
		refusedAdvice: 'Try again later.',
	});
	// An unknown answer mustn't be mistaken for an instance without addresses: those would be replaced and never restored.
	if (!isInstance(answer)) {
		const message =
			"Z-API's response doesn't show where your instance sends its events, so nothing was changed";
		throw toNodeError(
			context,
			new UserFacingFailure({ message, description: 'Try again later.' }),
			[],
		);
	}
	const shown = answer;
	const addresses = Object.fromEntries(
		webhookSlots.flatMap(({ name, meField }) => {
			if (meField === undefined) return [];
			const address = shown[meField];
			return [[name, typeof address === 'string' ? address.trim() : '']];
		}),
	);
	return { addresses, notifiesSentByMe: shown.receiveCallbackSentByMe === true };
}

/**
 * Sets where Z-API posts a kind of event. Z-API has been seen to answer that it did, and not to: only
 * {@link readWebhookSettings} tells.
 *
 * @param slot the name of the slot
 * @param address empty to post it nowhere. The documentation mentions no other way to remove an address.
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/webhooks/introduction
 */
export async function setAddress(
	context: IHookFunctions,
	slot: string,
	address: string,
): Promise<void> {
	const { setter = '' } = webhookSlots.find(({ name }) => name === slot) ?? {};
	await apiRequest.call(context, {
		method: 'PUT',
		path: setter,
		body: { value: address },
		refusedAdvice: `Z-API didn't accept the address for "${displayNameOf(slot)}". You can see and change it in the Z-API panel, among the webhooks of your instance.`,
	});
}

/**
 * Sets whether the connected number's own messages are posted like received ones.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/webhooks/update-notify-sent-by-me
 */
export async function setNotifySentByMe(context: IHookFunctions, isOn: boolean): Promise<void> {
	await apiRequest.call(context, {
		method: 'PUT',
		path: '/update-notify-sent-by-me',
		body: { notifySentByMe: isOn },
		refusedAdvice:
			'Try again later, or turn off Include My Own Messages and remove the options Pause After I Write Myself and Resume Word.',
	});
}
