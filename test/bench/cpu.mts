import { inTurn, type Bench, type Results } from './bench.mts';
import {
	DECLARATIVE,
	DECLARATIVE_READER,
	EVOLUTION,
	FLOOR,
	FLOOR_CONSTANTS,
	HTTP_REQUEST,
	OURS,
	type Entry,
} from './entries.mts';
import type { Load } from './job.mts';

/** Where CPU is compared: the server answers at once, so nothing but work is left. */
export const CPU_LOAD: Load = { items: 1000, latencyMilliseconds: 0 };

/** Our node with several times its operations. */
export const MULTIPLIED: Entry[] = [1, 5, 10].map((multiple) => ({
	label: `×${multiple}`,
	side: 'ours',
	multiple,
}));

/** Who is looked into, and not only timed. */
export const PROFILED: Entry[] = [
	OURS,
	HTTP_REQUEST,
	EVOLUTION,
	FLOOR,
	FLOOR_CONSTANTS,
	DECLARATIVE,
	DECLARATIVE_READER,
];

/** Who runs with n8n's former expression engine, too. */
export const WITH_LEGACY: Entry[] = [OURS, HTTP_REQUEST, FLOOR, DECLARATIVE];

/** What the CPU is used for. */
export interface CpuResults {
	multiplied: Results;
	legacy: Results;
	/** Each of them ran once, watched by a profiler. */
	profiled: Results;
}

export async function measureCpu(bench: Bench): Promise<CpuResults> {
	const loads = [CPU_LOAD];
	const plan = (entry: Entry) => ({ entry, loads });
	return {
		multiplied: await inTurn(bench, 'More operations', MULTIPLIED.map(plan)),
		legacy: await inTurn(
			bench,
			'The former expression engine',
			WITH_LEGACY.map((entry) => ({ ...plan(entry), expressions: 'legacy' as const })),
		),
		profiled: await inTurn(
			bench,
			'Profiles',
			PROFILED.map((entry) => ({ ...plan(entry), more: { profile: true } })),
			{ rounds: 1 },
		),
	};
}
