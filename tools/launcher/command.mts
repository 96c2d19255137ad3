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

/**
 * @param known the arguments that the command takes; only one of them may be given
 * @param usage what people are told otherwise
 * @returns the one that is given, if there is one
 * @throws Error with the usage if anything else is given
 */
export function readArgument<Known extends string>(
	known: readonly Known[],
	usage: string,
): Known | undefined {
	const [argument, ...others] = process.argv.slice(2);
	const found = known.find((candidate) => candidate === argument);
	if (others.length > 0 || found !== argument) throw new Error(usage);
	if (process.platform === 'win32') {
		throw new Error('On Windows, start this inside WSL: it needs process groups and tar.');
	}
	return found;
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
