import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { WARM_UP_ITEMS, type Job, type Load, type Measurement } from './job.mts';
import type { ServerReply, ServerRequest } from './server.mts';
import type { Folders, SideName } from './sides.mts';

/** A process that takes longer is ended, and fails. */
const LIMIT_MILLISECONDS = 5 * 60_000;

/** The server that all sides talk to, in a process of its own, so that its work isn't counted as theirs. */
export function startServer() {
	const child = fork(join(import.meta.dirname, 'server.mts'), { execArgv: [], env: {} });
	const ask = async (message: ServerRequest): Promise<ServerReply> => {
		const reply = once(child, 'message') as Promise<[ServerReply]>;
		child.send(message);
		return (await reply)[0];
	};
	return {
		/** @returns the addresses of new ports, so that no closed connection of an earlier run is in the way */
		open: async () => {
			const { port, securePort, certificate = '' } = await ask('open');
			const secureAddress = `https://localhost:${securePort}`;
			return { address: `http://127.0.0.1:${port}`, secureAddress, certificate };
		},
		/** @returns how many requests came since the port was opened */
		count: async () => (await ask('count')).requests ?? 0,
		/** @returns the same, and closes the port */
		close: async () => (await ask('close')).requests ?? 0,
		/** Ends the process. */
		stop: () => child.disconnect(),
	};
}

export type ServerProcess = ReturnType<typeof startServer>;

/** Has a process of its own measure something, in an environment without the user's settings for n8n. */
async function measureInProcess(
	job: Job,
	certificate: string,
	nodeOptions: string[],
): Promise<Measurement[]> {
	const certificates = join(job.folders.scratch, 'certificates.pem');
	await writeFile(certificates, certificate);
	const child = fork(join(import.meta.dirname, 'worker.mts'), {
		env: {
			PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
			HOME: job.folders.scratch,
			N8N_USER_FOLDER: job.folders.scratch,
			NODE_ENV: 'production',
			NODE_EXTRA_CA_CERTS: certificates,
		},
		execArgv: nodeOptions,
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
	});
	let errors = '';
	child.stderr
		?.setEncoding('utf8')
		.on('data', (text: string) => (errors = (errors + text).slice(-4000)));
	const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MILLISECONDS);
	const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
	try {
		child.send(job);
		const answer = (await Promise.race([once(child, 'message'), exit])) as [
			{ measurements?: Measurement[]; failure?: string },
		];
		const { measurements, failure } = answer[0] ?? {};
		// With --cpu-prof, Node writes the profile on its way out.
		const [code, signal] = await exit;
		if (measurements) return measurements;
		throw new Error(failure ?? `The process ended with ${signal ?? code}:\n${errors}`);
	} finally {
		clearTimeout(limit);
	}
}

/** What the bench works with. */
export interface Bench {
	folders: Folders;
	server: ServerProcess;
	/** Told what happens, in lines for a person. */
	report: (line: string) => void;
	/** Options for Node in the processes that are measured. */
	nodeOptions: string[];
}

/**
 * Measures one side with some loads, one after the other.
 *
 * @throws Error if an item doesn't come out well, or has no request of its own: the numbers would mean nothing then
 */
export async function measure(
	{ folders, server, nodeOptions }: Bench,
	side: SideName,
	loads: Load[],
): Promise<Measurement[]> {
	const { address, secureAddress, certificate } = await server.open();
	let requests = 0;
	let measurements: Measurement[];
	try {
		const job: Job = { folders, side, loads, server: address, secureServer: secureAddress };
		measurements = await measureInProcess(job, certificate, nodeOptions);
	} finally {
		requests = await server.close();
	}
	if (side === 'noOp') return measurements;
	const items = loads.reduce((sum, load) => sum + load.items, WARM_UP_ITEMS);
	if (requests !== items) throw new Error(`${side} made ${requests} requests for ${items} items`);
	return measurements;
}
