/**
 * Measures n8n's queue mode: `node tools/benchmarks/queue.mts`. Events are posted to one webhook process and to two, in
 * turns, with two workers; then to two with one worker. The table that it prints goes into docs/scaling.md, and its
 * chart into docs/images.
 */
import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { publishWorkflow, type SavedWorkflow } from '../launcher/examples.mts';
import { callWebhook, mapAtOnce } from '../launcher/calls.mts';
import { listenForEnd } from '../launcher/command.mts';
import { startCluster, type Cluster } from '../launcher/queue/cluster.mts';
import { waitUntil } from '../launcher/waiting.mts';
import { TRIGGER_TYPE, triggerVersion } from '../launcher/workflows/triggerVersion.mts';
import { drawChart } from './charts.mts';
import { readUse } from './cpu.mts';
import { median, spread, table } from './figures.mts';

const ROOT = join(import.meta.dirname, '..', '..');
const EVENTS = 100;
const AT_ONCE = 20;
const ROUNDS = 2;
const LIMIT_MILLISECONDS = 300_000;

const end = listenForEnd();

interface Round {
	webhookProcesses: number;
	workers: number;
	/** Until the last event was answered. */
	answered: number;
	/** Until the workers had begun with the last execution. */
	begun: number;
	/** CPU time by kind of process, in milliseconds an event. */
	cpu: Record<string, number>;
}

/** @returns the CPU time in milliseconds that each kind of n8n's processes has used so far */
async function readCpu(): Promise<Record<string, number>> {
	const used: Record<string, number> = {};
	for (const id of await readdir('/proc')) {
		if (!/^\d+$/.test(id)) continue;
		const use = await readUse(id);
		if (use?.parentId !== process.pid) continue;
		const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
		const [, kind] = /\0(start|worker|webhook)\0/.exec(command) ?? [];
		if (kind === undefined) continue;
		used[kind] = (used[kind] ?? 0) + use.cpuMilliseconds;
	}
	return used;
}

async function publishTrigger({ main, credential }: Cluster): Promise<void> {
	const node = {
		position: [0, 0],
		typeVersion: await triggerVersion(main),
		credentials: { zApi: credential },
	};
	const saved = await main.post<SavedWorkflow>('/rest/workflows', {
		name: 'Measured',
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				...{ ...node, id: 'trigger', name: 'Trigger', type: TRIGGER_TYPE },
				parameters: {},
			},
			{
				...{ id: 'next', name: 'Next', type: 'n8n-nodes-base.noOp', typeVersion: 1 },
				...{ position: [240, 0], parameters: {} },
			},
		],
		connections: { Trigger: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	});
	await publishWorkflow(main, saved);
}

async function measure(cluster: Cluster, webhookProcesses: number, workers: number) {
	end.throwIfAborted();
	const { emulator } = cluster;
	const path = new URL(emulator.state.webhooks.ReceivedCallback).pathname;
	const targets = cluster.webhookProcesses.slice(0, webhookProcesses);
	const started = () => cluster.workers.flatMap(({ started: ids }) => ids).length;
	const startedBefore = started();
	const cpuBefore = await readCpu();
	const start = performance.now();
	const seconds = () => (performance.now() - start) / 1000;
	const answers = await mapAtOnce(
		Array.from({ length: EVENTS }, (_, index) => index),
		AT_ONCE,
		(index) =>
			callWebhook(
				(targets[index % targets.length]?.url ?? '') + path,
				{
					...{ type: 'ReceivedCallback', instanceId: emulator.account.instance, fromMe: false },
					...{ messageId: randomUUID(), phone: '5511900000001', text: { message: 'Bom dia' } },
				},
				emulator.postedHeaders(),
			),
	);
	const answered = seconds();
	const refused = answers.filter(({ status }) => status !== 200);
	if (refused.length > 0) throw new Error(`${refused.length} events weren't taken`);
	const haveBegun = () => started() - startedBefore >= EVENTS;
	await waitUntil('all executions have begun', haveBegun, undefined, LIMIT_MILLISECONDS);
	const begun = seconds();
	const cpuAfter = await readCpu();
	const cpu = Object.fromEntries(
		Object.entries(cpuAfter).map(([kind, used]) => [
			kind,
			Math.round((used - (cpuBefore[kind] ?? 0)) / EVENTS),
		]),
	);
	const round: Round = { webhookProcesses, workers, answered, begun, cpu };
	console.log(JSON.stringify(round));
	return round;
}

/** @param isLazy whether n8n starts a JavaScript engine for an event only if it needs one; by default, it always does */
async function measureAll(isLazy: boolean): Promise<Round[]> {
	const environment = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: String(isLazy) };
	console.log(`With ${JSON.stringify(environment)}`);
	const cluster = await startCluster({
		...{ root: ROOT, workers: 2, webhookProcesses: 2, environment },
		...{ report: console.log, signal: end },
	});
	try {
		await publishTrigger(cluster);
		// The first events are slow, as everything is read for the first time.
		await measure(cluster, 2, 2);
		console.log('From here on, it counts');
		const rounds: Round[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			rounds.push(await measure(cluster, 1, 2), await measure(cluster, 2, 2));
		}
		await cluster.workers[1]?.close();
		for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(cluster, 2, 1));
		return rounds;
	} finally {
		await cluster.close();
	}
}

const eventsPerSecond = ({ answered }: Round) => EVENTS / answered;
const executionsPerSecond = ({ begun }: Round) => EVENTS / begun;

async function writeDown(lazy: Round[], usual: Round[]): Promise<void> {
	const twoWorkers = ({ workers }: Round) => workers === 2;
	const cpuOf = (kind: string) => (round: Round) => round.cpu[kind] ?? Number.NaN;
	const row = (
		label: string,
		isMeant: (round: Round) => boolean,
		value: (round: Round) => number,
	) => [label, ...[lazy, usual].map((rounds) => spread(rounds.filter(isMeant).map(value)))];
	const one = (round: Round) => twoWorkers(round) && round.webhookProcesses === 1;
	const two = (round: Round) => twoWorkers(round) && round.webhookProcesses === 2;
	const oneWorker = ({ workers }: Round) => workers === 1;
	console.log(
		table(
			['', 'With `N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE`', "n8n's default"],
			[
				row('Events/s, 1 webhook process', one, eventsPerSecond),
				row('Events/s, 2 webhook processes', two, eventsPerSecond),
				row('Executions/s, 2 webhook processes, 2 workers', two, executionsPerSecond),
				row('Executions/s, 2 webhook processes, 1 worker', oneWorker, executionsPerSecond),
				row('CPU of a webhook process, ms an event', twoWorkers, cpuOf('webhook')),
				row('CPU of a worker, ms an execution', twoWorkers, cpuOf('worker')),
				row('CPU of the main process, ms an event', twoWorkers, cpuOf('start')),
			],
		),
	);
	const bars = [one, two].flatMap((isMeant, index) =>
		[lazy, usual].map((rounds) => ({
			label: `${index === 0 ? '1 webhook process' : '2 webhook processes'}, ${rounds === lazy ? 'with N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE' : "n8n's default"}`,
			value: median(rounds.filter(isMeant).map(eventsPerSecond)),
			isOurs: rounds === lazy,
		})),
	);
	const title = `Events a second in queue mode, on ${availableParallelism()} CPUs: more is better`;
	const chart = drawChart({ title, unit: 'events/s', bars });
	await writeFile(join(ROOT, 'docs', 'images', 'benchmark-events.svg'), chart);
}

const lazy = await measureAll(true);
await writeDown(lazy, await measureAll(false));
