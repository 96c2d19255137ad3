import { n8nProgram } from '../cache.mts';
import { environmentFor, HOST, serverEnvironment } from '../environment.mts';
import { freePort, retryOnTakenPort, waitUntilReady, type N8n, type N8nOptions } from '../n8n.mts';
import { startProcess } from '../processes.mts';

/** What n8n says in its log once the process does its work. */
const WORKER_READY = 'n8n worker is now ready';
const WEBHOOK_PROCESS_READY = 'Webhook listener waiting for requests';

/** A running worker of an n8n in queue mode. */
export type N8nWorker = Pick<N8n, 'processId' | 'log' | 'exited' | 'close'>;

/** A running webhook process of an n8n in queue mode: it takes calls, and the workers carry them out. */
export type N8nWebhookProcess = N8nWorker & Pick<N8n, 'url'>;

/** Its environment has to name the queue, the database and the encryption key of the n8n that it works for. */
export type WebhookProcessOptions = Omit<N8nOptions, 'preferredPort' | 'owner'>;

/** What is said of {@link WebhookProcessOptions} goes for these, too. */
export interface WorkerOptions extends WebhookProcessOptions {
	/** How many executions it runs at once. */
	concurrency: number;
}

/**
 * Starts a worker of an n8n in queue mode, and waits until it takes executions from the queue.
 *
 * @throws as `startN8n` does
 */
export async function startWorker(options: WorkerOptions): Promise<N8nWorker> {
	return await retryOnTakenPort(() => startWorkerOnce(options));
}

async function startWorkerOnce({ concurrency, ...options }: WorkerOptions): Promise<N8nWorker> {
	return await startHelper(options, ['worker', `--concurrency=${concurrency}`], WORKER_READY);
}

/**
 * Starts a webhook process of an n8n in queue mode, on loopback, and waits until it takes calls.
 *
 * @throws as `startN8n` does
 */
export async function startWebhookProcess(
	options: WebhookProcessOptions,
): Promise<N8nWebhookProcess> {
	return await retryOnTakenPort(() => startWebhookProcessOnce(options));
}

async function startWebhookProcessOnce(options: WebhookProcessOptions): Promise<N8nWebhookProcess> {
	const port = await freePort();
	const environment = { ...serverEnvironment(port), ...options.environment };
	const helper = await startHelper({ ...options, environment }, ['webhook'], WEBHOOK_PROCESS_READY);
	return { ...helper, url: `http://${HOST}:${port}` };
}

/** Starts a process that helps an n8n in queue mode. */
async function startHelper(
	options: Omit<WebhookProcessOptions, 'environment'> & { environment?: NodeJS.ProcessEnv },
	command: string[],
	readyLine: string,
): Promise<N8nWorker> {
	const { folder, userFolder, environment, onLine, signal } = options;
	const running = startProcess(process.execPath, [n8nProgram(folder), ...command], {
		folder: userFolder,
		environment: { ...environmentFor(userFolder, await freePort()), ...environment },
		onLine,
	});
	try {
		await waitUntilReady(running, readyLine, signal);
	} catch (error) {
		await running.stop();
		throw error;
	}
	return {
		processId: running.id,
		log: () => running.output(),
		exited: running.exited,
		close: () => running.stop(),
	};
}
