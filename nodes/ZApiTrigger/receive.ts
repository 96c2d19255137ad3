import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { isLocalHost, readAccount, type ZApiAccount } from '../shared/account/account';
import { isObject } from '../shared/values/objects';
import { eventOf } from './events';
import { hideAccount } from './masking';
import { download, mediaOf, type Limits, type Media } from './media';
import { LARGEST_FILE_MEGABYTES, readEvents, readPasses, TIMEOUT_SECONDS } from './parameters';

/** Z-API posts references to files, never files; the largest documented event has a few kilobytes. */
const LARGEST_BODY = 1024 * 1024;

/** n8n's own words for the same, so that the answer is the same whatever becomes of an event. */
const STARTED = { message: 'Workflow was started' };

const ACCOUNT_KEPT_MILLISECONDS = 60_000;

/** The accounts of credentials, by the credential's ID. */
const accounts = new Map<string, { account: ZApiAccount; until: number }>();

/** A number above 0, as an option holds it; an expression may give anything. */
function positive(value: unknown, otherwise: number): number {
	const number = Number(value);
	return number > 0 && Number.isFinite(number) ? number : otherwise;
}

/** Answers with a status of its own, and starts nothing. */
function refuse(
	context: IWebhookFunctions,
	statusCode: number,
	error: string,
): IWebhookResponseData {
	context.getResponseObject().status(statusCode).json({ error });
	return { noWebhookResponse: true };
}

/** Answers that the event is taken, but starts nothing. */
function ignore(message: string): IWebhookResponseData {
	return { webhookResponse: { message } };
}

/** @returns undefined unless what was posted is a JSON object, whatever its content type says */
function readBody(text: string): IDataObject | undefined {
	try {
		// Whoever merges the item later should not change every object in n8n.
		const body = JSON.parse(text.replace(/^\uFEFF/, ''), (key, value: unknown) =>
			key === '__proto__' ? undefined : value,
		) as unknown;
		return isObject(body) ? body : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Finds out whether an event is of the credential's instance. For each event, n8n would decrypt the credential in
 * a JavaScript engine of its own, which takes about half of the time that an event takes; so what was found counts
 * for a minute. Where it doesn't fit the event, the credential may have been changed, and is read anew.
 */
async function accountOf(
	context: IWebhookFunctions,
	instance: unknown,
): Promise<ZApiAccount | undefined> {
	const { id } = context.getNode().credentials?.zApi ?? {};
	const known = id ? accounts.get(id) : undefined;
	if (known && known.until > Date.now() && known.account.instance === instance) {
		return known.account;
	}
	const account = readAccount(await context.getCredentials('zApi'));
	if (id) accounts.set(id, { account, until: Date.now() + ACCOUNT_KEPT_MILLISECONDS });
	return account.instance === instance ? account : undefined;
}

async function addFile(
	context: IWebhookFunctions,
	json: IDataObject,
	media: Media,
	baseUrl: URL,
): Promise<INodeExecutionData> {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const fieldName = String(options.binaryPropertyName ?? '').trim() || 'data';
	const limits: Limits = {
		megabytes: positive(options.largestFileMegabytes, LARGEST_FILE_MEGABYTES),
		seconds: Math.min(positive(options.downloadTimeoutSeconds, TIMEOUT_SECONDS), 86_400),
		// A stand-in for Z-API has its files where it is itself.
		trustedOrigin: isLocalHost(baseUrl) ? baseUrl.origin : undefined,
	};
	const result = await download.call(context, media, limits);
	return 'file' in result
		? { json, binary: { [fieldName]: result.file } }
		: { json: { ...json, mediaError: result.reason } };
}

/**
 * Takes what is posted at the trigger's address: checks that it is an event of this account's, and starts the
 * workflow if the event is among the chosen ones and passes the filters. Anything else starts no execution.
 *
 * @throws NodeOperationError when a filter's expression gives something that can't be meant
 * @see https://developer.z-api.io/webhooks/introduction
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	// n8n keeps no raw body of a form; its fields are no event either.
	const rawBody = this.getRequestObject().rawBody as Buffer | undefined;
	const text = rawBody?.toString('utf8') ?? JSON.stringify(this.getBodyData() ?? null);
	if ((rawBody ?? text).length > LARGEST_BODY) {
		return refuse(this, 413, 'This is too large for an event');
	}
	const body = readBody(text);
	if (body === undefined) return refuse(this, 400, "This isn't a JSON object");
	const event = eventOf(body);
	if (event === undefined) return refuse(this, 400, 'This event has no known type');
	const account = await accountOf(this, body.instanceId);
	if (account === undefined) return refuse(this, 403, 'This event is of another instance');

	if (!readEvents(this).includes(event)) return ignore('Event not chosen');
	if (!readPasses(this)(event, body)) return ignore('Event filtered');

	const json = hideAccount(event, body);
	const wantsFiles = this.getNodeParameter('downloadMedia', false) === true;
	const media = wantsFiles && event.value === 'messageReceived' ? mediaOf(body) : undefined;
	if (media === undefined) return { workflowData: [[{ json }]] };

	// Z-API shouldn't have to wait for a file of its own.
	this.getResponseObject().status(200).json(STARTED);
	const item = await addFile(this, json, media, account.baseUrl);
	return { noWebhookResponse: true, workflowData: [[item]] };
}
