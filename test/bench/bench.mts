import type { ExpressionEngine } from './engine.mts';
import type { Entry } from './entries.mts';
import type { Installation } from './installation.mts';
import type { Job, Load, Measurement } from './job.mts';
import { measure } from './measure.mts';
import type { Options } from './options.mts';
import type { ServerProcess } from './serverProcess.mts';
import { spreadOf, type Spread } from './statistics.mts';

/** What every part of the bench works with. */
export interface Bench {
	options: Options;
	installation: Installation;
	server: ServerProcess;
	/** Told what happens, in lines for a person. */
	report: (line: string) => void;
}

/** All runs of all entries with all loads, in the order of the rounds. */
export class Results {
	readonly #runs = new Map<string, Measurement[]>();
	/** Runs that don't count, since something failed. */
	readonly failures: string[] = [];

	#key({ label }: Entry, { items, latencyMilliseconds }: Load): string {
		return `${label}|${items}|${latencyMilliseconds}`;
	}

	add(entry: Entry, load: Load, measurement: Measurement): void {
		const key = this.#key(entry, load);
		this.#runs.set(key, [...(this.#runs.get(key) ?? []), measurement]);
	}

	/** @returns the runs of one entry with one load; none if it wasn't measured */
	runs(entry: Entry, load: Load): Measurement[] {
		return this.#runs.get(this.#key(entry, load)) ?? [];
	}

	/** @returns what the runs of one entry with one load showed; undefined if it wasn't measured */
	spread(
		entry: Entry,
		load: Load,
		value: (measurement: Measurement, load: Load) => number,
	): Spread | undefined {
		const runs = this.runs(entry, load);
		return runs.length === 0 ? undefined : spreadOf(runs.map((run) => value(run, load)));
	}
}

/** Items that came out well in a second. */
export function itemsPerSecond({ goodItems, milliseconds }: Measurement): number {
	return (goodItems / milliseconds) * 1000;
}

/** Microseconds of CPU for an item. */
export function cpuPerItem({ cpuMilliseconds }: Measurement, { items }: Load): number {
	return (cpuMilliseconds / items) * 1000;
}

/** What one process is to measure. */
export interface Plan {
	entry: Entry;
	loads: Load[];
	expressions?: ExpressionEngine;
	more?: Pick<Job, 'profile' | 'fileBytes'>;
}

/** Measures what one plan says; what fails is noted, and the others go on. */
async function carryOut(
	{ options, installation, server }: Bench,
	{ entry, loads, expressions = options.expressions, more }: Plan,
	results: Results,
): Promise<void> {
	const { label, ...which } = entry;
	const job = { ...which, ...more, folders: installation.folders, expressions, loads };
	let measurements: Measurement[] = [];
	try {
		measurements = await measure(server, job);
	} catch (error) {
		results.failures.push(`${label}: ${error instanceof Error ? error.message : String(error)}`);
	}
	measurements.forEach((measurement, index) => {
		const load = loads[index];
		if (!load) return;
		const { goodItems, error } = measurement;
		if (error === undefined && goodItems === load.items) {
			results.add(entry, load, measurement);
		} else {
			results.failures.push(
				`${label}: ${goodItems} of ${load.items} items came out well at ${load.latencyMilliseconds} ms; ${error ?? 'the others are missing'}`,
			);
		}
	});
}

/**
 * Measures in rounds: in each of them, every plan has its turn once.
 *
 * @param title what is measured, for a person
 */
export async function inTurn(
	bench: Bench,
	title: string,
	plans: Plan[],
	{ rounds = bench.options.rounds, into = new Results() }: { rounds?: number; into?: Results } = {},
): Promise<Results> {
	for (let round = 1; round <= rounds; round++) {
		bench.report(`${title}, round ${round} of ${rounds}`);
		for (const plan of plans) await carryOut(bench, plan, into);
	}
	return into;
}
