import { once } from 'node:events';
import { isAddress } from './installation.mts';

/** What tries the package in an n8n that runs. */
const TRY_ADDRESS = 'npm run test:versions -- --n8n <address>';

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
 * Takes `--n8n` with its value out of a command line.
 *
 * @param values of the command line
 * @param usage how to call the command
 * @returns the folder or the address of an n8n, if there is one, and everything else
 * @throws Error with the usage, if it has no value or is there twice
 */
export function takeN8n(values: string[], usage: string): { given?: string; rest: string[] } {
	const place = values.indexOf('--n8n');
	if (place === -1) return { rest: values };
	const given = values[place + 1];
	const rest = values.toSpliced(place, 2);
	if (!given || given.startsWith('--') || rest.includes('--n8n')) throw new Error(usage);
	return { given, rest };
}

/** What somebody wants of a command that starts n8n. */
export interface Arguments<Known extends string> {
	/** What it is to do other than usual. */
	argument?: Known;
	/** The folder of the n8n to start, if it isn't the usual one. */
	given?: string;
}

/**
 * Reads a command line with `--n8n <folder>`, which may be left out.
 *
 * @param known the other arguments that the command takes; only one of them may be given
 * @param usage what people are told otherwise
 * @param values of the command line
 * @throws Error with the usage if anything else is given; if an n8n is given that runs already
 */
export function readArguments<Known extends string>(
	known: readonly Known[],
	usage: string,
	values: string[] = process.argv.slice(2),
): Arguments<Known> {
	const { given, rest } = takeN8n(values, usage);
	const [argument, ...others] = rest;
	const found = known.find((candidate) => candidate === argument);
	if (others.length > 0 || found !== argument) throw new Error(usage);
	if (given !== undefined && isAddress(given)) {
		throw new Error(`This starts an n8n of its own. For one that runs: ${TRY_ADDRESS}`);
	}
	if (process.platform === 'win32') {
		throw new Error('On Windows, start this inside WSL: it needs process groups and tar.');
	}
	return { argument: found, given };
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
