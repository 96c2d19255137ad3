import { setTimeout as wait } from 'node:timers/promises';

const LIMIT_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS = 200;

/**
 * Asks again and again until there is an answer.
 *
 * @param ask gives undefined as long as there is none
 * @param inVain begins the error, as in "It hadn't started"
 * @param signal ends the waiting
 * @throws Error if there is no answer in time; an abort error, if the signal fires; what `ask` throws
 */
export async function poll<Answer>(
	ask: () => Promise<Answer | undefined> | Answer | undefined,
	inVain: () => string,
	signal?: AbortSignal,
): Promise<Answer> {
	const giveUp = Date.now() + LIMIT_MILLISECONDS;
	while (Date.now() < giveUp) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		await wait(PAUSE_MILLISECONDS, undefined, { signal });
	}
	throw new Error(`${inVain()} after ${LIMIT_MILLISECONDS / 1000} s`);
}
