import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../../emulator/emulator.mts';
import type { Emulator } from '../../emulator/types.mts';
import { ensureN8n, n8nFolder } from '../../launcher/cache.mts';
import {
	createCredential,
	importExamples,
	type ImportedWorkflow,
} from '../../launcher/examples.mts';
import {
	startN8n,
	startWorker,
	type N8n,
	type N8nWorker,
	type WorkerOptions,
} from '../../launcher/n8n.mts';
import { buildAndPack, installPackage } from '../../launcher/package.mts';
import { lastLines } from '../../launcher/processes.mts';
import { startPostgresql } from './postgresql.mts';
import { startRedis } from './redis.mts';

/** How many executions a worker runs at once; the fewest that n8n doesn't warn about. */
export const WORKER_CONCURRENCY = 5;

const LOG_LINES = 40;
const ROUTINE =
	/^(Enqueued execution|Execution|Worker (started|finished) execution) \d+ \(job \d+\)( finished)?$/;

export interface QueueWorker extends N8nWorker {
	/** The ids of the executions that it started, in order. */
	started: string[];
}

/** n8n in queue mode, with this package in its main process and in every worker. */
export interface Cluster {
	main: N8n;
	workers: QueueWorker[];
	emulator: Emulator;
	workflows: ImportedWorkflow[];
	/** The ends of all logs. */
	logs(): string;
	/** Ends everything that was started, and removes every temporary folder. */
	close(): Promise<void>;
}

/**
 * Starts n8n in queue mode: a main process and its workers, which share nothing but the database, the queue and
 * the encryption key. Each has a user folder of its own with the package in it, as on a machine of its own.
 *
 * @param root the project's folder
 * @param workerCount how many workers
 * @param signal ends the start
 * @throws Error if a step fails, an abort error if the signal fires; nothing is left behind then
 */
export async function startCluster(
	root: string,
	workerCount: number,
	signal: AbortSignal,
): Promise<Cluster> {
	const cleanup = new AsyncDisposableStack();
	try {
		const cluster = await startStepwise(root, workerCount, signal, cleanup);
		return { ...cluster, close: () => cleanup.disposeAsync() };
	} catch (error) {
		await cleanup.disposeAsync();
		throw error;
	}
}

async function startStepwise(
	root: string,
	workerCount: number,
	signal: AbortSignal,
	cleanup: AsyncDisposableStack,
): Promise<Omit<Cluster, 'close'>> {
	const temporary = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-queue-'));
	// n8n's last writes can still arrive while its folder is being removed.
	cleanup.defer(() => rm(temporary, { recursive: true, force: true, maxRetries: 5 }));

	const packed = join(temporary, 'package');
	await mkdir(packed);
	const tarball = await buildAndPack(root, packed, signal);
	const folder = n8nFolder();
	await ensureN8n(folder, console.log, signal);

	const redis = await startRedis(temporary, signal);
	cleanup.defer(() => redis.close());
	// n8n doesn't support SQLite in this mode: processes that share its file keep each other from writing.
	const postgresql = await startPostgresql(signal);
	cleanup.defer(() => postgresql.close());
	const emulator = await startEmulator();
	cleanup.defer(() => emulator.close());

	const environment = {
		...postgresql.environment,
		...redis.environment,
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('base64'),
		// As long as the launcher waits for a process that it asked to end, less a second.
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '9',
		// The level at which workers tell which executions they start.
		N8N_LOG_LEVEL: 'info',
	};
	const optionsFor = async (name: string) => {
		const userFolder = join(temporary, name);
		await installPackage(tarball, userFolder, signal);
		return { folder, userFolder, environment, signal };
	};

	const main = await startN8n(await optionsFor('main'));
	cleanup.defer(() => main.close());
	// Only now: the main process makes the tables that the workers need.
	const workers = await startWorkers(
		Array.from({ length: workerCount }, (_, index) => optionsFor(`worker-${index + 1}`)),
		cleanup,
	);

	const { account, baseUrl } = emulator;
	const credential = await createCredential(main, { ...account, baseUrl });
	const workflows = await importExamples(main, join(root, 'examples'), credential, baseUrl);
	const logs = () =>
		[
			logEnd('the main process', main),
			...workers.map((worker, index) => logEnd(`worker ${index + 1}`, worker)),
			logEnd('Redis', redis),
			logEnd('PostgreSQL', postgresql),
		].join('\n\n');
	return { main, workers, emulator, workflows, logs };
}

/** Without what n8n says of every execution, which would leave no room for what it says of a failed one. */
function logEnd(name: string, process: { log(): string }): string {
	const lines = process.log().split('\n');
	const rest = lines.filter((line) => !ROUTINE.test(line)).join('\n');
	return `The log of ${name} ends with:\n${lastLines(rest, LOG_LINES)}`;
}

async function startWorkers(
	optionsOfEach: Array<Promise<Omit<WorkerOptions, 'concurrency'>>>,
	cleanup: AsyncDisposableStack,
): Promise<QueueWorker[]> {
	const starts = await Promise.allSettled(
		optionsOfEach.map(async (options) => {
			const worker = await startRecordingWorker(await options);
			cleanup.defer(() => worker.close());
			return worker;
		}),
	);
	return starts.map((start) => {
		if (start.status === 'rejected') throw start.reason;
		return start.value;
	});
}

async function startRecordingWorker(
	options: Omit<WorkerOptions, 'concurrency'>,
): Promise<QueueWorker> {
	const started: string[] = [];
	const onLine = (line: string) => {
		const [, execution] = /Worker started execution (\d+) /.exec(line) ?? [];
		if (execution !== undefined) started.push(execution);
	};
	const worker = await startWorker({ ...options, concurrency: WORKER_CONCURRENCY, onLine });
	return { ...worker, started };
}
