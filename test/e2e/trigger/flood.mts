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
	const start = performance.now();
	const calls = await mapAtOnce(events, atOnce, async (event) => {
		const before = performance.now();
		const answer = await callWebhook(url, event, headers);
		return { answer, milliseconds: performance.now() - before };
	});
	const seconds = (performance.now() - start) / 1000;
	const sorted = calls.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
	const percentile = (share: number) =>
		Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
	return {
		answers: calls.map(({ answer }) => answer),
		answersPerSecond: Math.round(events.length / seconds),
		medianMilliseconds: percentile(0.5),
		percentile99Milliseconds: percentile(0.99),
		longestMilliseconds: percentile(1),
	};
}
