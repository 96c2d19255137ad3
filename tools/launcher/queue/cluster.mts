import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../../emulator/emulator.mts';
import type { Emulator } from '../../emulator/types.mts';
import { webhooksAt } from '../differences.mts';
import {
	createCredential,
	importExamples,
	type CredentialReference,
	type ImportedWorkflow,
} from '../examples.mts';
import { findN8n } from '../installation.mts';
import { startN8n, type N8n } from '../n8n.mts';
import { installPackage, packUnlessGiven } from '../package.mts';
import { lastLines } from '../processes.mts';
import { Steps } from '../steps.mts';
import {
	startWebhookProcess,
	startWorker,
	type N8nWebhookProcess,
	type N8nWorker,
	type WebhookProcessOptions,
} from './helpers.mts';
import { startLoadBalancer, type LoadBalancer } from './loadBalancer.mts';
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

export interface WebhookProcess extends N8nWebhookProcess {
	/** The ids of the executions that it put into the queue, in order. */
	enqueued: string[];
}

export interface ClusterOptions {
	/** The project's folder. */
	root: string;
	/** The folder of an n8n that is used instead of the usual one. */
	given?: string;
	/** The packed package, if it has been built and packed before. */
	tarball?: string;
	workers: number;
	webhookProcesses: number;
	/** Where the main process should listen, if nothing else does. */
	preferredPort?: number;
	/** Environment variables for every process of n8n, which replace those that it would have. */
	environment?: Record<string, string>;
	/** Told what happens, in lines for a person. */
	report: (line: string) => void;
	/** How many steps follow; none, if left out. */
	stepsAfter?: number;
	/** Ends the start. */
	signal: AbortSignal;
}

/** n8n in queue mode, with this package in each of its processes. */
export interface Cluster {
	main: N8n;
	workers: QueueWorker[];
	webhookProcesses: WebhookProcess[];
	/** In front of them, at the address that n8n takes for its own. */
	loadBalancer: LoadBalancer;
	/** Of the queue and the database, as `host:port`. */
	addresses: { redis: string; postgresql: string };
	emulator: Emulator;
	credential: CredentialReference;
	workflows: ImportedWorkflow[];
	/** For the steps that follow. */
	steps: Steps;
	/** The ends of all logs. */
	logs(): string;
	/** Ends everything that was started, and removes every temporary folder. */
	close(): Promise<void>;
}

