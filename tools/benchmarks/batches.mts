/**
 * Measures how work spreads over workers: `node tools/benchmarks/batches.mts`. 20,000 items are posted in batches of
 * 500 to a workflow that a webhook starts, with four workers, with two and with one. What it prints goes into
 * docs/scaling.md.
 */
import { randomUUID } from 'node:crypto';
import { createCredential, publishWorkflow, type SavedWorkflow } from '../launcher/examples.mts';
import { callWebhook, mapAtOnce } from '../launcher/calls.mts';
import { listenForEnd } from '../launcher/command.mts';
import { startCluster, type Cluster } from '../launcher/queue/cluster.mts';
import { waitUntil } from '../launcher/waiting.mts';
import { startServer, type ServerProcess } from './measure.mts';
import { accountAt, itemData, UNLINK_PARAMETERS } from './sides.mts';

const ITEMS = 20_000;
const BATCH = 500;
const AT_ONCE = 8;
const LATENCY_MILLISECONDS = 100;
const LIMIT_MILLISECONDS = 300_000;
const PATH = 'batch';

const end = listenForEnd();

async function publishBatches({ main }: Cluster, address: string): Promise<void> {
	const credential = await createCredential(main, accountAt(address), 'Measured');
	const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
		...{ id: name, name, type, typeVersion, parameters, position: [0, 0] },
	});
	const next = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	const saved = await main.post<SavedWorkflow>('/rest/workflows', {
		name: 'A batch',
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
		nodes: [
			{
				...node('Webhook', 'n8n-nodes-base.webhook', 2, { path: PATH, httpMethod: 'POST' }),
				webhookId: randomUUID(),
			},
			node('Split Out', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items' }),
			{
				...node('Z-API', 'n8n-nodes-z-api.zApi', 1, UNLINK_PARAMETERS),
				credentials: { zApi: credential },
			},
		],
		connections: { Webhook: next('Split Out'), 'Split Out': next('Z-API') },
	});
	await publishWorkflow(main, saved);
}

async function measure(cluster: Cluster, server: ServerProcess, workers: number): Promise<void> {
	end.throwIfAborted();
	const before = await server.count();
	const [target] = cluster.webhookProcesses;
	const start = performance.now();
	const batches = Array.from({ length: ITEMS / BATCH }, (_, batch) =>
		Array.from({ length: BATCH }, (_item, index) => itemData(batch * BATCH + index)),
	);
	const answers = await mapAtOnce(batches, AT_ONCE, (items) =>
		callWebhook(`${target?.url}/webhook/${PATH}`, { items }),
	);
	const refused = answers.filter(({ status }) => status !== 200);
	if (refused.length > 0) throw new Error(`${refused.length} batches weren't taken`);
	const areSent = async () => (await server.count()) - before >= ITEMS;
	await waitUntil('all items are sent', areSent, undefined, LIMIT_MILLISECONDS);
	const seconds = (performance.now() - start) / 1000;
	console.log(JSON.stringify({ workers, seconds, itemsPerSecond: ITEMS / seconds }));
}

const server = startServer();
const { address } = await server.open();
const cluster = await startCluster({
	...{ root: process.cwd(), workers: 4, webhookProcesses: 1, environment: {} },
	...{ report: console.log, signal: end },
});
try {
	await publishBatches(cluster, `${address}/${LATENCY_MILLISECONDS}`);
	// The first batches are slow, as everything is read for the first time.
	await measure(cluster, server, 4);
	console.log('From here on, it counts');
	for (const workers of [4, 2, 1]) {
		await Promise.all(cluster.workers.slice(workers).map(async (worker) => await worker.close()));
		for (let round = 0; round < 2; round++) await measure(cluster, server, workers);
	}
} finally {
	await cluster.close();
	server.stop();
}
