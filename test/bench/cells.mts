import type { Results } from './bench.mts';
import type { Entry } from './entries.mts';
import type { Load, Measurement } from './job.mts';
import { show, showSpread, type Spread } from './statistics.mts';
import { table } from './tables.mts';

/** What a cell shows where nothing was measured. */
export const NOTHING = '–';

/** What was measured, or a dash. */
export function cell(spread: Spread | undefined): string {
	return spread ? showSpread(spread) : NOTHING;
}

/** How many times, or a dash. */
export function ratioCell(ratio: number | undefined): string {
	return ratio === undefined ? NOTHING : `${show(ratio)}×`;
}

/** A share between 0 and 1. */
export function percent(share: number): string {
	return `${(share * 100).toFixed(share < 0.0995 ? 1 : 0)} %`;
}

/** A size. */
export function kilobytes(bytes: number): string {
	return `${show(bytes / 1000)} kB`;
}

/** The names of columns for these numbers of items. */
export function countHeader(counts: number[]): string[] {
	return counts.map((count) => `${count.toLocaleString('en-US')} items`);
}

/** One row for each entry, one column for each number of items. */
export function countTable(
	results: Results,
	entries: Entry[],
	latencyMilliseconds: number,
	counts: number[],
	value: (measurement: Measurement, load: Load) => number,
): string {
	const rows = entries.map((entry) => [
		entry.label,
		...counts.map((items) => cell(results.spread(entry, { items, latencyMilliseconds }, value))),
	]);
	return table(['', ...countHeader(counts)], rows);
}
