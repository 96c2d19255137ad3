import type { IHookFunctions } from 'n8n-workflow';
import { readAccount } from '../shared/account/account';
import { readSettings, setAddress, setNotifySentByMe } from './addresses';
import { callbacks, nameOfCallback, type Callback } from './events';
import { OwnAddress } from './ownAddress';
import {
	readEvents,
	readFileOptions,
	readPasses,
	readReplaceExisting,
	readSwitch,
} from './parameters';
import {
	hasTaken,
	isHeld,
	isInTheWay,
	leave,
	look,
	memoryOf,
	nextIn,
	RECEIVED,
	SENT_BY_ME,
	take,
	type Found,
	type FoundAddress,
} from './places';
import { checkReachable, halfwayError, inTheWayError } from './registrationErrors';

/** Pending registrations, by instance. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Lets a node wait until no other node is registering at the same instance. n8n activates workflows in parallel, and
 * each has to see what the others have set.
 */
async function oneAtATime<Result>(
	context: IHookFunctions,
	act: (instance: string, baseUrl: URL) => Promise<Result>,
): Promise<Result> {
	const account = readAccount(await context.getCredentials('zApi'));
	const instance = `${account.baseUrl.href} ${account.instance}`;
	const before = underWay.get(instance) ?? Promise.resolve();
	const result = before.then(async () => await act(instance, account.baseUrl));
	underWay.set(
		instance,
		result.catch(() => {}),
	);
	return await result;
}

function chosenCallbacks(context: IHookFunctions): Callback[] {
	const chosen = readEvents(context).map(({ callback }) => callback);
	return callbacks.filter((callback) => chosen.includes(callback));
}

function wantsSentByMe(context: IHookFunctions, chosen: Callback[]): boolean {
	const isReceived = chosen.some(({ type }) => type === RECEIVED);
	return isReceived && readSwitch(context, 'alsoSentByMe', false);
}

/**
 * Undoes a failed registration, last step first. What isn't this node's (not set at all, or set by someone else since)
 * stays as it is.
 *
 * @param attempted the addresses that were or may have been set, with their earlier values
 * @returns the names of what couldn't be restored
 */
async function rollBack(
	context: IHookFunctions,
	attempted: FoundAddress[],
	triedSentByMe: boolean,
	own: OwnAddress,
): Promise<string[]> {
	// Without an answer, everything that was tried is undone: a lost answer may have been a yes.
	const settings = await readSettings(context).catch(() => undefined);
	const left: string[] = [];
	const undo = async (name: string, step: () => Promise<void>) => {
		await step().catch(() => left.push(`"${name}"`));
	};
	if (triedSentByMe && settings?.notifiesSentByMe !== false) {
		await undo('Include My Own Messages', async () => await setNotifySentByMe(context, false));
	}
	for (const { callback, current } of [...attempted].reverse()) {
		if (!own.is(settings?.addresses.get(callback) ?? own.url)) continue;
		await undo(nameOfCallback(callback), async () => await setAddress(context, callback, current));
	}
	return left;
}

/**
 * Tells whether Z-API already posts all chosen events to this node, and the node knows what to restore.
 *
 * @throws NodeApiError or NodeOperationError in words for the user
 * @see https://developer.z-api.io/instance/me
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	return await oneAtATime(context, async (instance) => {
		const own = new OwnAddress(context);
		const { registered = {} } = memoryOf(context);
		const chosen = chosenCallbacks(context);
		const wanted = chosen.map(({ type }) => type);
		if (wantsSentByMe(context, chosen)) wanted.push(SENT_BY_ME);
		const isKnown = (what: string) => own.is(registered[what]?.address ?? '');
		if (!wanted.every(isKnown) || Object.keys(registered).length !== wanted.length) return false;

		const { found, sentByMe } = await look(context, instance, own);
		const places: Found[] = found.filter(({ callback }) => chosen.includes(callback));
		if (!places.every(({ current }) => own.is(current))) return false;
		if (wanted.includes(SENT_BY_ME)) places.push(sentByMe);
		if (places.some(({ current }) => current === '')) return false;
		for (const place of places) take(place, own);
		return true;
	});
}

/**
 * Makes Z-API post the chosen events to this node: all of them, or none if anything is in the way or fails.
 *
 * @throws NodeOperationError when the node isn't filled in, Z-API can't reach this n8n, or another address is in the
 * way and should not be replaced
 * @throws NodeApiError when Z-API refuses
 * @see https://developer.z-api.io/webhooks/introduction
 */
