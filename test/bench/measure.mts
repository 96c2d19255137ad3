import { fork } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import type { Job, Measurement, WorkerAnswer } from './job.mts';
import type { ServerProcess } from './serverProcess.mts';

/** A measurement that takes longer is ended, and fails. */
const LIMIT_MILLISECONDS = 5 * 60_000;

/** All processes that are measured have the same environment, and nothing of the user's settings for n8n. */
export function workerEnvironment(scratch: string): NodeJS.ProcessEnv {
	return {
		PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
		HOME: scratch,
		N8N_USER_FOLDER: scratch,
		NODE_ENV: 'production',
	};
}

/**
 * Runs one of the bench's programs in a process of its own, hands it a message, and waits for its answer.
 *
 * @param program its file, in this folder
 * @throws Error if it ends without an answer, or takes too long
 */
export async function askProcess<Answer>(
	program: string,
	message: object,
	scratch: string,
): Promise<Answer> {
	const child = fork(join(import.meta.dirname, program), {
		env: workerEnvironment(scratch),
		execArgv: [],
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
	});
	let errors = '';
	child.stderr
		?.setEncoding('utf8')
		.on('data', (text: string) => (errors = (errors + text).slice(-4000)));
	const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MILLISECONDS);
	try {
		return await new Promise<Answer>((resolve, reject) => {
			child.once('message', (answer) => {
				const { failure } = answer as { failure?: string };
				if (failure === undefined) resolve(answer as Answer);
				else reject(new Error(failure));
			});
			child.once('error', reject);
			child.once('exit', (code, signal) => {
				// An answer that was sent arrives before this one.
				setTimeout(
					() => reject(new Error(`${program} ended with ${signal ?? code}:\n${errors}`)),
					500,
				);
			});
			child.send(message);
		});
	} finally {
		clearTimeout(limit);
	}
}

/**
 * Measures one side, in a process of its own.
 *
 * @param server counts the requests, which must be as many as the items
 * @returns what each of the job's runs showed
 * @throws Error if a side doesn't make its calls, since its numbers would mean nothing then
 */
export async function measure(
	server: ServerProcess,
	job: Omit<Job, 'server'>,
): Promise<Measurement[]> {
	const address = await server.open();
	let requests = 0;
	let answer: WorkerAnswer;
	try {
		answer = await askProcess('worker.mts', { ...job, server: address }, job.folders.scratch);
	} finally {
		requests = await server.close();
	}
	const { measurements, items } = answer;
	if (requests !== items && measurements.every(({ error }) => error === undefined)) {
		throw new Error(`${job.side} made ${requests} requests for ${items} items`);
	}
	return measurements;
}
