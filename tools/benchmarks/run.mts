import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { packEarlier } from '../launcher/life/earlier.mts';
import { measureEvents } from './events.mts';
import { install } from './installation.mts';
import type { Load, Measurement } from './job.mts';
import { measure, startServer, type Bench } from './measure.mts';
import { measureWaiting } from './n8n.mts';
import { drawChart } from './charts.mts';
import { CHARTS } from './chartsOfResults.mts';
import { SECURE_SIDES, writeEvents, writeReport, writeWaiting } from './report.mts';
import { Results, type Row } from './results.mts';
import { SIDES, type SideName } from './sides.mts';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGE = join(ROOT, 'docs', 'benchmarks.md');

const HELP = `npm run bench -- [options]

  --rounds <number>   how often each side runs, 3 by default
  --profile <side>    runs one side only, and writes what Node's profiler saw into coverage/bench, for Chrome's
                      DevTools; the sides are: ${Object.keys(SIDES).join(', ')}
  --others            measures only 5,000 items in a real n8n, and what others get to feel of them
  --events            measures only what an event costs, also with the package before n8n started its triggers
`;

/** Which sides run with which loads, one after the other, in each round. */
const PLANS: Array<{ sides: readonly SideName[]; loads: Load[] }> = [
	{
		sides: ['ours', 'engine', 'http', 'httpFields', 'floor'],
		loads: [
			{ items: 1000, latencyMilliseconds: 100 },
			{ items: 2000, latencyMilliseconds: 0 },
		],
	},
	{ sides: SECURE_SIDES, loads: [{ items: 1000, latencyMilliseconds: 20, isSecure: true }] },
	{ sides: ['ours', 'alone'], loads: [{ items: 1500, latencyMilliseconds: 0 }] },
];

/** These take long, and run once. */
const LONG_PLANS: typeof PLANS = [
	{ sides: ['evolution'], loads: [{ items: 300, latencyMilliseconds: 100 }] },
	...[10_000, 50_000].map((items) => ({
		sides: ['ours' as const, 'noOp' as const],
		loads: [{ items, latencyMilliseconds: 0 }],
	})),
	...[20, 200].map((items) => ({
		sides: ['photo' as const],
		loads: [{ items, latencyMilliseconds: 0, fileBytes: 10_000_000 }],
	})),
];

async function measureAll(bench: Bench, rounds: number): Promise<Row[]> {
	const rows: Row[] = [];
	const carryOut = async (side: SideName, loads: Load[]) => {
		bench.report(`${SIDES[side]}: ${loads.map(({ items }) => `${items} items`).join(', ')}`);
		const measurements = await measure(bench, side, loads);
		for (const [index, load] of loads.entries()) {
			rows.push({ side, ...load, ...(measurements[index] as Measurement) });
		}
	};
	// What can't run at all shows in the first minute, not in the tenth.
	for (const { sides, loads } of [...PLANS, ...LONG_PLANS]) {
		for (const side of sides) await measure(bench, side, [{ ...loads[0], items: 1 } as Load]);
	}
	for (let round = 0; round < rounds; round++) {
		for (const { sides, loads } of PLANS) for (const side of sides) await carryOut(side, loads);
	}
	for (const { sides, loads } of LONG_PLANS) for (const side of sides) await carryOut(side, loads);
	return rows;
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			rounds: { type: 'string', default: '3' },
			profile: { type: 'string' },
			events: { type: 'boolean' },
			others: { type: 'boolean' },
			help: { type: 'boolean' },
		},
	});
	const rounds = Number(values.rounds);
	const profiled = values.profile;
	if (values.help || !(rounds >= 1) || (profiled !== undefined && !(profiled in SIDES))) {
		console.log(HELP);
		return;
	}
	const report = (line: string) => console.error(line);
	if (values.events) {
		const packages = { 'This package': undefined, 'The earlier one': await packEarlier(ROOT) };
		console.log(writeEvents(await measureEvents(packages, rounds, report)));
		return;
	}
	const server = startServer();
	if (values.others) {
		console.log(writeWaiting(await measureWaiting(server, report).finally(() => server.stop())));
		return;
	}
	const installation = await install(ROOT, report);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void installation.remove().finally(() => process.exit(1)));
	}
	const bench: Bench = { folders: installation.folders, server, report, nodeOptions: [] };
	try {
		if (profiled !== undefined) {
			const folder = join(ROOT, 'coverage', 'bench');
			bench.nodeOptions = ['--cpu-prof', `--cpu-prof-dir=${folder}`];
			await measure(bench, profiled as SideName, [{ items: 5000, latencyMilliseconds: 0 }]);
			report(`Written to ${folder}`);
			return;
		}
		const rows = await measureAll(bench, rounds);
		const waiting = await measureWaiting(server, report);
		const events = await measureEvents({ 'This package': undefined }, rounds, report);
		const config = await resolveConfig(PAGE);
		const results = new Results(rows, waiting, events, rounds);
		for (const { file, chart } of CHARTS) {
			await writeFile(join(ROOT, 'docs', 'images', file), drawChart(chart(results)));
		}
		const page = await format(writeReport(results), {
			...config,
			filepath: PAGE,
		});
		await writeFile(PAGE, page);
		report('Written to docs/benchmarks.md and docs/images');
	} finally {
		server.stop();
		await installation.remove();
	}
}

await main();
