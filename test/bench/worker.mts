import type { INodeExecutionData } from 'n8n-workflow';
import { setTimeout as wait } from 'node:timers/promises';
import { BlockWatch } from './blockWatch.mts';
import { countEvaluations, loadEngine, startExpressions, type Engine } from './engine.mts';
import { workflowRunner } from './execution.mts';
import { fileOf, startFiles } from './files.mts';
import type { Job, Load, Measurement, WorkerAnswer } from './job.mts';
import { profiled } from './profile.mts';
import { itemData, prepareSide } from './sides.mts';

/** Enough that V8 has compiled what is used often. */
const WARM_UP: Load = { items: 300, latencyMilliseconds: 0 };

/** A small file, to begin with. */
const WARM_UP_FILE_BYTES = 1000;

/** Long enough for n8n to prepare the isolate for the next execution, which it does in the background. */
const SETTLE_MILLISECONDS = 400;

async function makeItems(
	engine: Engine,
	count: number,
	fileBytes?: number,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for (let index = 0; index < count; index++) {
		const json = itemData(index);
		items.push(fileBytes ? { json, binary: { data: await fileOf(engine, fileBytes) } } : { json });
	}
	return items;
}

async function measureLoad(
	engine: Engine,
	job: Job,
	{ items: count, latencyMilliseconds }: Load,
	fileBytes?: number,
): Promise<Measurement> {
	const side = await prepareSide(engine, job, latencyMilliseconds);
	const run = workflowRunner(engine, side, job.parameters);
	const items = await makeItems(engine, count, fileBytes);
	const evaluations = job.profile ? countEvaluations(engine) : undefined;
	await wait(SETTLE_MILLISECONDS);

	const block = new BlockWatch();
	const idleBytes = process.memoryUsage.rss();
	const cpu = process.cpuUsage();
	const start = performance.now();
	const { result: outcome, profile } = job.profile
		? await profiled(() => run(items))
		: { result: await run(items), profile: undefined };
	const milliseconds = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	const longestBlockMilliseconds = await block.stop();

	return {
		milliseconds,
		cpuMilliseconds: (user + system) / 1000,
		idleBytes,
		peakBytes: process.resourceUsage().maxRSS * 1024,
		longestBlockMilliseconds,
		evaluationsPerItem: evaluations === undefined ? undefined : evaluations() / count,
		...outcome,
		profile,
	};
}

async function work(job: Job): Promise<WorkerAnswer> {
	const engine = loadEngine(job.folders.n8n);
	await startExpressions(engine, job.expressions);
	if (job.fileBytes) await startFiles(engine);

	// Everything is loaded and compiled before the measured runs, as in a server that runs all the time.
	await measureLoad(
		engine,
		{ ...job, profile: false },
		WARM_UP,
		job.fileBytes && WARM_UP_FILE_BYTES,
	);

	const measurements: Measurement[] = [];
	for (const load of job.loads) {
		measurements.push(await measureLoad(engine, job, load, job.fileBytes));
	}
	const items = [WARM_UP, ...job.loads].reduce((sum, load) => sum + load.items, 0);
	return { measurements, items };
}

process.once('message', (job: Job) => {
	void work(job)
		.catch((error: unknown) => ({ failure: String(error instanceof Error ? error.stack : error) }))
		.then((answer) => process.send?.(answer, () => process.exit(0)));
});
process.once('disconnect', () => process.exit(1));
