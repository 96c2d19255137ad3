import { isObject } from '../../shared/values/objects';
import { parseJson } from '../../shared/values/json';
import { mergeQuestions, pruneQuestions, readQuestion, type KeptQuestion } from './keptQuestions';
import {
	isAbove,
	isLive,
	KEPT_AFTER_MILLISECONDS,
	mostRelevant,
	textsIn,
	toChats,
} from './entries';

/** Why a chat is paused: somebody wrote by hand, or a node of a workflow said so. */
export type Why = 'ownMessage' | 'node';

/** A chat in which the trigger starts nothing. */
export interface Pause {
	/** All IDs by which the chat is known, as {@link toChats} gives them. */
	chats: string[];
	/** When that was done which began or ended the pause, in milliseconds since 1970. The newest deed wins. */
	at: number;
	until: number;
	why: Why;
	/**
	 * Whether somebody has ended it early. It is kept for as long as the pause would have lasted: an older copy, in the
	 * memory of another process, can't revive it.
	 */
	isOver: boolean;
}

/** What the trigger keeps about chats. Each chat is in it once. */
export interface Kept {
	pauses: Pause[];
	/** Each with the address for its answer, which is its own. */
	questions: KeptQuestion[];
}

export const NOTHING: Kept = { pauses: [], questions: [] };

/** 500 are some 60 kB, which n8n reads and writes with the workflow. */
export const MOST_PAUSES = 500;

/** How long a chat is known at least that has been resumed. */
const RESUMED_MILLISECONDS = 60 * 60_000;

/** Compares what was done to two chats that are one: by time, and otherwise so that every process decides alike. */
function isNewer(one: Pause, other: Pause): boolean {
	const rank = ({ at, isOver, until, why }: Pause) => [at, Number(isOver), until, why] as const;
	return isAbove(rank(one), rank(other));
}

function unite(one: Pause, other: Pause): Pause {
	const newest = isNewer(one, other) ? one : other;
	return { ...newest, chats: toChats([...one.chats, ...other.chats]) };
}

/** Pauses with an ID in common are about the same chat. */
function mergePauses(all: Pause[]): Pause[] {
	const byChat = new Map<string, Pause>();
	for (const pause of all) {
		const known = new Set(pause.chats.flatMap((chat) => byChat.get(chat) ?? []));
		const united = [...known].reduce(unite, pause);
		for (const chat of united.chats) byChat.set(chat, united);
	}
	const pauses = [...new Set(byChat.values())];
	const first = ({ chats }: Pause) => chats[0] ?? '';
	return pauses.sort((one, other) => (first(one) < first(other) ? -1 : 1));
}

/**
 * Brings together what several processes know (merge of a CRDT): it doesn't matter who knew what, in which order they
 * are brought together, and how often.
 */
export function merge(...all: Array<Partial<Kept>>): Kept {
	return {
		pauses: mergePauses(all.flatMap(({ pauses = [] }) => pauses)),
		questions: mergeQuestions(all.flatMap(({ questions = [] }) => questions)),
	};
}

/** @returns whether nothing is known of any chat */
export function isEmpty({ pauses, questions }: Kept): boolean {
	return pauses.length === 0 && questions.length === 0;
}

function readPause(value: unknown): Pause[] {
	if (!isObject(value)) return [];
	const { chats, at, until, why, isOver } = value;
	const ids = textsIn(chats) ?? [];
	if (ids.length === 0) return [];
	if (!Number.isFinite(at) || !Number.isFinite(until)) return [];
	return [
		{
			chats: toChats(ids),
			at: at as number,
			until: until as number,
			why: why === 'node' ? 'node' : 'ownMessage',
			isOver: isOver === true,
		},
	];
}

/**
 * Reads what {@link stringify} wrote.
 *
 * @param text anything: people can change what n8n keeps for a workflow
 * @returns what can be understood of it
 */
export function parse(text: unknown): Kept {
	const value = typeof text === 'string' ? parseJson(text) : undefined;
	const { pauses, questions } = isObject(value) ? value : {};
	return merge({
		pauses: Array.isArray(pauses) ? pauses.flatMap(readPause) : [],
		questions: Array.isArray(questions) ? questions.flatMap(readQuestion) : [],
	});
}

/** @returns the same text for the same content */
export function stringify(kept: Kept): string {
	return JSON.stringify(kept);
}

/** @returns all but what is long over, and at most {@link MOST_PAUSES}: those that last, and the newest */
function prunePauses(pauses: Pause[], now: number): Pause[] {
	const left = pauses.filter(
		({ at, until }) => Math.max(at, until) + KEPT_AFTER_MILLISECONDS > now,
	);
	if (left.length <= MOST_PAUSES) return left;
	return mergePauses(mostRelevant(left, MOST_PAUSES, now));
}

/** @returns all but what is long over, and what would be too much */
export function prune({ pauses, questions }: Kept, now: number): Kept {
	return { pauses: prunePauses(pauses, now), questions: pruneQuestions(questions, now) };
}

/** @returns what is known of a chat, also if it is over */
export function entryOf({ pauses }: Kept, ids: string[]): Pause | undefined {
	const wanted = toChats(ids);
	const [entry] = pauses
		.filter(({ chats }) => chats.some((chat) => wanted.includes(chat)))
		.sort((one, other) => (isNewer(one, other) ? -1 : 1));
	return entry;
}

/** @returns the pause in which a chat is; undefined if it is in none */
export function pauseOf(kept: Kept, ids: string[], now: number): Pause | undefined {
	const entry = entryOf(kept, ids);
	return entry && isLive(entry, now) ? entry : undefined;
}

/** What begins a pause, with the IDs by which the chat is called there. */
export type Begun = Omit<Pause, 'isOver' | 'chats'> & { ids: string[] };

/**
 * Pauses a chat. What a node says counts as it is; a message written by hand never shortens a pause.
 *
 * @param begun it may be long over, if what began it is told late
 */
export function withPause(kept: Kept, { ids, ...begun }: Begun): Kept {
	const current = pauseOf(kept, ids, begun.at);
	const lastsLonger = begun.why === 'ownMessage' && current && current.until > begun.until;
	const { until, why } = lastsLonger ? current : begun;
	const at = Math.max(begun.at, lastsLonger ? current.at : 0);
	return merge(kept, { pauses: [{ chats: toChats(ids), at, until, why, isOver: false }] });
}

/** Ends the pause of a chat; whatever is done afterwards counts again. */
export function withoutPause(kept: Kept, ids: string[], at: number, why: Why): Kept {
	// Another process may have begun a pause that isn't known here yet.
	const until = Math.max(at + RESUMED_MILLISECONDS, entryOf(kept, ids)?.until ?? 0);
	return merge(kept, { pauses: [{ chats: toChats(ids), at, until, why, isOver: true }] });
}

/** Adds the IDs of a chat to those by which its pause is known. */
export function withIds(kept: Kept, pause: Pause, ids: string[]): Kept {
	return merge(kept, { pauses: [{ ...pause, chats: toChats([...pause.chats, ...ids]) }] });
}
