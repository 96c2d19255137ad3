import { itemsPerSecond } from './bench.mts';
import { countHeader, countTable, ratioCell } from './cells.mts';
import { EVOLUTION, FLOOR, FLOOR_CONSTANTS, HTTP_REQUEST, OURS, variantsOf } from './entries.mts';
import type { Findings } from './findings.mts';
import type { Measurement } from './job.mts';
import { table } from './tables.mts';
import { speedRatio } from './targets.mts';
import { LATENCIES, MOST_ITEMS } from './throughput.mts';

const COUNTS = [10, 100, 1000, MOST_ITEMS];

/** How many items each side gets done in a second. */
export function throughputSection({ options, throughput }: Findings): string {
	const entries = [OURS, ...variantsOf(options), HTTP_REQUEST, EVOLUTION, FLOOR, FLOOR_CONSTANTS];
	const counts = options.isQuick ? COUNTS.filter((count) => count !== MOST_ITEMS) : COUNTS;
	const parts = LATENCIES.map((latencyMilliseconds) => {
		const ratios = entries
			.filter((entry) => entry !== OURS)
			.map((entry) => [
				entry.label,
				...counts.map((items) =>
					ratioCell(speedRatio(throughput, OURS, entry, { items, latencyMilliseconds })),
				),
			]);
		return `### The server answers ${latencyMilliseconds === 0 ? 'at once' : `after ${latencyMilliseconds} ms`}

${countTable(throughput, entries, latencyMilliseconds, counts, itemsPerSecond)}

How many times as fast this package is:

${table(['Compared with', ...countHeader(counts)], ratios)}`;
	});
	return `## Items per second

${parts.join('\n\n')}

\`n8n-nodes-evolution-api\` sends one request after the other, so 10,000 items at 100 ms would take it 17 minutes and aren't measured; at 100 ms, its ${options.isQuick ? '100 items' : '100 and 1,000 items'} ran in one round.`;
}

/** How long each side keeps n8n from anything else. */
export function blockSection({ options, throughput }: Findings): string {
	const counts = options.isQuick ? [1000] : [1000, MOST_ITEMS];
	const entries = [OURS, ...variantsOf(options), HTTP_REQUEST, EVOLUTION, FLOOR];
	const seconds = (measurement: Measurement) => measurement.longestBlockMilliseconds / 1000;
	return `### For how long n8n can do nothing else

The longest time in seconds for which the process was busy with these items without a pause. In that time a real n8n answers nobody, and runs no other workflow of the same process.

${countTable(throughput, entries, 0, counts, seconds)}`;
}
