import { readFile } from 'node:fs/promises';

/** Linux counts the CPU time of a process in hundredths of a second. */
const MILLISECONDS_PER_TICK = 10;

/** What Linux tells of a process. */
export interface ProcessUse {
	parentId: number;
	/** CPU time of all its threads, also of children that have ended. */
	cpuMilliseconds: number;
}

/**
 * Reads how much CPU time a process has used so far.
 *
 * @returns undefined if there is no such process any more
 */
export async function readUse(processId: number | string): Promise<ProcessUse | undefined> {
	const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => undefined);
	if (stat === undefined) return undefined;
	// The program's name stands in brackets, and may hold blanks.
	const fields = stat
		.slice(stat.lastIndexOf(')') + 2)
		.split(' ')
		.map(Number);
	const [parentId = 0] = fields.slice(1);
	const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
	return { parentId, cpuMilliseconds: ticks * MILLISECONDS_PER_TICK };
}
