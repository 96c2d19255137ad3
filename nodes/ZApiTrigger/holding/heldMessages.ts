import type { IDataObject } from 'n8n-workflow';
import { parseJson } from '../../shared/values/json';
import { isObject } from '../../shared/values/objects';
import { isAbove, textsIn } from '../conversations/entries';
import type { Media } from '../receiving/downloadMedia';

/** A message that waits for others of the same person. */
export interface HeldMessage {
	/** Tells it from all others of the node. */
	key: string;
	/** All IDs of its chat, in the form in which they are compared. */
	chats: string[];
	/** All IDs of the person who wrote it; none in a chat with one person. */
	people: string[];
	/** The process of n8n that starts it. */
	by: string;
	/** When that process took it over from another, in milliseconds since 1970; 0 if it was the first. */
	claimedAt: number;
	/** By the clock of the process that it came to, in milliseconds since 1970. */
	arrivedAt: number;
	/** How long it waits for the next message, in milliseconds. */
	within: number;
	/** How long it waits at most, however many others come, in milliseconds. */
	longest: number;
	/** When it was written, in milliseconds since 1970. */
	momment: number;
	/** Of the message, also if this is an edit of it. */
	messageId: string;
	text: string;
	/** What it would come out as alone. */
	item: IDataObject;
	/** Of the item, in characters of JSON. */
	size: number;
	/** The file to download, if files are wanted. */
	media?: Media;
	/** When it was started, or dropped; 0 while it waits. What it holds is forgotten then. */
	startedAt: number;
}

/** How long it is known that a message was started. Whoever still knows it as waiting looks once more before that. */
const KEPT_AFTER_MILLISECONDS = 2 * 60_000;

/** 2,000 are about 2 MB, which n8n reads and writes with the workflow. */
export const MOST_HELD = 2_000;

/** @returns what is known of a message, out of what two processes know */
export function unite(one: HeldMessage, other: HeldMessage): HeldMessage {
	if (one.startedAt !== other.startedAt) return one.startedAt > other.startedAt ? one : other;
	const rank = ({ claimedAt, by }: HeldMessage) => [claimedAt, by] as const;
	return isAbove(rank(other), rank(one)) ? other : one;
}

/**
 * Brings together what several processes know (merge of a CRDT): it doesn't matter who knew what, in which order they
 * are brought together, and how often. What was started stays started.
 */
export function mergeHeld(...all: HeldMessage[][]): HeldMessage[] {
	const byKey = new Map<string, HeldMessage>();
	for (const message of all.flat()) {
		const known = byKey.get(message.key);
		byKey.set(message.key, known ? unite(known, message) : message);
	}
	return [...byKey.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** @returns a message that was started. It is kept for some minutes, so that an older copy can't revive it. */
export function asStarted(message: HeldMessage, now: number): HeldMessage {
	const { key, by, claimedAt, arrivedAt, within, longest, momment } = message;
	return {
		...{ key, by, claimedAt, arrivedAt, within, longest, momment, startedAt: now },
		...{ chats: [], people: [], messageId: '', text: '', item: {}, size: 0 },
	};
}

/** Stands in for the chat of what isn't about one: the state of the connection. */
export const CONNECTION = 'connection';

/** @returns whether it is no message, but an event about the connection, whose text is the value of the event */
export function isState({ chats }: HeldMessage): boolean {
	return chats[0] === CONNECTION;
}

/** @returns whether a message still waits */
export function isWaiting({ startedAt }: HeldMessage): boolean {
	return startedAt === 0;
}

/** @returns whether a message is still of use: it waits, or was started lately */
export function isKept(message: HeldMessage, now: number): boolean {
	return isWaiting(message) || message.startedAt + KEPT_AFTER_MILLISECONDS > now;
}

function isTime(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}

/** @returns what can be understood of an entry that was read: nothing, or one message */
function readHeldMessage(value: unknown): HeldMessage[] {
	if (!isObject(value) || !isObject(value.item)) return [];
	const { key, by, claimedAt, arrivedAt, within, momment, messageId, text, startedAt } = value;
	const { item, media, size, longest } = value;
	const chats = textsIn(value.chats);
	const people = textsIn(value.people);
	if (chats === undefined || people === undefined) return [];
	if (![key, by, messageId, text].every((part) => typeof part === 'string')) return [];
	if (![claimedAt, arrivedAt, within, longest, momment, startedAt, size].every(isTime)) return [];
	return [
		{
			...{ key, by, messageId, text, claimedAt, arrivedAt, within, momment, startedAt },
			...{ chats, people, item, size, longest },
			...(isObject(media) && { media }),
		} as unknown as HeldMessage,
	];
}

/** @returns what can be understood of a list of messages that came from somewhere else */
export function readHeldMessages(value: unknown): HeldMessage[] {
	return Array.isArray(value) ? value.flatMap(readHeldMessage) : [];
}

/**
 * Reads what {@link stringifyHeld} wrote.
 *
 * @param text anything: people can change what n8n keeps for a workflow
 */
export function parseHeld(text: unknown): HeldMessage[] {
	return mergeHeld(readHeldMessages(typeof text === 'string' ? parseJson(text) : undefined));
}

/** @returns the same text for the same messages */
export function stringifyHeld(held: HeldMessage[]): string {
	return JSON.stringify(held);
}
