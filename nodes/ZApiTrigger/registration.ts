import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions } from 'n8n-workflow';
import { isLocalHost, readAccount } from '../shared/account/account';
import { failureOfError, FailureInWords, toNodeError } from '../shared/requests/errors';
import { isOnInternet } from '../shared/requests/hosts';
import { readSettings, setAddress, setNotifySentByMe, type Settings } from './addresses';
import { callbacks, nameOfCallback, type Callback } from './events';
import { readEvents, readPasses } from './parameters';
import {
	forgetTakeover,
	rememberRetirement,
	rememberTakeover,
	replacedBy,
	stillValid,
} from './takeovers';

/** An address of ours that was set for a kind of event, and the one that it replaced. */
interface Registered {
	address: string;
	/** Empty if there was none. */
	previous: string;
}

/** What a node remembers of its registration, between activation and deactivation. */
interface Memory {
	/** By the kind's `type`. */
	registered?: Record<string, Registered>;
	/** Whether it was this node that switched it on. */
	hasSwitchedOnSentByMe?: boolean;
}

/** Registrations under way, by instance. n8n activates workflows side by side, and each has to see the others'. */
const turns = new Map<string, Promise<unknown>>();

async function inTurn<Result>(
	context: IHookFunctions,
	act: (baseUrl: URL) => Promise<Result>,
): Promise<Result> {
	const { baseUrl, instance } = readAccount(await context.getCredentials('zApi'));
	const key = `${baseUrl.href} ${instance}`;
	const before = turns.get(key) ?? Promise.resolve();
	const turn = before.then(async () => await act(baseUrl));
	turns.set(
		key,
		turn.catch(() => {}),
	);
	return await turn;
}

function ownAddress(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

function memoryOf(context: IHookFunctions): Memory {
	return context.getWorkflowStaticData('node') as Memory;
}

function chosenCallbacks(context: IHookFunctions): Callback[] {
	const chosen = readEvents(context).map(({ callback }) => callback);
	return callbacks.filter((callback) => chosen.includes(callback));
}

function wantsSentByMe(context: IHookFunctions, chosen: Callback[]): boolean {
	const isReceived = chosen.some(({ type }) => type === 'ReceivedCallback');
	return isReceived && context.getNodeParameter('alsoSentByMe', false) === true;
}

/**
 * @throws NodeOperationError when Z-API couldn't reach the address
 */
function checkReachable(context: IHookFunctions, address: string, baseUrl: URL): void {
	// A stand-in for Z-API on this machine reaches what Z-API itself can't.
	if (isLocalHost(baseUrl)) return;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url?.protocol === 'https:' && isOnInternet(url)) return;
	const advice =
		"Set n8n's environment variable WEBHOOK_URL to its public https:// address. If it has none, a tunnel such as cloudflared or ngrok gives it one.";
	const where = url === undefined ? 'no web address' : url.origin;
	throw new NodeOperationError(
		context.getNode(),
		`Z-API can't send events to this n8n, whose address is ${where}: it takes only https:// addresses on the internet. ${advice}`,
		{ description: advice },
	);
}

/**
 * Whether an address is that of the same node in its other mode: the test's while the workflow is activated, or
 * the active workflow's while it is tested.
 */
function isOtherModeOf(context: IHookFunctions, address: string, own: string): boolean {
	if (!URL.canParse(address) || !URL.canParse(own)) return false;
	const [other, mine] = [new URL(address), new URL(own)];
	// What follows the mode: the ID of the webhook, or else the workflow and the node, and the path.
	const segments = context.getNode().webhookId === undefined ? 3 : 2;
	const tailOf = ({ pathname }: URL) => pathname.split('/').slice(-segments).join('/');
	return other.origin === mine.origin && tailOf(other) === tailOf(mine);
}

function hostOf(address: string): string {
	const host = URL.canParse(address) ? new URL(address).host : '';
	return host === '' ? "an address that isn't one of the web" : host;
}

