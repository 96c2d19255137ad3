import { setTimeout as wait } from 'node:timers/promises';
import { lastLines, type RunningProcess } from './processes.mts';

const LIMIT_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS = 200;
const SHORT_LIMIT_MILLISECONDS = 60_000;
const SHORT_PAUSE_MILLISECONDS = 50;

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
	limitMilliseconds = LIMIT_MILLISECONDS,
	pauseMilliseconds = PAUSE_MILLISECONDS,
): Promise<Answer> {
	const giveUp = Date.now() + limitMilliseconds;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > giveUp) throw new Error(`${inVain()} after ${limitMilliseconds / 1000} s`);
		await wait(pauseMilliseconds, undefined, { signal });
	}
}

/**
 * Waits until something is so.
 *
 * @param what ends the sentence in the error: "Waited in vain until ..."
 * @throws Error if it isn't so in time; an abort error, if the signal fires
 */
export async function waitUntil(
	what: string,
	isSo: () => boolean | Promise<boolean>,
	signal?: AbortSignal,
	limitMilliseconds = SHORT_LIMIT_MILLISECONDS,
): Promise<void> {
	await poll(
		async () => (await isSo()) || undefined,
		() => `Waited in vain until ${what}, and gave up`,
		signal,
		limitMilliseconds,
		SHORT_PAUSE_MILLISECONDS,
	);
}

/**
 * Waits until a process says in its output that it is ready.
 *
 * @throws Error, with the end of the output, if it doesn't in time, or ends
 */
export async function waitUntilLogged(
	running: RunningProcess,
	text: string,
	signal?: AbortSignal,
): Promise<void> {
	let hasEnded = false;
	void running.exited.then(() => (hasEnded = true));
	const isLogged = () => running.output().includes(text);
	try {
		await waitUntil(`there was "${text}"`, () => hasEnded || isLogged(), signal);
		if (!isLogged()) throw new Error('It ended while it started');
	} catch (error) {
		throw new Error(`${String(error)}:\n${lastLines(running.output(), 20)}`, { cause: error });
	}
}
