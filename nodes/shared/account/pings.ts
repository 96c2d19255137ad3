import { randomBytes } from 'crypto';
import { isObject } from '../values/objects';
import { isProven, isTimely, prove } from './proofs';

/**
 * How a trigger asks whether another one of the same instance is alive at an address. It is posted like an event, so
 * older versions of this package refuse it in their own words, which tells as much.
 */
export const PING_TYPE = 'N8nTriggerPing';
const PONG_TYPE = 'N8nTriggerPong';

/** A ping as it is posted. */
export interface Ping {
	type: typeof PING_TYPE;
	/** Who is asked. */
	host: string;
	/** In milliseconds since 1970. */
	time: number;
	/** Random, so that an answer can't be replayed. */
	nonce: string;
	/** Over all of the above. */
	proof: string;
}

function textOfPing({ type, host, time, nonce }: Omit<Ping, 'proof'>): string {
	return JSON.stringify([type, host, time, nonce]);
}

function textOfPong({ host, nonce }: Ping, address: string): string {
	return JSON.stringify([PONG_TYPE, host, nonce, address]);
}

/** @returns a ping for the host of an address */
export function makePing(token: string, host: string, now = Date.now()): Ping {
	const unsigned = { type: PING_TYPE, host, time: now, nonce: randomBytes(16).toString('hex') };
	return { ...unsigned, proof: prove(token, 'trigger ping', textOfPing(unsigned as Ping)) } as Ping;
}

/** @returns whether what was posted wants to be a ping; whether it is a good one, {@link isGoodPing} tells */
export function isPing(body: Record<string, unknown>): boolean {
	return body.type === PING_TYPE;
}

/** @returns whether a ping comes from somebody who knows the instance's token, and was made just now */
export function isGoodPing(
	body: Record<string, unknown>,
	token: string,
	now = Date.now(),
): body is Record<string, unknown> & Ping {
	const { host, time, nonce, proof } = body;
	if (typeof host !== 'string' || typeof time !== 'number' || typeof nonce !== 'string')
		return false;
	if (!isTimely(time, now)) return false;
	return isProven(proof, token, 'trigger ping', textOfPing({ type: PING_TYPE, host, time, nonce }));
}

/**
 * @param address the one that the answering trigger has for its own
 * @returns the answer to a ping
 */
export function makePong(token: string, ping: Ping, address: string) {
	return {
		type: PONG_TYPE,
		address,
		proof: prove(token, 'trigger pong', textOfPong(ping, address)),
	};
}

/** @returns the address that a trigger of the same instance has for its own; undefined if nobody like that answered */
export function addressInPong(body: unknown, token: string, ping: Ping): string | undefined {
	if (!isObject(body) || typeof body.address !== 'string') return undefined;
	const { address, proof } = body;
	return isProven(proof, token, 'trigger pong', textOfPong(ping, address)) ? address : undefined;
}
