import { randomBytes } from 'crypto';
import { isProven, isTimely, prove } from '../../shared/account/proofs';
import { isObject } from '../../shared/values/objects';
import { readHeldMessages, type HeldMessage } from './heldMessages';

/**
 * How a trigger calls its own address. Only a call from outside lets a node write what n8n keeps of a workflow, read it
 * anew from n8n's database, and start an execution in whichever process of n8n the call comes to.
 */
export const SELF_CALL_TYPE = 'N8nHeldMessages';

/** What a trigger wants of itself. */
export type Deed =
	/** Keep these messages. The answer says which of them n8n's database had before. */
	| { does: 'keep'; messages: HeldMessage[] }
	/** Tell which of these messages wait by what n8n's database has, and what there is of the people who wrote them. */
	| { does: 'look'; keys: string[] }
	/** Start the burst that one of these messages is in, if it is over and belongs to this process. */
	| { does: 'start'; keys: string[]; by: string };

/** A call as it is posted. */
export interface SelfCall {
	type: typeof SELF_CALL_TYPE;
	deed: Deed;
	/** Who is called. */
	host: string;
	/** In milliseconds since 1970. */
	at: number;
	/** Random, so that an answer can't be replayed. */
	nonce: string;
	/** Over all of the above. */
	proof: string;
}

/** What is answered. */
export interface SelfCallAnswer {
	/** The keys of those messages that n8n's database had, as they were sent, before the call. */
	stored: string[];
	/** What is known of the messages, and of others that belong to them. */
	messages: HeldMessage[];
	/** When to ask again for a start that was too early, in milliseconds since 1970. */
	notBefore?: number;
}

function textOfCall({ type, deed, host, at, nonce }: Omit<SelfCall, 'proof'>): string {
	return JSON.stringify([type, deed, host, at, nonce]);
}

function textOfAnswer({ nonce }: SelfCall, answer: SelfCallAnswer): string {
	const { stored, messages, notBefore } = answer;
	return JSON.stringify([nonce, stored, messages, notBefore]);
}

/** @returns a call of the trigger at a host */
export function makeSelfCall(token: string, host: string, deed: Deed, now = Date.now()): SelfCall {
	const nonce = randomBytes(16).toString('hex');
	const unsigned = { type: SELF_CALL_TYPE, deed, host, at: now, nonce } as const;
	return { ...unsigned, proof: prove(token, 'held messages', textOfCall(unsigned)) };
}

/** @returns whether what was posted wants to be such a call; whether it is a good one, {@link readDeed} tells */
export function isSelfCall(body: Record<string, unknown>): boolean {
	return body.type === SELF_CALL_TYPE;
}

/** @returns what a call wants; undefined unless it was made just now, for this host, by somebody who knows the token */
export function readDeed(
	body: Record<string, unknown>,
	token: string,
	host: string,
	now = Date.now(),
): Deed | undefined {
	const { deed, at, proof } = body;
	if (body.host !== host || !isTimely(at, now) || !isObject(deed)) return undefined;
	const isGood = isProven(proof, token, 'held messages', textOfCall(body as unknown as SelfCall));
	return isGood ? (deed as unknown as Deed) : undefined;
}

/** @returns the answer to a call */
export function makeSelfCallAnswer(token: string, call: SelfCall, answer: SelfCallAnswer) {
	return { ...answer, proof: prove(token, 'held messages answer', textOfAnswer(call, answer)) };
}

/** @returns what a trigger of the same instance answered; undefined if somebody else did */
export function readSelfCallAnswer(
	body: unknown,
	token: string,
	call: SelfCall,
): SelfCallAnswer | undefined {
	if (!isObject(body) || !Array.isArray(body.stored)) return undefined;
	const { proof, stored, messages, notBefore } = body;
	const answer = { stored, messages, notBefore } as unknown as SelfCallAnswer;
	const isGood = isProven(proof, token, 'held messages answer', textOfAnswer(call, answer));
	return isGood ? { ...answer, messages: readHeldMessages(messages) } : undefined;
}
