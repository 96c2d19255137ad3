import { createHmac, timingSafeEqual } from 'crypto';

/**
 * What a proof is good for. Each purpose has a key of its own (domain separation), so that a proof for one is worth
 * nothing for another.
 */
export type Purpose =
	| 'trigger ping'
	| 'trigger pong'
	| 'conversation note'
	| 'conversation answer'
	| 'held messages'
	| 'held messages answer';

/** @returns whether two texts are equal, in a time that doesn't tell where they differ */
export function isEqualInConstantTime(one: string, other: string): boolean {
	// Of different lengths, they can't be compared: so their digests are.
	const [digest, expected] = [one, other].map((text) =>
		createHmac('sha256', 'comparison').update(text).digest(),
	) as [Buffer, Buffer];
	return timingSafeEqual(digest, expected);
}

/**
 * Signs a text with the instance's token (HMAC-SHA-256), which the nodes of this package know and nobody else.
 *
 * @param token the instance's token
 * @param purpose what the proof is good for
 * @param text what is signed
 * @returns the proof, in hex
 */
export function prove(token: string, purpose: Purpose, text: string): string {
	const key = createHmac('sha256', token).update(`n8n-nodes-z-api ${purpose}`).digest();
	return createHmac('sha256', key).update(text).digest('hex');
}

/** @returns whether a proof belongs to a text. See {@link prove}. */
export function isProven(proof: unknown, token: string, purpose: Purpose, text: string): boolean {
	return typeof proof === 'string' && isEqualInConstantTime(proof, prove(token, purpose, text));
}

/** Clocks differ. To say the same again later gains nothing, so this only bounds how long something signed is good for. */
const GOOD_FOR_MILLISECONDS = 10 * 60_000;

/** @returns whether something was signed just now, by either clock; times in milliseconds since 1970 */
export function isTimely(time: unknown, now: number): boolean {
	return typeof time === 'number' && Math.abs(now - time) <= GOOD_FOR_MILLISECONDS;
}
