const CALL_LIMIT_MILLISECONDS = 45_000;

/** What a webhook answered; status 0 if it didn't, with the reason as the body. */
export interface WebhookAnswer {
	status: number;
	body: unknown;
}

/**
 * Calls a webhook with POST and JSON. Never throws, so that one lost call doesn't hide the others.
 *
 * @param headers besides the type of the body
 */
export async function callWebhook(
	url: string,
	body: object,
	headers: Record<string, string> = {},
): Promise<WebhookAnswer> {
	try {
		const answer = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(CALL_LIMIT_MILLISECONDS),
		});
		const text = await answer.text();
		return { status: answer.status, body: parseIfJson(text) };
	} catch (error) {
		// The message of `fetch` says only that it failed.
		return { status: 0, body: String((error as Error).cause ?? error) };
	}
}

function parseIfJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/**
 * Does the same with every item, with some of them under way at once.
 *
 * @param atOnce how many
 * @returns the results, in the items' order
 */
export async function mapAtOnce<Item, Result>(
	items: Item[],
	atOnce: number,
	work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	const rest = items.entries();
	const takeTurns = async () => {
		// All of them draw from the same iterator.
		for (const [index, item] of rest) results[index] = await work(item);
	};
	await Promise.all(Array.from({ length: atOnce }, takeTurns));
	return results;
}
