import { lastLines, type Exit } from '../processes.mts';

const LOG_LINES = 40;

/** A process of n8n, as people are told of it. */
export interface Watched {
	name: string;
	exited: Promise<Exit>;
	/** The end of what it wrote to its log. */
	log(): string;
}

/**
 * Stays until it is asked to end. The other processes can end, as somebody may want to see what happens then.
 *
 * @param main the process without which nothing goes on
 * @param report told which of the others ends
 * @param end resolves to end it
 * @throws Error with the end of its log, if the main process ends
 */
export async function stayUp(
	main: Watched,
	others: Watched[],
	report: (line: string) => void,
	end: Promise<void>,
): Promise<void> {
	let isUp = true;
	for (const { name, exited } of others) {
		void exited.then(() => {
			if (isUp) report(`${name} has ended. The others keep running.`);
		});
	}
	try {
		await Promise.race([end, failWhenOneEnds([main])]);
	} finally {
		isUp = false;
	}
}

/** @throws Error with the end of its log, as soon as one of them ends */
export async function failWhenOneEnds(processes: Watched[]): Promise<never> {
	const one = await Promise.race(processes.map((each) => each.exited.then(() => each)));
	const log = lastLines(one.log(), LOG_LINES);
	throw new Error(`${one.name} ended unexpectedly. Its log ends with:\n${log}`);
}
