import { randomBytes } from 'crypto';
import { isObject } from '../values/objects';
import { isProven, isTimely, prove } from './proofs';

/**
 * How a node tells a trigger something about a chat, or asks it. It is posted to the trigger's own address like an
 * event, so that it works wherever the trigger is: in another process of n8n, or on another machine.
 */
export const NOTE_TYPE = 'N8nConversationNote';

/** A question that somebody may answer in words. */
export interface AskedQuestion {
	/** Where the answer goes, as `toPressId` gives it. */
	press: string;
	/** When the node stops waiting, in milliseconds since 1970. */
	until: number;
	/** The ID of the message with the question; '' before it is sent. */
	messageId: string;
	/** Whose answers count, in comparable form; null for everybody in the chat. */
	respondents: string[] | null;
	/** Whether it has buttons: then words are an answer only if the node understands them. */
	hasButtons: boolean;
}

/** What a note is about. */
export interface NoteContent {
	does: 'pause' | 'resume' | 'ask' | 'look';
	/** The IDs of the chat that are known. */
	chats: string[];
	/** How long the pause is; 0 for anything else. */
	milliseconds: number;
	/** When it was done, in milliseconds since 1970. */
	at: number;
	/** What is asked, or looked for; without one, a note is about the pause of the chat. */
	question?: AskedQuestion;
}

/** A note as it is posted. */
export interface Note extends NoteContent {
	type: typeof NOTE_TYPE;
	/** Who is told. */
	host: string;
	/** Random, so that an answer can't be replayed. */
	nonce: string;
	/** Over all of the above. */
	proof: string;
}

/** What a trigger answers. */
export interface ChatState {
	isPaused: boolean;
	/** In milliseconds since 1970; 0 if the chat isn't paused. */
	until: number;
	why: 'ownMessage' | 'node' | null;
	/** Up to when all that was done is in n8n's database. */
	keptAt: number;
}

function textOfNote(note: Omit<Note, 'proof'>): string {
	const { does, chats, milliseconds, at, question, host, nonce } = note;
	const { press, until, messageId, respondents, hasButtons } = question ?? {};
	const asked = [press, until, messageId, respondents, hasButtons];
	return JSON.stringify([NOTE_TYPE, does, chats, milliseconds, at, ...asked, host, nonce]);
}

function textOfAnswer({ host, nonce }: Note, { isPaused, until, why, keptAt }: ChatState): string {
	return JSON.stringify([host, nonce, isPaused, until, why, keptAt]);
}

/** @returns a note for the trigger at a host */
export function makeNote(token: string, host: string, content: NoteContent): Note {
	const nonce = randomBytes(16).toString('hex');
	const unsigned = { ...content, type: NOTE_TYPE, host, nonce } as const;
	return { ...unsigned, proof: prove(token, 'conversation note', textOfNote(unsigned)) };
}

/** @returns whether what was posted wants to be a note; whether it is a good one, {@link isGoodNote} tells */
export function isNote(body: Record<string, unknown>): boolean {
	return body.type === NOTE_TYPE;
}

/** @returns whether a note comes from somebody who knows the instance's token, is for this host, and was made just now */
export function isGoodNote(
	body: Record<string, unknown>,
	token: string,
	host: string,
	now = Date.now(),
): body is Record<string, unknown> & Note {
	const { at, proof } = body;
	if (body.host !== host || !isTimely(at, now)) return false;
	return isProven(proof, token, 'conversation note', textOfNote(body as unknown as Note));
}

/** @returns a trigger's answer to a note */
export function makeNoteAnswer(token: string, note: Note, state: ChatState) {
	return { ...state, proof: prove(token, 'conversation answer', textOfAnswer(note, state)) };
}

/** @returns what a trigger of the same instance answered; undefined if somebody else did */
export function stateInAnswer(body: unknown, token: string, note: Note): ChatState | undefined {
	if (!isObject(body)) return undefined;
	const { isPaused, until, why, keptAt, proof } = body;
	const state = { isPaused, until, why, keptAt } as ChatState;
	const isGood = isProven(proof, token, 'conversation answer', textOfAnswer(note, state));
	return isGood ? state : undefined;
}