function inTheWayError(
	context: IHookFunctions,
	inTheWay: Array<[Callback, string]>,
	own: string,
): NodeOperationError {
	const places = inTheWay.map(([callback, address]) => {
		const host = hostOf(address);
		const who = host === hostOf(own) ? `${host}, another workflow of this n8n` : host;
		return `"${nameOfCallback(callback)}" to ${who}`;
	});
	const advice =
		"Z-API keeps one address per event. Take that address away in the Z-API panel or unpublish what uses it, or switch on this node's option Replace Existing Addresses.";
	return new NodeOperationError(
		context.getNode(),
		`Z-API already sends ${places.join(', and ')}. ${advice}`,
		{ description: advice },
	);
}

/**
 * Finds out which address has to be put back once ours is taken away.
 *
 * @param current what is set before ours is
 */
function previousOf(
	context: IHookFunctions,
	callback: Callback,
	current: string,
	own: string,
): string {
	const known = memoryOf(context).registered?.[callback.type];
	// Ours already, maybe from before this n8n got another address; or set just before n8n crashed.
	if (current === own || current === known?.address) return known?.previous ?? '';
	const isTest = context.getActivationMode() === 'manual';
	if (isTest || !isOtherModeOf(context, current, own)) return current;
	// A test is no place to go back to: it ends, and what counts is what was there before it.
	return known?.previous ?? stillValid(callback, replacedBy(callback, current) ?? '');
}

/**
 * Undoes a registration that failed, the last step first. What isn't ours (not set at all, or set by someone else
 * since) stays as it is.
 *
 * @param attempted the kinds of events whose address was or may have been set, and what was set before
 * @returns a sentence for the user
 */
async function rollBack(
	context: IHookFunctions,
	attempted: Array<[Callback, string]>,
	triedSentByMe: boolean,
	own: string,
): Promise<string> {
	// Without an answer, all that was tried is undone: an answer that got lost may have been a yes.
	const settings = await readSettings(context).catch(() => undefined);
	const left: string[] = [];
	const undo = async (name: string, step: () => Promise<void>) => {
		await step().catch(() => left.push(`"${name}"`));
	};
	if (triedSentByMe && settings?.notifiesSentByMe !== false) {
		await undo('Also What I Sent', async () => await setNotifySentByMe(context, false));
	}
	for (const [callback, address] of [...attempted].reverse()) {
		if ((settings?.addresses.get(callback) ?? own) !== own) continue;
		await undo(nameOfCallback(callback), async () => await setAddress(context, callback, address));
	}
	return left.length === 0
		? 'Nothing was changed.'
		: `What was set before couldn't be put back for ${left.join(', ')}: look at the webhooks of your instance in the Z-API panel.`;
}

function halfwayError(context: IHookFunctions, error: unknown, outcome: string): Error {
	const { message, description } = failureOfError(error);
	const statusCode = Number((error as { httpCode?: unknown }).httpCode) || undefined;
	const failure = { message: `${message}. ${outcome}`, description, statusCode };
	// Its secrets are hidden already: it comes from a request.
	return toNodeError(context, new FailureInWords(failure), []);
}

/**
 * Tells whether Z-API already posts all chosen events to this node, and this node knows what to put back.
 *
 * @throws NodeApiError or NodeOperationError in words for the user
 * @see https://developer.z-api.io/instance/me
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	return await inTurn(context, async () => {
		const own = ownAddress(context);
		const { registered = {} } = memoryOf(context);
		const chosen = chosenCallbacks(context);
		const isKnown = ({ type }: Callback) => registered[type]?.address === own;
		if (!chosen.every(isKnown) || Object.keys(registered).length !== chosen.length) return false;
		const { addresses, notifiesSentByMe } = await readSettings(context);
		return (
			chosen.every((callback) => (addresses.get(callback) ?? own) === own) &&
			(notifiesSentByMe || !wantsSentByMe(context, chosen))
		);
	});
}

/**
 * Makes Z-API post the chosen events to this node: all of them, or, if anything is in the way or fails, none.
 *
 * @throws NodeOperationError when the node isn't filled in, this n8n can't be reached, or an address that isn't
 * this node's is in the way and should not be replaced
 * @throws NodeApiError when Z-API refuses
 * @see https://developer.z-api.io/webhooks/introduction
 */
