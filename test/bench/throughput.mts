import { inTurn, type Bench, type Plan, type Results } from './bench.mts';
import {
	DECLARATIVE,
	DECLARATIVE_READER,
	EVOLUTION,
	FLOOR,
	FLOOR_CONSTANTS,
	HTTP_REQUEST,
	OURS,
	variantsOf,
	type Entry,
} from './entries.mts';
import type { Load } from './job.mts';

export const LATENCIES = [0, 100];

/** Where the targets are measured. */
export const TARGET_LOAD: Load = { items: 1000, latencyMilliseconds: 100 };

/** How many items the runs have that are measured in several rounds, from the largest to the smallest. */
const COUNTS = [1000, 100, 10];

/** It is measured in one round only, since it takes long. */
export const MOST_ITEMS = 10_000;

/** All of these send all their requests at once, or as their own limits say. */
function concurrentEntries(bench: Bench): Entry[] {
	return [OURS, ...variantsOf(bench.options), HTTP_REQUEST, FLOOR, FLOOR_CONSTANTS];
}

function loadsOf(counts: number[], latencies = LATENCIES): Load[] {
	return counts.flatMap((items) =>
		latencies.map((latencyMilliseconds) => ({ items, latencyMilliseconds })),
	);
}

/**
 * Runs all sides with all numbers of items. The peer that sends one request after the other is left out where it
 * would take minutes: it takes 100 ms for each item there, however many there are.
 */
export async function measureThroughput(bench: Bench): Promise<Results> {
	const { isQuick } = bench.options;
	const entries = concurrentEntries(bench);
	const plan = (loads: Load[]) => (entry: Entry) => ({ entry, loads });
	const peersLoads = [...loadsOf(COUNTS, [0]), { items: 10, latencyMilliseconds: 100 }];
	const results = await inTurn(bench, 'Up to 1,000 items', [
		...entries.map(plan(loadsOf(COUNTS))),
		{ entry: EVOLUTION, loads: peersLoads },
	]);

	const once = { rounds: 1, into: results };
	const sequential: Load[] = [
		{ items: 100, latencyMilliseconds: 100 },
		...(isQuick ? [] : [TARGET_LOAD]),
	];
	await inTurn(
		bench,
		'One request after the other',
		[{ entry: EVOLUTION, loads: sequential }],
		once,
	);
	if (isQuick) return results;

	const most: Plan[] = [
		...entries.map(plan(loadsOf([MOST_ITEMS]))),
		{ entry: EVOLUTION, loads: loadsOf([MOST_ITEMS], [0]) },
	];
	return await inTurn(bench, '10,000 items', most, once);
}

/** Runs the least that declarative nodes can be, which says what n8n's engine costs without us. */
export async function measureDeclarative(bench: Bench, results: Results): Promise<void> {
	const loads = loadsOf([1000]);
	const plans = [DECLARATIVE, DECLARATIVE_READER].map((entry) => ({ entry, loads }));
	await inTurn(bench, "What n8n's engine costs", plans, { into: results });
}
