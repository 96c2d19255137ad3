import { cell, countTable, kilobytes, NOTHING, ratioCell } from './cells.mts';
import { EVOLUTION, FLOOR, FLOOR_CONSTANTS, HTTP_REQUEST, OURS, variantsOf } from './entries.mts';
import type { Findings } from './findings.mts';
import type { Measurement } from './job.mts';
import { FILE_BYTES, FILE_ENTRIES, FILE_LOAD } from './memory.mts';
import { show, showSpread } from './statistics.mts';
import { table } from './tables.mts';
import { MOST_ITEMS } from './throughput.mts';

const MEGABYTE = 1e6;

function peakGrowth({ peakBytes, idleBytes }: Measurement): number {
	return (peakBytes - idleBytes) / MEGABYTE;
}

/** How much memory many items take, and one large file. */
export function memorySection({ options, throughput, file }: Findings): string {
	const counts = options.isQuick ? [1000] : [MOST_ITEMS];
	const entries = [OURS, ...variantsOf(options), HTTP_REQUEST, EVOLUTION, FLOOR, FLOOR_CONSTANTS];
	const rows = FILE_ENTRIES.map((entry) => {
		const spread = file.spread(entry, FILE_LOAD, peakGrowth);
		const ratio = spread && (spread.median * MEGABYTE) / FILE_BYTES;
		return [entry.label, cell(spread), ratioCell(ratio)];
	});
	return `## Memory

The process's largest size during the run, less its size right before, in MB; the server answers at once.

${countTable(throughput, entries, 0, counts, peakGrowth)}

### A file of ${FILE_BYTES / MEGABYTE} MB

Update Photo sends a file of the step before, which n8n keeps on the disk, as Base64 in JSON. That text alone is 1.33 times the file.

${table(['', 'MB', 'Times the file'], rows)}`;
}

/** How heavy the packages are. */
export function weightSection({ weights: { weights } }: Findings): string {
	const own = weights[0];
	const rows = weights.map((weight) => [
		weight.label,
		weight.packedBytes === undefined ? NOTHING : kilobytes(weight.packedBytes),
		kilobytes(weight.unpackedBytes),
		show(weight.files),
		showSpread(weight.loadingMilliseconds),
		ratioCell(own && weight.loadingMilliseconds.median / own.loadingMilliseconds.median),
		kilobytes(weight.descriptionBytes),
	]);
	const header = ['', 'Packed', 'Unpacked', 'Files', 'Loading, ms', 'To ours', 'Description'];
	return `## Weight

${table(header, rows)}

Of n8n's own nodes, which come in one large package, only the folder of the HTTP Request node counts here. Loading is the time that \`require\` takes for the node and its credential, in a new process that has n8n's libraries already. The description is what the editor downloads to show the node, in all of its versions.`;
}
