import { setTimeout as wait } from 'node:timers/promises';
import { callWebhook, mapAtOnce, type WebhookAnswer } from '../../../tools/launcher/calls.mts';

/** How a webhook took many posts. */
export interface Flood {
	/** In the order of the posts. */
	answers: WebhookAnswer[];
	answersPerSecond: number;
	medianMilliseconds: number;
	/** What 99 of 100 answers took at most. */
	percentile99Milliseconds: number;
	longestMilliseconds: number;
	/** What 99 of 100 answers of `/healthz` took at most meanwhile: how much others get to feel of it. */
	healthMilliseconds: number;
}

/** How often n8n is asked how it is. */
const PAUSE_MILLISECONDS = 100;

/** What 99 of 100 took at most. */
function percentile99(milliseconds: number[]): number {
	const sorted = milliseconds.toSorted((a, b) => a - b);
	return Math.round(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0);
}

/** Asks n8n how it is until it is told to stop. */
function askHealth(url: string) {
	const took: number[] = [];
	let isOver = false;
	const asking = (async () => {
		while (!isOver) {
			const before = performance.now();
			await fetch(new URL('/healthz', url)).then(async (answer) => await answer.text());
			took.push(performance.now() - before);
			await wait(PAUSE_MILLISECONDS);
		}
	})();
	return async (): Promise<number[]> => {
		isOver = true;
		await asking;
		return took;
	};
}

/**
 * Posts many events.
 *
 * @param url of the webhook
 * @param events what to post, each once
 * @param atOnce how many are under way at a time
 * @param headers of each post
 */
export async function flood(
	url: string,
	events: object[],
	atOnce: number,
	headers?: Record<string, string>,
): Promise<Flood> {
	const health = askHealth(url);
	const start = performance.now();
	const calls = await mapAtOnce(events, atOnce, async (event) => {
		const before = performance.now();
		const answer = await callWebhook(url, event, headers);
		return { answer, milliseconds: performance.now() - before };
	});
	const seconds = (performance.now() - start) / 1000;
	const sorted = calls.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
	return {
		answers: calls.map(({ answer }) => answer),
		answersPerSecond: Math.round(events.length / seconds),
		medianMilliseconds: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
		percentile99Milliseconds: percentile99(sorted),
		longestMilliseconds: Math.round(sorted.at(-1) ?? 0),
		healthMilliseconds: percentile99(await health()),
	};
}
