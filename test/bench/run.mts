import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Bench } from './bench.mts';
import { measureCpu } from './cpu.mts';
import { install } from './installation.mts';
import { measureFile } from './memory.mts';
import { HELP, readOptions, type Options } from './options.mts';
import { writeReport } from './report.mts';
import { ServerProcess } from './serverProcess.mts';
import { measureDeclarative, measureThroughput } from './throughput.mts';
import { weigh } from './weight.mts';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGE = join(ROOT, 'docs', 'benchmarks.md');

function report(line: string): void {
	console.error(line);
}

async function measureAll(options: Options): Promise<string> {
	const start = performance.now();
	const load = loadavg()[1] ?? 0;
	const installation = await install(ROOT, report);
	const server = new ServerProcess();
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void installation.remove().finally(() => process.exit(1)));
	}
	try {
		const bench: Bench = { options, installation, server, report };
		const weights = await weigh(bench);
		const throughput = await measureThroughput(bench);
		await measureDeclarative(bench, throughput);
		const cpu = await measureCpu(bench);
		const file = await measureFile(bench);
		const minutes = (performance.now() - start) / 60_000;
		return writeReport({ options, throughput, cpu, file, weights, minutes, load });
	} finally {
		server.stop();
		await installation.remove();
	}
}

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	if (options === undefined) {
		console.log(HELP);
		return;
	}
	const config = await resolveConfig(PAGE);
	const page = await format(await measureAll(options), { ...config, filepath: PAGE });
	console.log(page);
	if (options.isQuick) return;
	await mkdir(dirname(PAGE), { recursive: true });
	await writeFile(PAGE, page);
	report('Written to docs/benchmarks.md');
}

await main();
