import { once } from 'node:events';

/** @returns a signal that fires when this process is asked to end, and when nobody reads its output any more */
export function listenForEnd(): AbortSignal {
	const controller = new AbortController();
	// As often as it is asked.
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(name, () => controller.abort());
	}
	process.stdout.on('error', () => controller.abort());
	return controller.signal;
}

/** Waits until a signal fires. */
export async function aborted(signal: AbortSignal): Promise<void> {
	if (!signal.aborted) await once(signal, 'abort');
}

/**
 * @returns what people are told of an error: what is expected to fail says in its message what to do; anything else
 * is a mistake in here
 */
function describeError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.name === 'Error' ? error.message : (error.stack ?? error.message);
}

/** @returns whether the command line holds `--once`, and nothing else */
export function readOnce(usage: string): boolean {
	const [argument, ...others] = process.argv.slice(2);
	if (others.length > 0 || (argument !== undefined && argument !== '--once')) {
		throw new Error(usage);
	}
	if (process.platform === 'win32') {
		throw new Error('On Windows, start this inside WSL: it needs process groups and tar.');
	}
	return argument === '--once';
}

/**
 * Runs a command until it is done, or is asked to end, and sets the exit code of this process.
 *
 * @param start the command; it gives the exit code
 * @param report told of an error, in lines for a person
 */
export async function runUntilEnd(
	start: (end: AbortSignal) => Promise<number>,
	report: (text: string) => void,
): Promise<void> {
	const end = listenForEnd();
	try {
		process.exitCode = await start(end);
	} catch (error) {
		const isSmokeTest = process.argv.includes('--once');
		report(end.aborted ? 'Ended as asked, before it was done.' : describeError(error));
		process.exitCode = end.aborted && !isSmokeTest ? 0 : 1;
	}
}
