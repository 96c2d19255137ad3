import { readFile, writeFile } from 'node:fs/promises';

async function readKilobytes(processId: number, name: 'VmRSS' | 'VmHWM'): Promise<number> {
	const status = await readFile(`/proc/${processId}/status`, 'utf8');
	return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
}

/**
 * Watches how much memory a process takes at most, as Linux counts it.
 *
 * @returns a function that tells how many bytes more than now it had at its highest
 */
export async function watchMemory(processId: number): Promise<() => Promise<number>> {
	// Linux takes this for: the highest so far is forgotten.
	await writeFile(`/proc/${processId}/clear_refs`, '5');
	const before = await readKilobytes(processId, 'VmRSS');
	return async () => ((await readKilobytes(processId, 'VmHWM')) - before) * 1024;
}