export async function register(context: IHookFunctions): Promise<void> {
	await inTurn(context, async (baseUrl) => {
		const own = ownAddress(context);
		const chosen = chosenCallbacks(context);
		// Better refused now than with each event.
		readPasses(context);
		checkReachable(context, own, baseUrl);

		const settings = await readSettings(context);
		const current = chosen.map((callback): [Callback, string] => [
			callback,
			settings.addresses.get(callback) ?? '',
		]);
		const memory = memoryOf(context);
		const inTheWay = current.filter(
			([callback, address]) =>
				address !== '' &&
				address !== own &&
				address !== memory.registered?.[callback.type]?.address &&
				!isOtherModeOf(context, address, own),
		);
		const { replaceExisting = false } = context.getNodeParameter('options', {}) as {
			replaceExisting?: boolean;
		};
		if (inTheWay.length > 0 && !replaceExisting) throw inTheWayError(context, inTheWay, own);
		await setAll(context, current, settings, own);
	});
}

async function setAll(
	context: IHookFunctions,
	current: Array<[Callback, string]>,
	{ notifiesSentByMe }: Settings,
	own: string,
): Promise<void> {
	const memory = memoryOf(context);
	const registered: Record<string, Registered> = {};
	const attempted: Array<[Callback, string]> = [];
	const chosen = current.map(([callback]) => callback);
	const switchesOn = wantsSentByMe(context, chosen) && !notifiesSentByMe;
	let triedSentByMe = false;
	try {
		for (const [callback, address] of current) {
			const previous = previousOf(context, callback, address, own);
			registered[callback.type] = { address: own, previous };
			if (address === own) continue;
			attempted.push([callback, address]);
			await setAddress(context, callback, own);
		}
		triedSentByMe = switchesOn;
		if (switchesOn) await setNotifySentByMe(context, true);
	} catch (error) {
		const outcome = await rollBack(context, attempted, triedSentByMe, own);
		throw halfwayError(context, error, outcome);
	}
	for (const callback of chosen) {
		rememberTakeover(callback, own, registered[callback.type]?.previous ?? '');
	}
	memory.registered = registered;
	memory.hasSwitchedOnSentByMe = switchesOn || memory.hasSwitchedOnSentByMe === true;
}

/**
 * Makes Z-API post this node's events where it posted them before, or nowhere. What someone else has set
 * meanwhile stays.
 *
 * @throws NodeApiError when Z-API refuses; n8n then tries again
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	await inTurn(context, async () => {
		const own = ownAddress(context);
		const memory = memoryOf(context);
		const { addresses } = await readSettings(context);
		for (const callback of callbacks) {
			const known = memory.registered?.[callback.type];
			const current = addresses.get(callback) ?? known?.address;
			if (current === undefined) continue;
			// Nothing is remembered of what was set just before n8n crashed.
			const isOurs = current === own || current === known?.address;
			if (
				callback.type === 'ReceivedCallback' &&
				memory.hasSwitchedOnSentByMe === true &&
				(isOurs || isOtherModeOf(context, current, own))
			) {
				await setNotifySentByMe(context, false);
			}
			const previous = replacedBy(callback, own) ?? known?.previous ?? '';
			if (isOurs) {
				await setAddress(context, callback, stillValid(callback, previous));
				forgetTakeover(callback, current);
			} else if (known) {
				rememberRetirement(callback, known.address, previous);
			}
		}
		delete memory.registered;
		delete memory.hasSwitchedOnSentByMe;
	});
}
