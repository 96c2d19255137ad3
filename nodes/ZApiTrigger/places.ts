import type { IHookFunctions } from 'n8n-workflow';
import { readSettings } from './addresses';
import { callbacks, type Callback } from './events';
import { nameOfInstance } from './receiving/masking';
import { isSameAddress, type OwnAddress } from './ownAddress';

/**
 * Something that a Z-API instance has only once, but several nodes of this n8n may need: the address for a kind of
 * event, or the setting that also posts the connected number's own messages.
 */
export interface Place {
	/** What was there before this n8n took the place; undefined if n8n hasn't seen it since it started. */
	before?: string;
	/** The addresses of this n8n's nodes that are active or being tested, in the order in which they took the place. */
	ours: string[];
}

/** A place as Z-API shows it. */
export interface Found {
	place: Place;
	/** Empty if there is nothing. */
	current: string;
	/** Whether that is only assumed: Z-API doesn't show it, and this n8n hasn't set it since it was started. */
	isAssumed?: boolean;
	/** Whether what is there was set by this n8n. */
	isOurs: boolean;
	known?: Registered;
}

export type FoundAddress = Found & { callback: Callback };

/** What a node remembers of a place that it took, until it is deactivated. */
interface Registered {
	/** Its own address at that time. */
	address: string;
	/** What was there before this n8n took the place; empty if nothing was. */
	before: string;
}

/** The place of *Include My Own Messages*. Unlike an address, it doesn't show who set it. */
export const SENT_BY_ME = 'notifySentByMe';
const SWITCHED_ON = 'on';

/** The kind of event that *Include My Own Messages* is about. */
export const RECEIVED = 'ReceivedCallback';

/**
 * Filled again whenever n8n starts, since n8n then asks every published node whether it is registered. What has to
 * survive a restart is stored with the node.
 */
const places = new Map<string, Place>();

function placeOf(instance: string, what: string): Place {
	const key = `${instance} ${what}`;
	const place = places.get(key) ?? { ours: [] };
	places.set(key, place);
	return place;
}

function without({ ours }: Place, address: string): string[] {
	return ours.filter((candidate) => !isSameAddress(candidate, address));
}

function isAmong(addresses: string[], address: string): boolean {
	return addresses.some((candidate) => isSameAddress(candidate, address));
}

/** What a node stores in n8n's database. */
interface Memory {
	/** A name of the instance at which it is registered, from which the instance can't be found out. */
	instance?: string;
	registered?: Record<string, Registered>;
}

export function memoryOf(context: IHookFunctions): Memory {
	return context.getWorkflowStaticData('node');
}

/** @returns what a node has stored for an instance; nothing if it was registered at another one, with another credential */
export function registeredAt(
	context: IHookFunctions,
	instance: string,
): Record<string, Registered> {
	const memory = memoryOf(context);
	return memory.instance === nameOfInstance(instance) ? (memory.registered ?? {}) : {};
}

/** Stores what a node has taken at an instance, and nothing else. */
export function remember(
	context: IHookFunctions,
	instance: string,
	registered: Record<string, Registered>,
): void {
	Object.assign(memoryOf(context), { instance: nameOfInstance(instance), registered });
}

/**
 * Looks at everything that is set at an instance, and who set it.
 *
 * @throws NodeApiError in words for the user
 */
export async function look(
	context: IHookFunctions,
	instance: string,
	own: OwnAddress,
): Promise<{ found: FoundAddress[]; sentByMe: Found }> {
	const { addresses, notifiesSentByMe } = await readSettings(context);
	const registered = registeredAt(context, instance);
	// This n8n may have got another address since.
	const mine = [own.url, ...Object.values(registered).map(({ address }) => address)];
	const found = callbacks.map((callback) => {
		const place = placeOf(instance, callback.type);
		const known = registered[callback.type];
		// One address isn't shown. For it, the address that this n8n set last counts.
		const seen = addresses.get(callback) ?? place.ours.at(-1);
		const current = seen ?? known?.address ?? '';
		// The second condition is for tests, which may have another address of this n8n.
		const isOfSameN8n = mine.some((address) => own.isOfSameN8n(current, address));
		const isOurs = isOfSameN8n || isAmong(place.ours, current);
		if (isOurs) place.before ??= known?.before;
		return { callback, place, current, isAssumed: seen === undefined, isOurs, known };
	});

	const place = placeOf(instance, SENT_BY_ME);
	const known = registered[SENT_BY_ME];
	const received = found.find(({ callback }) => callback.type === RECEIVED);
	// If messages come to a node that isn't remembered, it is that node that set this.
	const isLost = received?.isOurs && !isAmong(received.place.ours, received.current);
	const isOurs = notifiesSentByMe && (isLost || place.ours.length > 0 || known !== undefined);
	if (isOurs) place.before ??= known?.before;
	const current = notifiesSentByMe ? SWITCHED_ON : '';
	return { found, sentByMe: { place, current, isOurs, known } };
}

/**
 * Records in this n8n that a node takes a place.
 *
 * @returns what the node has to remember
 */
export function take({ place, current, isOurs }: Found, own: OwnAddress): Registered {
	if (!isOurs) Object.assign(place, { before: current, ours: [] });
	// A test restores what it finds, even if another process of this n8n has set it.
	else if (own.isTest && own.isInOtherMode(current))
		place.ours = [...without(place, current), current];
	place.ours = [...without(place, own.url), own.url];
	return { address: own.url, before: place.before ?? '' };
}

/** Records in this n8n that a node has left all places: it is no longer active. */
export function leave(address: string): void {
	for (const place of places.values()) place.ours = without(place, address);
}

/** @returns whether a node may still have something set at Z-API */
export function hasTaken(context: IHookFunctions, own: OwnAddress): boolean {
	const { registered = {} } = memoryOf(context);
	const isThere = [...places.values()].some(({ ours }) => ours.includes(own.url));
	return isThere || Object.keys(registered).length > 0;
}

/** @returns whether Z-API posts events to a node, possibly at an earlier address of this n8n */
export function isHeld({ current, known }: Found, own: OwnAddress): boolean {
	return own.is(current) || isSameAddress(known?.address, current);
}

/** @returns whether a place holds something that a node may replace only with *Replace Existing Addresses* */
export function isInTheWay(found: FoundAddress, own: OwnAddress): boolean {
	const { place, current, isOurs } = found;
	if (current === '' || isHeld(found, own)) return false;
	const isTestOrTested = isOurs && own.isInOtherMode(current);
	if (isTestOrTested && own.isOfSameNode(current)) return false;
	// Otherwise, what a test of another node left behind when n8n crashed would keep this one from starting again.
	return !isTestOrTested || own.isTest || place.ours.includes(current);
}

/**
 * @returns what belongs in a place without a node: the address of the last of this n8n's other active nodes, or what
 * was there before
 */
export function nextIn({ place }: Found, own: OwnAddress): string {
	return without(place, own.url).at(-1) ?? place.before ?? '';
}
