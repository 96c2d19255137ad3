import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { FailureInWords, toNodeError } from '../shared/requests/errors';
import { isObject } from '../shared/values/objects';
import { request } from '../shared/requests/request';
import { callbacks, nameOfCallback, type Callback } from './events';

/** What an instance is set up to post, as far as Z-API shows it. */
export interface Settings {
	/** The address of each kind of event; empty where there is none, undefined where it isn't shown. */
	addresses: Map<Callback, string | undefined>;
	/** Whether messages of the connected number itself are posted as received ones. */
	notifiesSentByMe: boolean;
}

/** Whether an answer shows what an instance is set up to post. Z-API documents that an address may be null. */
function isInstance(answer: unknown): answer is IDataObject {
	if (!isObject(answer)) return false;
	const fields = callbacks.flatMap(({ meField }) => meField ?? []);
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
export async function readSettings(context: IHookFunctions): Promise<Settings> {
	const answer: unknown = await request.call(context, {
		method: 'GET',
		path: '/me',
		refusedAdvice: 'Try again later.',
	});
	// What isn't known may not be taken for an instance without addresses: they would be replaced, and never put back.
	if (!isInstance(answer)) {
		const message =
			"Z-API's response doesn't show where your instance sends its events, so nothing was changed";
		throw toNodeError(
			context,
			new FailureInWords({ message, description: 'Try again later.' }),
			[],
		);
	}
	const shown = answer;
	const addressOf = ({ meField }: Callback) => {
		const address = meField === undefined ? undefined : shown[meField];
		return typeof address === 'string' ? address.trim() : meField && '';
	};
	return {
		addresses: new Map(callbacks.map((callback) => [callback, addressOf(callback)])),
		notifiesSentByMe: shown.receiveCallbackSentByMe === true,
	};
}

/**
 * Sets where Z-API posts a kind of event.
 *
 * @param address empty to post it nowhere. The documentation names no other way to take an address away.
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/webhooks/introduction
 */
export async function setAddress(
	context: IHookFunctions,
	callback: Callback,
	address: string,
): Promise<void> {
	await request.call(context, {
		method: 'PUT',
		path: callback.setter,
		body: { value: address },
		refusedAdvice: `Z-API didn't take the address for "${nameOfCallback(callback)}". You can see and change it in the Z-API panel, among the webhooks of your instance.`,
	});
}

/**
 * Sets whether messages of the connected number itself are posted as received ones.
 *
 * @throws NodeApiError in words for the user
 * @see https://developer.z-api.io/webhooks/update-notify-sent-by-me
 */
export async function setNotifySentByMe(context: IHookFunctions, isOn: boolean): Promise<void> {
	await request.call(context, {
		method: 'PUT',
		path: '/update-notify-sent-by-me',
		body: { notifySentByMe: isOn },
		refusedAdvice: 'Try again later, or turn off Include My Own Messages.',
	});
}