export async function register(context: IHookFunctions): Promise<void> {
	await oneAtATime(context, async (instance, baseUrl) => {
		const own = new OwnAddress(context);
		const chosen = chosenCallbacks(context);
		// It is better to refuse invalid filters now than with each event.
		readPasses(context);
		readFileOptions(context);
		readSwitch(context, 'simplify', true);
		checkReachable(context, own.url, baseUrl);

		const { found, sentByMe } = await look(context, instance, own);
		const wanted = found.filter(({ callback }) => chosen.includes(callback));
		const inTheWay = wanted.filter((entry) => isInTheWay(entry, own));
		const isReplacing = readReplaceExisting(context);
		if (inTheWay.length > 0 && !isReplacing) throw inTheWayError(context, inTheWay, own);
		await setAll(context, wanted, wantsSentByMe(context, chosen) ? sentByMe : undefined, own);
	});
}

async function setAll(
	context: IHookFunctions,
	wanted: FoundAddress[],
	sentByMe: Found | undefined,
	own: OwnAddress,
): Promise<void> {
	const memory = memoryOf(context);
	const earlier = memory.registered ?? {};
	// This n8n's address may have changed since.
	for (const { address } of Object.values(earlier)) leave(address);
	const taken = wanted.map((entry) => [entry.callback.type, take(entry, own)] as const);
	memory.registered = Object.fromEntries(
		sentByMe ? [...taken, [SENT_BY_ME, take(sentByMe, own)]] : taken,
	);

	const attempted: FoundAddress[] = [];
	let triedSentByMe = false;
	try {
		for (const entry of wanted) {
			if (own.is(entry.current)) continue;
			attempted.push(entry);
			await setAddress(context, entry.callback, own.url);
		}
		triedSentByMe = sentByMe?.current === '';
		if (triedSentByMe) await setNotifySentByMe(context, true);
	} catch (error) {
		const left = await rollBack(context, attempted, triedSentByMe, own);
		// What couldn't be restored is remembered until n8n lets the node clean up.
		if (left.length === 0) memory.registered = earlier;
		throw halfwayError(context, error, left);
	}
}

/**
 * Makes Z-API post this node's events where it posted them before, or nowhere. What someone else has set in the
 * meantime stays.
 *
 * @throws NodeApiError when Z-API refuses; n8n then tries again. For a test, n8n doesn't, but keeps data that it should
 * discard, until its memory is full. So for a test, this function tries again itself, and doesn't throw.
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	const own = new OwnAddress(context);
	const attempt = async () =>
		await oneAtATime(context, async (instance) => await putBack(context, instance, own));
	const warn = ({ message }: Error) =>
		context.logger.warn(`Z-API may still send events to a test that has ended: ${message}`);
	try {
		if (!own.isTest) await attempt();
		else if (hasTaken(context, own)) await attempt().catch(attempt).catch(warn);
	} finally {
		leave(own.url);
	}
}

async function putBack(context: IHookFunctions, instance: string, own: OwnAddress): Promise<void> {
	const { found, sentByMe } = await look(context, instance, own);
	const received = found.find(({ callback }) => callback.type === RECEIVED);
	if (received && sentByMe.current !== '' && nextIn(sentByMe, own) === '') {
		const isFree = received.isOurs || received.current === '';
		// The second condition is for when nothing is remembered, because n8n crashed just after this was set.
		const isWanted =
			sentByMe.known !== undefined ||
			(isHeld(received, own) && readSwitch(context, 'alsoSentByMe', false));
		if (isFree && isWanted) await setNotifySentByMe(context, false);
	}
	for (const place of found.filter((candidate) => isHeld(candidate, own))) {
		await setAddress(context, place.callback, nextIn(place, own));
	}
	memoryOf(context).registered = {};
}
