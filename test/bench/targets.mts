import { cpuPerItem, itemsPerSecond, type Results } from './bench.mts';
import { CPU_LOAD } from './cpu.mts';
import { EVOLUTION, FLOOR, HTTP_REQUEST, OURS, type Entry } from './entries.mts';
import type { Load } from './job.mts';
import { show } from './statistics.mts';
import { MOST_ITEMS, TARGET_LOAD } from './throughput.mts';
import type { Weights } from './weight.mts';

/** What the package is to reach, and what was measured. */
export interface Target {
	target: string;
	measured: string;
	/** Undefined if this run doesn't tell. */
	isMet?: boolean;
}

/** Two runs of the same thing differ by this much. */
const NOISE = 0.05;

export const LARGEST_CPU_RATIO = 1.6;
const LEAST_TIMES_SEQUENTIAL = 50;
const LARGEST_GROWTH = 1.2;
const LONGEST_LOADING_MILLISECONDS = 30;

/** @returns how many times as many items in a second one entry does as another */
export function speedRatio(
	results: Results,
	entry: Entry,
	other: Entry,
	load: Load,
): number | undefined {
	const mine = results.spread(entry, load, itemsPerSecond);
	const theirs = results.spread(other, load, itemsPerSecond);
	return mine && theirs && mine.median / theirs.median;
}

/** @returns how many times as much CPU one entry takes for an item as another */
export function cpuRatio(results: Results, entry: Entry, other: Entry): number | undefined {
	const mine = results.spread(entry, CPU_LOAD, cpuPerItem);
	const theirs = results.spread(other, CPU_LOAD, cpuPerItem);
	return mine && theirs && mine.median / theirs.median;
}

/** @returns how CPU per item changes from 100 items to the most */
export function growth(results: Results, entry: Entry): number | undefined {
	const at = (items: number) =>
		results.spread(entry, { items, latencyMilliseconds: 0 }, cpuPerItem);
	const few = at(100);
	const many = at(MOST_ITEMS);
	return few && many && many.median / few.median;
}

/** @returns times the sequential peer, from 100 items if 1,000 weren't measured: it takes equally long for each */
function timesSequential(results: Results): { ratio: number; isEstimate: boolean } | undefined {
	const ratio = speedRatio(results, OURS, EVOLUTION, TARGET_LOAD);
	if (ratio !== undefined) return { ratio, isEstimate: false };
	const mine = results.spread(OURS, TARGET_LOAD, itemsPerSecond);
	const theirs = results.spread(EVOLUTION, { ...TARGET_LOAD, items: 100 }, itemsPerSecond);
	return mine && theirs && { ratio: mine.median / theirs.median, isEstimate: true };
}

/** Compares what was measured with what is to be reached. */
export function compareWithTargets(results: Results, { weights, needless }: Weights): Target[] {
	const unmeasured = 'not measured in this run';
	const speed = speedRatio(results, OURS, HTTP_REQUEST, TARGET_LOAD);
	const sequential = timesSequential(results);
	const cpu = cpuRatio(results, OURS, FLOOR);
	const grown = growth(results, OURS);
	const loading = weights.find(({ label }) => label === OURS.label)?.loadingMilliseconds;
	return [
		{
			target:
				"1,000 items, 100 ms: no slower than n8n's HTTP Request node (5 % are within the noise)",
			measured: speed === undefined ? unmeasured : `${show(speed)} times its items per second`,
			isMet: speed && speed >= 1 - NOISE,
		},
		{
			target: `1,000 items, 100 ms: at least ${LEAST_TIMES_SEQUENTIAL} times as fast as the peer that sends one request after the other`,
			measured:
				sequential === undefined
					? unmeasured
					: `${show(sequential.ratio)} times${sequential.isEstimate ? ', worked out from its 100 items' : ''}`,
			isMet: sequential && sequential.ratio >= LEAST_TIMES_SEQUENTIAL,
		},
		{
			target: `CPU per item at most ${LARGEST_CPU_RATIO} times the floor's, which evaluates the same expressions`,
			measured: cpu === undefined ? unmeasured : `${show(cpu)} times`,
			isMet: cpu && cpu <= LARGEST_CPU_RATIO,
		},
		{
			target: 'CPU per item at 10,000 items at most 20 % above that at 100',
			measured: grown === undefined ? unmeasured : `${show(grown)} times`,
			isMet: grown && grown <= LARGEST_GROWTH,
		},
		{
			target: `Loading takes less than ${LONGEST_LOADING_MILLISECONDS} ms`,
			// What a process takes beyond the quickest one, it waited for other work on the machine.
			measured: loading
				? `${show(loading.min)} ms in the quickest of ${loading.count} processes`
				: unmeasured,
			isMet: loading && loading.min < LONGEST_LOADING_MILLISECONDS,
		},
		{
			target: "No file that a user doesn't need",
			measured: needless.length === 0 ? 'none' : needless.map((path) => `\`${path}\``).join(', '),
			isMet: needless.length === 0,
		},
	].map(({ target, measured, isMet }) => ({
		target,
		measured,
		isMet: typeof isMet === 'boolean' ? isMet : undefined,
	}));
}
