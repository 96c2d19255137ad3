import type { INodeExecutionData } from 'n8n-workflow';
import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import { startEngine, type Engine } from './engine.mts';
import { workflowRunner } from './execution.mts';
import { WARM_UP_ITEMS, type Job, type Load, type Measurement } from './job.mts';
import { itemData, prepareSide } from './sides.mts';

/** Long enough for n8n to prepare the isolate for the next execution, which it does in the background. */
const SETTLE_MILLISECONDS = 400;

const TICK_MILLISECONDS = 5;

async function makeItems(
	engine: Engine,
	{ items: count, fileBytes }: Load,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for (let index = 0; index < count; index++) {
		const json = itemData(index);
		items.push(fileBytes ? { json, binary: { data: await engine.store(fileBytes) } } : { json });
	}
	return items;
}

/**
 * Watches for how long the main thread does one thing without a pause, so that nothing else in it gets a turn. It
 * counts the thread's own CPU time: other work on the machine makes any pause longer.
 */
function watchBlocks(): () => Promise<number> {
	let longest = 0;
	let last = process.threadCpuUsage();
	const timer = setInterval(() => {
		const { user, system } = process.threadCpuUsage(last);
		longest = Math.max(longest, user + system);
		last = process.threadCpuUsage();
	}, TICK_MILLISECONDS);
	return async () => {
		await wait(2 * TICK_MILLISECONDS);
		clearInterval(timer);
		return longest / 1000;
	};
}

async function measureLoad(engine: Engine, job: Job, load: Load): Promise<Measurement> {
	const server = load.isSecure ? job.secureServer : job.server;
	const address = `${server}/${load.latencyMilliseconds}`;
	const run = workflowRunner(engine, await prepareSide(engine, job.side, job.folders, address));
	const items = await makeItems(engine, load);
	await wait(SETTLE_MILLISECONDS);

	const idleBytes = process.memoryUsage.rss();
	const stopWatch = watchBlocks();
	const cpu = process.cpuUsage();
	const start = performance.now();
	await run(items);
	const milliseconds = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	return {
		milliseconds,
		cpuMilliseconds: (user + system) / 1000,
		blockMilliseconds: await stopWatch(),
		memoryBytes: process.resourceUsage().maxRSS * 1024 - idleBytes,
	};
}

async function work(job: Job): Promise<Measurement[]> {
	const engine = await startEngine(job.folders.n8n);
	// Everything is loaded and compiled before the measured runs, as in a server that runs all the time.
	const { fileBytes, isSecure } = job.loads[0] ?? {};
	await measureLoad(engine, job, {
		...{ items: WARM_UP_ITEMS, latencyMilliseconds: 0, isSecure },
		fileBytes: fileBytes && 1000,
	});
	const measurements: Measurement[] = [];
	for (const load of job.loads) measurements.push(await measureLoad(engine, job, load));
	return measurements;
}

process.once('message', (job: Job) => {
	void work(job)
		.then((measurements) => ({ measurements }))
		.catch((error: unknown) => ({
			failure: error instanceof Error ? String(error.stack) : inspect(error),
		}))
		.then((answer) => process.send?.(answer, () => process.exit(0)));
});
process.once('disconnect', () => process.exit(1));
