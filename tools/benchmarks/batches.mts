/**
 * Measures how work spreads over workers: `node tools/benchmarks/batches.mts`. 20,000 items are posted in batches of
 * 500 to a workflow that a webhook starts, with four workers, with two and with one. The table that it prints goes
 * into docs/scaling.md, and its chart into docs/images.
 */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createCredential, publishWorkflow, type SavedWorkflow } from '../launcher/examples.mts';
import { callWebhook, mapAtOnce } from '../launcher/calls.mts';
import { listenForEnd } from '../launcher/command.mts';
import { startCluster, type Cluster } from '../launcher/queue/cluster.mts';
import { waitUntil } from '../launcher/waiting.mts';
import { drawChart } from './charts.mts';
import { readUse } from './cpu.mts';
import { median, show, spread, table } from './figures.mts';
import { startServer, type ServerProcess } from './measure.mts';
import { accountAt, itemData, UNLINK_PARAMETERS } from './sides.mts';

const ITEMS = 20_000;
const BATCH = 500;
const AT_ONCE = 8;
const LATENCY_MILLISECONDS = 100;
const LIMIT_MILLISECONDS = 300_000;
const PATH = 'batch';
const ROOT = join(import.meta.dirname, '..', '..');
const WORKERS = [4, 2, 1];
const ROUNDS = 3;

interface Round {
	workers: number;
	itemsPerSecond: number;
	/** Of all workers together. */
	cpuMilliseconds: number;
}

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

async function cpuOf(cluster: Cluster, workers: number): Promise<number> {
	const running = cluster.workers.slice(0, workers);
	const uses = await Promise.all(running.map(({ processId }) => readUse(processId ?? 0)));
	return uses.reduce((sum, use) => sum + (use?.cpuMilliseconds ?? Number.NaN), 0);
}

async function measure(cluster: Cluster, server: ServerProcess, workers: number): Promise<Round> {
	end.throwIfAborted();
	const before = await server.count();
	const [target] = cluster.webhookProcesses;
	const cpu = await cpuOf(cluster, workers);
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
	const round: Round = {
		...{ workers, itemsPerSecond: ITEMS / seconds },
		cpuMilliseconds: ((await cpuOf(cluster, workers)) - cpu) / ITEMS,
	};
	console.log(JSON.stringify(round));
	return round;
}

async function measureAll(server: ServerProcess): Promise<Round[]> {
	const { address } = await server.open();
	const cluster = await startCluster({
		...{ root: ROOT, workers: Math.max(...WORKERS), webhookProcesses: 1, environment: {} },
		...{ report: console.log, signal: end },
	});
	try {
		await publishBatches(cluster, `${address}/${LATENCY_MILLISECONDS}`);
		// The first batches are slow, as everything is read for the first time.
		await measure(cluster, server, Math.max(...WORKERS));
		const rounds: Round[] = [];
		for (const workers of WORKERS) {
			await Promise.all(cluster.workers.slice(workers).map(async (worker) => await worker.close()));
			for (let round = 0; round < ROUNDS; round++) {
				rounds.push(await measure(cluster, server, workers));
			}
		}
		return rounds;
	} finally {
		await cluster.close();
	}
}

async function writeDown(rounds: Round[]): Promise<void> {
	const valuesOf = (workers: number, value: (round: Round) => number) =>
		rounds.filter((round) => round.workers === workers).map(value);
	const speedsOf = (workers: number) => valuesOf(workers, ({ itemsPerSecond }) => itemsPerSecond);
	const alone = median(speedsOf(1));
	const labelOf = (workers: number) => (workers === 1 ? '1 worker' : `${workers} workers`);
	const rows = WORKERS.toReversed().map((workers) => [
		labelOf(workers),
		spread(speedsOf(workers)),
		`${show(median(speedsOf(workers)) / alone)}×`,
		spread(valuesOf(workers, ({ cpuMilliseconds }) => cpuMilliseconds)),
	]);
	const header = ['', 'Items/s', 'to 1 worker', 'CPU of all workers, ms an item'];
	console.log(table(header, rows));
	const chart = drawChart({
		title: `20,000 items in batches of 500, on ${availableParallelism()} CPUs: more is better`,
		unit: 'items/s',
		bars: WORKERS.toReversed().map((workers) => ({
			...{ label: labelOf(workers), value: median(speedsOf(workers)), isOurs: true },
		})),
	});
	await writeFile(join(ROOT, 'docs', 'images', 'benchmark-workers.svg'), chart);
}

const server = startServer();
try {
	await writeDown(await measureAll(server));
} finally {
	server.stop();
}
