import { setTimeout as wait } from 'node:timers/promises';
import { lastLines, type RunningProcess } from './processes.mts';

const LIMIT_MILLISECONDS = 30_000;

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
	limitMilliseconds = LIMIT_MILLISECONDS,
): Promise<void> {
	const giveUp = Date.now() + limitMilliseconds;
	while (!(await isSo())) {
		if (Date.now() > giveUp) throw new Error(`Waited in vain until ${what}`);
		await wait(50, undefined, { signal });
	}
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
