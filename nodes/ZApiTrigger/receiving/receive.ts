import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isLocalHost, readAccount, type ZApiAccount } from '../../shared/account/account';
import { pressOf } from '../../shared/answers/press';
import { logFailure } from '../../shared/requests/errors';
import { isObject } from '../../shared/values/objects';
import { handOver } from './answers';
import { eventOf } from '../events';
import { hideAccount } from './masking';
import { download, fileToDownload } from './media';
import { readEvents, readFileOptions, readPasses, readSwitch } from '../parameters';
import { simplifyEvent } from './simplifyEvent';

/** Z-API posts references to files, never files; the largest documented event has a few kilobytes. */
const LARGEST_BODY = 1024 * 1024;

/** The documented events have at most 6 levels; n8n can't save an item with some thousands. */
const MOST_LEVELS = 100;

/** n8n's own words for the same, so that the answer is the same whatever becomes of an event. */
const STARTED = { message: 'Workflow was started' };

/** What is kept of a credential: whose events are taken, and where a stand-in for Z-API has its files. */
type KeptAccount = Pick<ZApiAccount, 'instance' | 'baseUrl'>;

const ACCOUNT_KEPT_MILLISECONDS = 5_000;

/** By the ID of the credential. */
const accounts = new Map<string, { account: KeptAccount; until: number }>();

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

function isDeeperThan(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1));
}

/** @returns undefined unless what was posted is a JSON object, whatever its content type says */
function readBody(text: string): IDataObject | undefined {
	try {
		// Whoever merges the item later should not change every object in n8n.
		const body = JSON.parse(text.replace(/^\uFEFF/, ''), (key, value: unknown) =>
			key === '__proto__' ? undefined : value,
		) as unknown;
		return isObject(body) && !isDeeperThan(body, MOST_LEVELS) ? body : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Finds out whether an event is of the credential's instance. To read a credential, n8n starts a JavaScript engine
 * of its own, which takes a third of the time that an event takes; so in a burst of events it is read once. Where
 * what is kept doesn't fit the event, the credential may have been changed, and is read anew.
 */
async function accountOf(
	context: IWebhookFunctions,
	instance: unknown,
): Promise<KeptAccount | undefined> {
	const { id } = context.getNode().credentials?.zApi ?? {};
	const kept = id ? accounts.get(id) : undefined;
	if (kept && kept.until > Date.now() && kept.account.instance === instance) return kept.account;
	const credential = readAccount(await context.getCredentials('zApi'));
	const account = { instance: credential.instance, baseUrl: credential.baseUrl };
	if (id) accounts.set(id, { account, until: Date.now() + ACCOUNT_KEPT_MILLISECONDS });
	return account.instance === instance ? account : undefined;
}

/** @throws anything that n8n throws where it can't read the credential or evaluate a field */
async function take(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	// n8n has read it already, unless its content type is an unusual one. Of a form there is nothing left to read, and
	// what n8n keeps of it is no event.
	await request.readRawBody().catch(() => undefined);
	const rawBody = request.rawBody as Buffer | undefined;
	const text = rawBody?.toString('utf8') ?? JSON.stringify(context.getBodyData() ?? null);
	if ((rawBody ?? text).length > LARGEST_BODY) {
		return refuse(context, 413, 'This is too large for an event');
	}
	const body = readBody(text);
	if (body === undefined)
		return refuse(context, 400, "This isn't a JSON object, or it is nested too deeply");
	const event = eventOf(body);
	if (event === undefined) return refuse(context, 400, 'This event has no known type');
	const account = await accountOf(context, body.instanceId);
	if (account === undefined) return refuse(context, 403, 'This event belongs to another instance');

	const press = pressOf(body);
	if (press) {
		await handOver(context, body, press);
		return ignore('Answer handed over');
	}
	if (!readEvents(context).includes(event)) return ignore('Event not chosen');
	if (!readPasses(context)(event, body)) return ignore('Event filtered');

	const shown = hideAccount(event, body);
	const json = readSwitch(context, 'simplify', true) ? simplifyEvent(event, shown) : shown;
	const options = readFileOptions(context);
	const media = options && event.value === 'messageReceived' ? fileToDownload(body) : undefined;
	if (media === undefined || options === undefined) return { workflowData: [[{ json }]] };

	// Z-API shouldn't have to wait for a file of its own.
	context.getResponseObject().status(200).json(STARTED);
	const result = await download.call(context, media, {
		...options,
		// A stand-in for Z-API has its files where it is itself.
		trustedOrigin: isLocalHost(account.baseUrl) ? account.baseUrl.origin : undefined,
	});
	const item =
		'file' in result
			? { json, binary: { [options.fieldName]: result.file } }
			: { json: { ...json, mediaError: result.reason } };
	return { noWebhookResponse: true, workflowData: [[item]] };
}

/**
 * Takes what is posted at the trigger's address: checks that it is an event of this account's, and starts the
 * workflow if the event is among the chosen ones and passes the filters. Anything else starts no execution.
 *
 * @returns what n8n answers, and the item of the execution that it starts, if any
 * @see https://developer.z-api.io/webhooks/introduction
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await take(this);
	} catch (error) {
		// Were it thrown, n8n would start an execution only to let it fail, and answer with the stack.
		logFailure(this, "can't take events", error);
		return refuse(this, 503, "This workflow can't take events: see the log of n8n");
	}
}