/**
 * Starts n8n in queue mode: a main process, its workers and its webhook processes, which share nothing but the
 * database, the queue and the encryption key. Each has a user folder of its own with the package in it, as on a
 * machine of its own.
 *
 * @throws Error if a step fails, an abort error if the signal fires; nothing is left behind then
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
	const { root, report, signal, preferredPort, stepsAfter = 0 } = options;
	const steps = new Steps((options.tarball ? 6 : 7) + stepsAfter, report);
	await using cleanup = new AsyncDisposableStack();
	const temporary = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-queue-'));
	// n8n's last writes can still arrive while its folder is being removed.
	cleanup.defer(() => rm(temporary, { recursive: true, force: true, maxRetries: 5 }));

	const tarball = await packUnlessGiven(options, temporary, steps);
	const found = await steps.take('Looking for n8n on this machine', () => findN8n(options));

	const [redis, postgresql] = await steps.take('Starting Redis and PostgreSQL', async () => {
		const queue = await startRedis(temporary, signal);
		cleanup.defer(() => queue.close());
		// n8n doesn't support SQLite in this mode: processes that share its file keep each other from writing.
		const database = await startPostgresql(signal);
		cleanup.defer(() => database.close());
		return [queue, database];
	});
	const emulator = await startEmulator();
	cleanup.defer(() => emulator.close());
	const loadBalancer = await startLoadBalancer();
	cleanup.defer(() => loadBalancer.close());

	const environment = {
		...found.environment,
		...postgresql.environment,
		...redis.environment,
		EXECUTIONS_MODE: 'queue',
		// As n8n 3 always does.
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		...webhooksAt(loadBalancer.url),
		// As docs/scaling.md advises; else most of an event's time is n8n's, for an engine that isn't used.
		N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('base64'),
		// The launcher waits for 30 seconds, and n8n is late when it is busy.
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '25',
		// The level at which processes tell which executions they start, and put into the queue.
		N8N_LOG_LEVEL: 'info',
		...options.environment,
	};
	const optionsFor = async (name: string) => {
		const userFolder = join(temporary, name);
		await installPackage(tarball, userFolder, signal);
		return { folder: found.folder, userFolder, environment, signal };
	};

	const main = await steps.take(
		'Starting the main process with the package installed, and creating its owner',
		async () => startN8n({ ...(await optionsFor('main')), preferredPort }),
	);
	cleanup.defer(() => main.close());
	loadBalancer.main = main.url;

	const startEach = async <Helper extends N8nWorker>(
		count: number,
		name: string,
		start: (processOptions: WebhookProcessOptions) => Promise<Helper>,
	) => {
		const names = Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
		const starts = await Promise.allSettled(
			names.map(async (each) => {
				const helper = await start(await optionsFor(each));
				cleanup.defer(() => helper.close());
				return helper;
			}),
		);
		return starts.map((started) => {
			if (started.status === 'rejected') throw started.reason;
			return started.value;
		});
	};
	// Only now: the main process makes the tables that the others need.
	const [workers, webhookProcesses] = await steps.take(
		'Starting the workers and webhook processes, each with the package installed',
		async () => [
			await startEach(options.workers, 'worker', startRecordingWorker),
			await startEach(options.webhookProcesses, 'webhook-process', startRecordingWebhookProcess),
		],
	);
	loadBalancer.webhookProcesses = webhookProcesses.map(({ url }) => url);

	const { account, baseUrl } = emulator;
	const credential = await steps.take('Saving the credential', () =>
		createCredential(main, { ...account, baseUrl }),
	);
	const workflows = await steps.take('Importing the examples', () =>
		importExamples(main, join(root, 'examples'), credential, baseUrl),
	);
	const logs = () =>
		[
			logEnd('the main process', main),
			...workers.map((worker, index) => logEnd(`worker ${index + 1}`, worker)),
			...webhookProcesses.map((one, index) => logEnd(`webhook process ${index + 1}`, one)),
			logEnd('Redis', redis),
			logEnd('PostgreSQL', postgresql),
		].join('\n\n');
	const running = cleanup.move();
	return {
		...{ main, workers, webhookProcesses, loadBalancer },
		addresses: { redis: redis.address, postgresql: postgresql.address },
		...{ emulator, credential, workflows, steps, logs },
		close: () => running.disposeAsync(),
	};
}

/** Without what n8n says of every execution, which would leave no room for what it says of a failed one. */
function logEnd(name: string, process: { log(): string }): string {
	const lines = process.log().split('\n');
	const rest = lines.filter((line) => !ROUTINE.test(line)).join('\n');
	return `The log of ${name} ends with:\n${lastLines(rest, LOG_LINES)}`;
}

/** Keeps the ids of the executions that a process tells of in its log. */
function recordIds(line: RegExp): { ids: string[]; onLine: (text: string) => void } {
	const ids: string[] = [];
	const onLine = (text: string) => {
		const [, id] = line.exec(text) ?? [];
		if (id !== undefined) ids.push(id);
	};
	return { ids, onLine };
}

async function startRecordingWorker(options: WebhookProcessOptions): Promise<QueueWorker> {
	const { ids, onLine } = recordIds(/Worker started execution (\d+) /);
	const worker = await startWorker({ ...options, concurrency: WORKER_CONCURRENCY, onLine });
	return { ...worker, started: ids };
}

async function startRecordingWebhookProcess(
	options: WebhookProcessOptions,
): Promise<WebhookProcess> {
	const { ids, onLine } = recordIds(/Enqueued execution (\d+) /);
	const webhookProcess = await startWebhookProcess({ ...options, onLine });
	return { ...webhookProcess, enqueued: ids };
}
