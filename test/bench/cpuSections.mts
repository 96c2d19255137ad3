import { cpuPerItem } from './bench.mts';
import { cell, countHeader, percent, ratioCell } from './cells.mts';
import { CPU_LOAD, MULTIPLIED, PROFILED, WITH_LEGACY } from './cpu.mts';
import {
	DECLARATIVE,
	DECLARATIVE_READER,
	EVOLUTION,
	FLOOR,
	FLOOR_CONSTANTS,
	HTTP_REQUEST,
	OURS,
	variantsOf,
} from './entries.mts';
import type { Findings } from './findings.mts';
import { PARTS, type Part, type Share } from './profile.mts';
import { show } from './statistics.mts';
import { table } from './tables.mts';
import { cpuRatio, growth } from './targets.mts';
import { MOST_ITEMS } from './throughput.mts';

const PART_NAMES: Record<Part, string> = {
	expressions: 'Expressions',
	engine: 'Engine',
	node: 'The node itself',
	credential: 'Signing',
	network: 'HTTP',
	native: 'Native',
	garbage: 'Garbage collection',
};

/** What an item costs. */
export function cpuSection({ options, throughput }: Findings): string {
	const counts = options.isQuick ? [100, 1000] : [100, 1000, MOST_ITEMS];
	const entries = [
		OURS,
		...variantsOf(options),
		HTTP_REQUEST,
		EVOLUTION,
		FLOOR,
		FLOOR_CONSTANTS,
		DECLARATIVE,
		DECLARATIVE_READER,
	];
	const rows = entries.map((entry) => [
		entry.label,
		...counts.map((items) =>
			cell(throughput.spread(entry, { items, latencyMilliseconds: 0 }, cpuPerItem)),
		),
		ratioCell(growth(throughput, entry)),
		ratioCell(cpuRatio(throughput, entry, FLOOR)),
	]);
	const header = ['', ...countHeader(counts), '10,000 to 100', '1,000: to the floor'];
	return `## CPU per item

Microseconds of CPU (user and system, all threads of the process) for an item, when the server answers at once.

${table(header, rows)}`;
}

function partsTable({ throughput, cpu }: Findings): string {
	const rows = PROFILED.flatMap((entry) => {
		const [run] = cpu.profiled.runs(entry, CPU_LOAD);
		const perItem = throughput.spread(entry, CPU_LOAD, cpuPerItem)?.median;
		if (!run?.profile || perItem === undefined) return [];
		const { parts } = run.profile;
		return [
			[
				entry.label,
				...PARTS.map((part) => `${show(parts[part] * perItem)} (${percent(parts[part])})`),
			],
		];
	});
	return table(['', ...PARTS.map((part) => PART_NAMES[part])], rows);
}

function shareTable(title: string, shares: Share[]): string {
	return table(
		[title, 'Share'],
		shares.map(({ name, share }) => [name, percent(share)]),
	);
}

function countsTable({ cpu }: Findings): string {
	const rows = PROFILED.flatMap((entry) => {
		const [run] = cpu.profiled.runs(entry, CPU_LOAD);
		if (!run) return [];
		const reads = run.credentialReads / CPU_LOAD.items;
		return [[entry.label, show(run.evaluationsPerItem ?? 0), show(reads)]];
	});
	return table(['', 'Expressions evaluated', 'Credential read'], rows);
}

/** What the CPU is used for, and how often n8n does what costs most. */
export function profileSection(findings: Findings): string {
	const profile = findings.cpu.profiled.runs(OURS, CPU_LOAD)[0]?.profile;
	const inEngine = profile
		? `For this package, with everything that these functions of n8n call (they overlap):

${shareTable("Part of n8n's work", profile.within)}

And the functions that take most time themselves:

${shareTable('Function', profile.functions)}`
		: '';
	return `## Where the CPU goes

Microseconds for an item, at 1,000 items. The shares are those of V8's sampling profiler in a run of their own, which knows the file of each function; they are applied to the CPU per item above.

${partsTable(findings)}

- **Expressions**: \`n8n-workflow\`'s expression files, what they use, and the isolate in which n8n evaluates them.
- **Engine**: all other code of n8n, and what it uses.
- **The node itself**: for this package, its own code without the credential. **Signing**: this package's credential.
- **HTTP**: n8n's HTTP client, axios, and Node's own modules. **Native**: work outside of JavaScript that belongs to no function.

How often n8n does what costs most, counted for an item:

${countsTable(findings)}

All sides but the floor with constants have two values that come from the item. n8n's engine walks over a declarative node's fields twice for each item, the second time only to find out whose base URL it is. In each walk it evaluates every value that is an expression, and evaluates it again when it reads the field to send it. The floor reads each value once, and the HTTP Request node has both in one expression.

${inEngine}`;
}

/** What an item costs in a package with more operations. */
export function operationsSection({ cpu, weights: { operations } }: Findings): string {
	const first = MULTIPLIED[0];
	const rows = MULTIPLIED.map((entry) => [
		`${(operations * (entry.multiple ?? 1)).toLocaleString('en-US')} (${entry.label})`,
		cell(cpu.multiplied.spread(entry, CPU_LOAD, cpuPerItem)),
		ratioCell(first && cpuRatio(cpu.multiplied, entry, first)),
	]);
	return `### With more operations

Unlink Groups in the same node, as if it had more operations: every resource is there several times, in memory. The copies' fields have names of their own, since n8n evaluates a value once for each field that bears its name.

${table(['Operations', 'µs of CPU per item', 'To today'], rows)}`;
}

/** What an item costs with n8n's former expression engine. */
export function legacySection({ cpu, options, throughput }: Findings): string {
	if (options.expressions === 'legacy') return '';
	const rows = WITH_LEGACY.map((entry) => [
		entry.label,
		cell(throughput.spread(entry, CPU_LOAD, cpuPerItem)),
		ratioCell(cpuRatio(throughput, entry, FLOOR)),
		cell(cpu.legacy.spread(entry, CPU_LOAD, cpuPerItem)),
		ratioCell(cpuRatio(cpu.legacy, entry, FLOOR)),
	]);
	const header = ['', 'vm: µs per item', 'To the floor', 'legacy: µs per item', 'To the floor'];
	return `### With n8n's former expression engine

n8n evaluates expressions in an isolate (\`vm\`); all other tables are about that. \`N8N_EXPRESSION_ENGINE=legacy\` still brings back the former engine, which n8n is going to remove.

${table(header, rows)}`;
}
