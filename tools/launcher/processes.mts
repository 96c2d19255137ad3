import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const LINES_KEPT = 400;
const GRACE_MILLISECONDS = 30_000;

/** How a process ended: with a code of its own, or by a signal. */
export interface Exit {
	code: number | null;
	signal: NodeJS.Signals | null;
}

/** A started process, together with everything that it starts itself. */
export interface RunningProcess {
	/** Undefined if it couldn't be started. */
	id?: number;
	/** Resolves when the process has ended; never rejects. */
	exited: Promise<Exit>;
	/** What it printed last, on both of its outputs, up to some hundred lines. */
	output(): string;
	/** Asks the process and its children to end, then makes them. Resolves when they are gone. */
	stop(): Promise<void>;
}

export interface ProcessOptions {
	/** Working folder. */
	folder: string;
	/** The whole environment; nothing is added. */
	environment: NodeJS.ProcessEnv;
	/** Told every line as it comes. */
	onLine?: (line: string) => void;
}

/** Signals a whole process group; false if it has no process any more. */
function signalGroup(groupId: number, signal: NodeJS.Signals): boolean {
	try {
		process.kill(-groupId, signal);
		return true;
	} catch {
		return false;
	}
}

/** Splits a stream of text into lines, which can arrive in pieces. */
function lineSplitter(onLine: (line: string) => void): (piece: string) => void {
	let rest = '';
	return (piece) => {
		const lines = (rest + piece).split(/\r?\n/);
		rest = lines.pop() ?? '';
		lines.forEach(onLine);
	};
}

/**
 * Starts a process in a process group of its own. So Ctrl-C in the terminal reaches this command only, which
 * then ends its children in order, and nothing that a child starts can outlive it.
 *
 * @param command the program
 * @param parameters its command line
 * @throws nothing: a program that can't be started shows in `output()` and in `exited`, with code 127
 */
export function startProcess(
	command: string,
	parameters: string[],
	{ folder, environment, onLine }: ProcessOptions,
): RunningProcess {
	const lines: string[] = [];
	const keep = (line: string) => {
		lines.push(line);
		if (lines.length > LINES_KEPT) lines.shift();
		onLine?.(line);
	};

	const child = spawn(command, parameters, {
		cwd: folder,
		env: environment,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8');
		const split = lineSplitter(keep);
		stream.on('data', split);
		stream.on('end', () => split('\n'));
	}

	const exited = new Promise<Exit>((resolve) => {
		child.once('error', (error) => {
			if (child.pid !== undefined) return;
			keep(error.message);
			resolve({ code: 127, signal: null });
		});
		// Not `close`: a grandchild that holds the output open would keep that waiting.
		child.once('exit', (code, signal) => {
			// What the process leaves behind goes with it, now, while the group's number is surely still its own.
			if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
			// The last lines arrive after the exit.
			setTimeout(() => resolve({ code, signal }), 50);
		});
	});

	let isRunning = true;
	void exited.then(() => (isRunning = false));

	return {
		...{ id: child.pid, exited },
		output: () => lines.filter((line) => line.trim() !== '').join('\n'),
		async stop() {
			if (child.pid === undefined || !isRunning) return;
			signalGroup(child.pid, 'SIGTERM');
			const inTime = await settledWithin(exited, GRACE_MILLISECONDS);
			if (!inTime) signalGroup(child.pid, 'SIGKILL');
			await exited;
		},
	};
}

/**
 * Waits for a promise, but not for ever.
 *
 * @returns whether the promise was settled in time
 */
export async function settledWithin(
	promise: Promise<unknown>,
	milliseconds: number,
): Promise<boolean> {
	const timer = new AbortController();
	try {
		return await Promise.race([
			promise.then(
				() => true,
				() => true,
			),
			wait(milliseconds, false, { signal: timer.signal }),
		]);
	} finally {
		timer.abort();
	}
}

export interface CommandOptions extends ProcessOptions {
	/** The command is ended, and fails, after this time. */
	limitMilliseconds: number;
	/** Ends the command. */
	signal?: AbortSignal;
}

/**
 * Runs a command to its end.
 *
 * @param command the program
 * @param parameters its command line
 * @returns what it printed last
 * @throws Error, with the end of its output, if it fails or takes too long; the signal's reason, if that fires
 */
export async function runCommand(
	command: string,
	parameters: string[],
	{ limitMilliseconds, signal, ...options }: CommandOptions,
): Promise<string> {
	signal?.throwIfAborted();
	const running = startProcess(command, parameters, options);
	const limit = AbortSignal.timeout(limitMilliseconds);
	const end = AbortSignal.any(signal ? [signal, limit] : [limit]);
	const stop = () => void running.stop();
	end.addEventListener('abort', stop);
	const { code, signal: killedBy } = await running.exited;
	end.removeEventListener('abort', stop);

	signal?.throwIfAborted();
	if (code === 0) return running.output();
	const what = limit.aborted
		? `took longer than ${Math.round(limitMilliseconds / 1000)} s`
		: `ended with ${killedBy ?? `code ${code}`}`;
	const title = [command, ...parameters].join(' ').slice(0, 200);
	throw new Error(`${title}\n${what}:\n${lastLines(running.output(), 40)}`);
}

/** @returns the last lines of a text */
export function lastLines(text: string, count: number): string {
	return text.split('\n').slice(-count).join('\n');
}
