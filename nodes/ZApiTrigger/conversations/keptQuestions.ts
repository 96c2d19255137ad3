import { readPressId } from '../../shared/answers/press';
import { isObject } from '../../shared/values/objects';
import { isAbove, KEPT_AFTER_MILLISECONDS, mostRelevant, textsIn, toChats } from './entries';

/** A question that may be answered in words. */
export interface KeptQuestion {
	/** Where the answer goes, as `toPressId` gives it. No other question has it. */
	press: string;
	/** All IDs by which the chat is known. */
	chats: string[];
	/** When it was asked, asked again, or answered, in milliseconds since 1970. The newest deed wins. */
	at: number;
	/** When the node stops waiting. */
	until: number;
	/** Whose answers count; null for everybody in the chat. */
	respondents: string[] | null;
	/** Whether it has buttons: then only words that the node understands are an answer. */
	hasButtons: boolean;
	/** The IDs of the messages that asked it. */
	messageIds: string[];
	/** How often it was asked again. */
	repeats: number;
	/** The ID of the message that was handed over last, or ''. Z-API may post it twice. */
	taken: string;
	/** Whether it needs no answer any more. It is kept for some minutes: an older copy can't revive it. */
	isOver: boolean;
}

/** 500 are some 150 kB, which n8n reads and writes with the workflow. */
export const MOST_QUESTIONS = 500;

/** Compares what is known of the same question: by time, and otherwise so that every process decides alike. */
function isNewer(one: KeptQuestion, other: KeptQuestion): boolean {
	const rank = ({ at, isOver, repeats, until, taken, respondents, hasButtons }: KeptQuestion) =>
		[
			...[at, Number(isOver), repeats, until, taken, JSON.stringify(respondents)],
			Number(hasButtons),
		] as const;
	return isAbove(rank(one), rank(other));
}

function unite(one: KeptQuestion, other: KeptQuestion): KeptQuestion {
	return {
		...(isNewer(one, other) ? one : other),
		chats: toChats([...one.chats, ...other.chats]),
		messageIds: [...new Set([...one.messageIds, ...other.messageIds])].sort(),
	};
}

/** Brings together what several processes know of questions, in any order with the same result. */
export function mergeQuestions(all: KeptQuestion[]): KeptQuestion[] {
	const byPress = new Map<string, KeptQuestion>();
	for (const question of all) {
		const known = byPress.get(question.press);
		byPress.set(question.press, known ? unite(known, question) : question);
	}
	return [...byPress.values()].sort((one, other) => (one.press < other.press ? -1 : 1));
}

/** @returns what can be understood of an entry that was read: nothing, or one question */
export function readQuestion(value: unknown): KeptQuestion[] {
	if (!isObject(value)) return [];
	const { press, at, until, repeats, taken, isOver } = value;
	const chats = toChats(textsIn(value.chats) ?? []);
	// Who may answer isn't guessed.
	const respondents = value.respondents === null ? null : textsIn(value.respondents);
	if (readPressId(press) === undefined || chats.length === 0 || respondents === undefined)
		return [];
	if (!Number.isFinite(at) || !Number.isFinite(until)) return [];
	return [
		{
			press: press as string,
			chats,
			at: at as number,
			until: until as number,
			respondents,
			hasButtons: value.hasButtons === true,
			messageIds: [...new Set(textsIn(value.messageIds) ?? [])].sort(),
			repeats: Number.isFinite(repeats) ? (repeats as number) : 0,
			taken: typeof taken === 'string' ? taken : '',
			isOver: isOver === true,
		},
	];
}

/**
 * @returns all but what is long over, and at most {@link MOST_QUESTIONS}: those that are open, and the newest; first
 * those without buttons, which nobody can answer in another way
 */
export function pruneQuestions(questions: KeptQuestion[], now: number): KeptQuestion[] {
	const left = questions.filter(
		({ at, until, isOver }) => (isOver ? at : until) + KEPT_AFTER_MILLISECONDS > now,
	);
	if (left.length <= MOST_QUESTIONS) return left;
	const inWords = left.filter(({ hasButtons }) => !hasButtons);
	const others = left.filter(({ hasButtons }) => hasButtons);
	const most = mostRelevant(inWords, MOST_QUESTIONS, now);
	return mergeQuestions([...most, ...mostRelevant(others, MOST_QUESTIONS - most.length, now)]);
}
