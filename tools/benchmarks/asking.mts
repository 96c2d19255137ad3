import { setTimeout as wait } from 'node:timers/promises';

const LIMIT_MILLISECONDS = 240_000;

/** Between an answer and the next question. A webhook starts an execution each time, which keeps n8n busy by itself. */
const PAUSE_MILLISECONDS = 100;

/** What n8n answered to one question. */
export interface Asked {
	/** n8n says 503 when it is too busy to see that its database is there. */
	isGood: boolean;
	milliseconds: number;
}

/** How long n8n took to answer others, in milliseconds. */
export interface Answers {
	count: number;
	refused: number;
	median: number;
	percentile99: number;
	longest: number;
}

/** @param asked the answers of all rounds */
export function summarize(asked: Asked[]): Answers {
	const sorted = asked.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
	const refused = asked.filter(({ isGood }) => !isGood).length;
	return { count: sorted.length, refused, median: at(0.5), percentile99: at(0.99), longest: at(1) };
}

async function ask(url: string): Promise<Asked> {
	const start = performance.now();
	const isGood = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MILLISECONDS) })
		.then(async (answer) => (await answer.text()) !== undefined && answer.ok)
		.catch(() => false);
	return { isGood, milliseconds: performance.now() - start };
}

/**
 * Asks again and again, each time after the last answer and a pause.
 *
 * @returns a function that ends it, and gives all answers
 */
export function askOften(url: string): () => Promise<Asked[]> {
	const asked: Asked[] = [];
	let isOver = false;
	const asking = (async () => {
		while (!isOver) {
			asked.push(await ask(url));
			await wait(PAUSE_MILLISECONDS);
		}
	})();
	return async () => {
		isOver = true;
		await asking;
		return asked;
	};
}
