import webhooks from '../contract/webhooks.json' with { type: 'json' };
import type { Account, CallbackType, Instance, WebhookAnswer, WebhookEvent } from './types.mts';

/** What the documentation says about the events of a type. */
export interface DocumentedWebhook {
	event: CallbackType;
	/** Where `GET /me` shows the address that they are sent to, if it does. */
	meField: string | null;
	samples: Array<{ title: string; body: Record<string, unknown> }>;
}

/** The documented events, by type. */
export const documentedWebhooks = webhooks as unknown as readonly DocumentedWebhook[];

/** Assumption: how long Z-API waits for a webhook's answer. */
const PATIENCE_MILLISECONDS = 30_000;

/** @returns whether an address is one of this machine's loopback addresses, which nothing else can reach */
export function isOnThisMachine(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname } = new URL(address);
	return /^https?:$/.test(protocol) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/**
 * Gives every documented event, as the account's instance would send it.
 *
 * @param account whose events they are
 */
export function documentedEvents({
	instance,
}: Pick<Account, 'instance'>): Array<
	Required<WebhookEvent> & { type: CallbackType; body: Record<string, unknown> }
> {
	return documentedWebhooks.flatMap(({ event, samples }) =>
		samples.map(({ title, body }) => ({
			...{ type: event, title },
			body: { ...structuredClone(body), instanceId: instance },
		})),
	);
}

/** What is posted of an event. */
export interface MadeEvent {
	type: CallbackType;
	body: Record<string, unknown>;
}

/**
 * Makes what is posted of an event.
 *
 * @throws {Error} if there is no such event
 */
export function makeEvent(
	{ instance }: Pick<Account, 'instance'>,
	{ type, title, body }: WebhookEvent,
): MadeEvent {
	const documented = documentedWebhooks.find(({ event }) => event === type);
	const sample = documented?.samples.find(
		(candidate) => candidate.title === (title ?? candidate.title),
	);
	if (!documented || !sample)
		throw new Error(`No documented event ${type}${title ? ` of the title ${title}` : ''}`);
	const whole: Record<string, unknown> = { ...sample.body, instanceId: instance, ...body };
	return { type: documented.event, body: whole };
}

/**
 * Finds out where to an event is sent. Documented: the address for messages of both directions, while it is set, has
 * priority over the one for received messages.
 *
 * @returns empty for nowhere
 */
function addressFor({ state, quirks }: Instance, type: CallbackType, isOwn: boolean): string {
	const { webhooks, receivedAndDelivery, notifySentByMe } = state;
	if (type !== 'ReceivedCallback') return webhooks[type];
	if (isOwn && !notifySentByMe) return '';
	const takesIt = isOwn || !quirks.bothDirectionsIsOwnOnly;
	return (takesIt && receivedAndDelivery) || webhooks.ReceivedCallback;
}

/** Makes the headers of a post, as recorded: there is no signature, and the user agent changes. */
export function headersFor({ account, quirks }: Instance): Record<string, string> {
	const headers = {
		'Content-Type': 'application/json',
		'z-api-token': account.token,
		Server: 'Z-API',
		Origin: 'https://api.z-api.io',
		...quirks.postedHeaders,
	};
	return Object.fromEntries(
		Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined),
	);
}

/**
 * Posts an event to its webhook.
 *
 * @param instance whose event it is
 * @param event what to send, from {@link makeEvent}
 * @param signal ends the waiting for an answer
 * @returns what the webhook answered; undefined if nothing is to be sent
 */
export async function post(
	instance: Instance,
	{ type, body }: MadeEvent,
	signal: AbortSignal,
): Promise<WebhookAnswer | undefined> {
	const address = addressFor(instance, type, body.fromMe === true);
	if (address === '') return undefined;
	if (!isOnThisMachine(address)) throw new Error(`${address} isn't on this machine`);
	const response = await fetch(address, {
		method: 'POST',
		headers: headersFor(instance),
		body: JSON.stringify(body),
		// A redirect could lead off this machine.
		redirect: 'manual',
		signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MILLISECONDS), signal]),
	});
	return { status: response.status, text: await response.text() };
}
