import { availableParallelism, cpus, totalmem } from 'node:os';
import { N8N_VERSION } from '../launcher/cache.mts';
import { NOTHING, ratioCell } from './cells.mts';
import type { Results } from './bench.mts';
import { cpuSection, legacySection, operationsSection, profileSection } from './cpuSections.mts';
import {
	DECLARATIVE,
	DECLARATIVE_READER,
	EVOLUTION,
	FLOOR,
	FLOOR_CONSTANTS,
	HTTP_REQUEST,
	OURS,
} from './entries.mts';
import type { Findings } from './findings.mts';
import { PEER_VERSION } from './installation.mts';
import { memorySection, weightSection } from './sizeSections.mts';
import { blockSection, throughputSection } from './speedSections.mts';
import { show } from './statistics.mts';
import { table } from './tables.mts';
import { compareWithTargets, cpuRatio, LARGEST_CPU_RATIO, speedRatio } from './targets.mts';
import { TARGET_LOAD } from './throughput.mts';

/** Runs that failed are no reason to hide the others, but the reader has to know. */
function failuresSection({ throughput, cpu, file }: Findings): string {
	const results = [throughput, cpu.multiplied, cpu.legacy, cpu.profiled, file];
	const failures = results.flatMap((result) => result.failures);
	if (failures.length === 0) return '';
	const lines = failures.map((failure) => `- ${failure.split('\n')[0]}`);
	return `## Failed runs

These don't count in any table:

${lines.join('\n')}`;
}

function targetsSection({ throughput, weights }: Findings): string {
	const rows = compareWithTargets(throughput, weights).map(({ target, measured, isMet }) => [
		target,
		measured,
		isMet === undefined ? NOTHING : isMet ? 'met' : '**not met**',
	]);
	return `## Targets

${table(['Target', 'Measured', ''], rows, [0, 1, 2])}

${whyNotMet(throughput)}`;
}

/** What n8n's engine leaves to a declarative node, whichever it is. */
function whyNotMet(results: Results): string {
	const ours = cpuRatio(results, OURS, FLOOR);
	const least = cpuRatio(results, DECLARATIVE, FLOOR);
	const quickest = cpuRatio(results, DECLARATIVE_READER, FLOOR);
	if (ours === undefined || least === undefined || quickest === undefined) return '';
	if (ours <= LARGEST_CPU_RATIO) return '';
	const speed = speedRatio(results, DECLARATIVE_READER, HTTP_REQUEST, TARGET_LOAD);
	const reach =
		Math.min(least, quickest) > LARGEST_CPU_RATIO
			? `So neither of them reaches ${LARGEST_CPU_RATIO} times, although n8n's engine does all their work: [Where the CPU goes](#where-the-cpu-goes) shows why.`
			: `[Where the CPU goes](#where-the-cpu-goes) shows what makes the difference.`;
	return `How close a declarative node can get: the least one, two fields and not a line of code, takes ${show(least)} times the floor's CPU per item, and the quickest one ${show(quickest)} times; this package takes ${show(ours)} times. The quickest one does ${ratioCell(speed)} the HTTP Request node's items per second at 1,000 items and 100 ms. ${reach}`;
}

function setUp({ options, minutes, load }: Findings): string {
	const [cpu] = cpus();
	return `- n8n ${N8N_VERSION} (its engine, its HTTP Request node, expression engine \`${options.expressions}\`), Node ${process.version}, n8n-nodes-evolution-api ${PEER_VERSION}
- ${availableParallelism()} CPUs (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 1e9)} GB of memory, ${process.platform}; ${load < availableParallelism() / 4 ? 'nothing else ran' : `**other work ran at the same time** (load ${show(load)}), which makes the times longer and less even`}
- ${options.rounds} round${options.rounds === 1 ? '' : 's'}, ${Math.max(1, Math.round(minutes))} minutes in all`;
}

/**
 * Writes everything down for a reader, as Markdown.
 *
 * @param findings what was measured
 */
export function writeReport(findings: Findings): string {
	return `# Benchmarks

How fast **Community → Unlink Groups** handles many items in n8n, what it costs, and how that compares. \`npm run bench\` measures all of this again and writes this page.

The numbers of one machine say little about another: compare the ratios. A cell has the median and, in brackets, the smallest and the largest of its rounds; without brackets, it was measured once.

${targetsSection(findings)}

${failuresSection(findings)}

## What is compared

| | What it does for each item |
| --- | --- |
| ${OURS.label} | Unlink Groups, with both fields from the item, as users do: \`{{ $json.communityId }}\` and \`{{ $json.groupId }}\` |
| ${HTTP_REQUEST.label} | the same call by n8n's own node, with the same credential and a JSON body from the item; without batching, which is its default |
| ${EVOLUTION.label} | one text message, by the most used WhatsApp community node, to the same server; number and text come from the item |
| ${FLOOR.label} | the same call by a node that does nothing else: it reads its two fields, with the same expressions, and calls \`httpRequestWithAuthentication\` for all items at once |
| ${FLOOR_CONSTANTS.label} | the same without expressions |
| ${DECLARATIVE.label} | the same call by a declarative node of two fields, without code |
| ${DECLARATIVE_READER.label} | the same by a declarative node whose engine knows nothing of the two fields; a function reads them |

How: each side runs in a process of its own, with the same copy of n8n's engine, the same settings and the same environment; the sides take turns in each round. A workflow of a trigger and the node runs as an active workflow does. Before the measured runs, one of 300 items loads and compiles everything. The server is a third process on the same machine. A run only counts if every item comes out well, and if the server got exactly one request for each.

${setUp(findings)}

${throughputSection(findings)}

${blockSection(findings)}

${cpuSection(findings)}

${profileSection(findings)}

${operationsSection(findings)}

${legacySection(findings)}

${memorySection(findings)}

${weightSection(findings)}

## What this doesn't show

- The credential comes from memory. A real n8n reads it from its database and decrypts it whenever a node asks, which favours nodes that ask less often; the table above counts that.
- Nothing is saved: a real n8n also writes the execution to its database, the same for all sides.
- The server is on the same machine and answers without TLS. A real service has limits of its own, and refuses thousands of requests at once.
- n8n opens a new connection for each request, for all sides alike.

## Measure again

\`\`\`sh
npm run bench
\`\`\`

takes about ten minutes on a machine that does nothing else. \`npm run bench -- --quick\` takes some minutes, measures less, and only prints. \`npm run bench -- --parameter name=value\` lets this package take part once more with that node parameter, to compare values. \`npm run bench -- --help\` shows the rest. The first run installs n8n and the peer into a cache in the home folder, as \`npm start\` does.
`;
}
