import { inTurn, type Bench, type Results } from './bench.mts';
import type { Entry } from './entries.mts';
import type { Load } from './job.mts';

export const FILE_BYTES = 50_000_000;

export const FILE_LOAD: Load = { items: 1, latencyMilliseconds: 0 };

/** Both read the file as n8n gives it, and send it as Base64 inside JSON. */
export const FILE_ENTRIES: Entry[] = [
	{ label: 'This package, Update Photo', side: 'oursPhoto' },
	{ label: 'Floor, the same request', side: 'floorPhoto' },
];

/** Sends one large file. */
export async function measureFile(bench: Bench): Promise<Results> {
	const plans = FILE_ENTRIES.map((entry) => ({
		entry,
		loads: [FILE_LOAD],
		more: { fileBytes: FILE_BYTES },
	}));
	return await inTurn(bench, 'A large file', plans);
}
