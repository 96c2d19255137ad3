import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { publishWorkflow, type SavedWorkflow } from '../launcher/examples.mts';
import { launch, type Launched } from '../launcher/launch.mts';
import type { ServerProcess } from './measure.mts';
import { accountAt, httpRequestParameters, itemData, UNLINK_PARAMETERS } from './sides.mts';

const ROOT = join(import.meta.dirname, '..', '..');
const LATENCY_MILLISECONDS = 100;
const ITEMS = 5000;
const RUN_LIMIT_MILLISECONDS = 240_000;

/** Between an answer and the next question. A webhook starts an execution each time, which keeps n8n busy by itself. */
const PAUSE_MILLISECONDS = 100;
const IDLE_MILLISECONDS = 10_000;

/** How long n8n took to answer others, in milliseconds. */
export interface Answers {
	count: number;
	/** n8n says 503 when it is too busy to see that its database is there. */
	refused: number;
	median: number;
	percentile99: number;
	longest: number;
}

/** What others get to feel of a workflow that runs. */
export interface Waiting {
	label: string;
	/** Of the whole execution. */
	seconds: number;
	health: Answers;
	webhook: Answers;
}

interface Asked {
	isGood: boolean;
	time: number;
}

function summarize(asked: Asked[]): Answers {
	const sorted = asked.map(({ time }) => time).toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
	const refused = asked.filter(({ isGood }) => !isGood).length;
	return { count: sorted.length, refused, median: at(0.5), percentile99: at(0.99), longest: at(1) };
}

async function ask(url: string): Promise<Asked> {
	const start = performance.now();
	const isGood = await fetch(url, { signal: AbortSignal.timeout(RUN_LIMIT_MILLISECONDS) })
		.then(async (answer) => (await answer.text()) !== undefined && answer.ok)
		.catch(() => false);
	return { isGood, time: performance.now() - start };
}

/** Asks again and again, each time after the last answer and a pause, until it is told to stop. */
function askOften(url: string) {
	const asked: Asked[] = [];
	let isOver = false;
	const asking = (async () => {
		while (!isOver) {
			asked.push(await ask(url));
			await wait(PAUSE_MILLISECONDS);
		}
	})();
	return async (): Promise<Answers> => {
		isOver = true;
		await asking;
		return summarize(asked);
	};
}

async function askMeanwhile<Result>(url: string, run: () => Promise<Result>) {
	const health = askOften(`${url}/healthz`);
	const webhook = askOften(`${url}/webhook/small`);
	const start = performance.now();
	await run();
	const seconds = (performance.now() - start) / 1000;
	return { seconds, health: await health(), webhook: await webhook() };
}

/** A workflow that a webhook starts, and that answers when it is done. */
function workflow(path: string, nodes: object[]): object {
	const names = ['Webhook', ...nodes.map((_, index) => `Step ${index + 1}`)];
	const webhook = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: {
			path,
			httpMethod: nodes.length > 1 ? 'POST' : 'GET',
			responseMode: 'lastNode',
			options: {},
		},
	};
	return {
		name: path,
		nodes: [webhook, ...nodes].map((node, index) => ({
			...node,
			id: `${path}-${index}`,
			name: names[index],
			position: [index * 200, 0],
		})),
		connections: Object.fromEntries(
			names
				.slice(0, -1)
				.map((name, index) => [
					name,
					{ main: [[{ node: names[index + 1], type: 'main', index: 0 }]] },
				]),
		),
		settings: { executionOrder: 'v1' },
	};
}

async function publish({ n8n }: Launched, path: string, nodes: object[]): Promise<void> {
	await publishWorkflow(
		n8n,
		await n8n.post<SavedWorkflow>('/rest/workflows', workflow(path, nodes)),
	);
}

/**
 * Runs 5,000 items in a real n8n, which is asked for other things meanwhile: once by this package's node, once by
 * the HTTP Request node.
 *
 * @param server what both send their requests to
 * @throws Error if n8n can't be started, an item has no request of its own, or others get no answer
 */
export async function measureWaiting(
	server: ServerProcess,
	report: (line: string) => void,
	environment?: Record<string, string>,
): Promise<Waiting[]> {
	const { address } = await server.open();
	const account = accountAt(`${address}/${LATENCY_MILLISECONDS}`);
	const launched = await launch({ root: ROOT, account, environment, report });
	try {
		const { n8n, credential } = launched;
		const split = {
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.items', options: {} },
		};
		const credentials = { zApi: credential };
		const actions = {
			'This package': {
				type: 'n8n-nodes-z-api.zApi',
				typeVersion: 1,
				parameters: UNLINK_PARAMETERS,
				credentials,
			},
			'HTTP Request': {
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: httpRequestParameters(account.baseUrl),
				credentials,
			},
		};
		await publish(launched, 'small', [
			{ type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
		]);
		const small = await fetch(`${n8n.url}/webhook/small`);
		await small.text();
		const results: Waiting[] = [];
		const idle = await askMeanwhile(n8n.url, async () => await wait(IDLE_MILLISECONDS));
		results.push({ label: 'Nothing', ...idle });

		for (const [index, [label, action]] of Object.entries(actions).entries()) {
			report(`${ITEMS} items in a real n8n: ${label}`);
			const path = `many-${index}`;
			await publish(launched, path, [split, action]);
			const before = await server.count();
			const body = JSON.stringify({
				items: Array.from({ length: ITEMS }, (_, item) => itemData(item)),
			});
			const run = async () => {
				const answer = await fetch(`${n8n.url}/webhook/${path}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body,
					signal: AbortSignal.timeout(RUN_LIMIT_MILLISECONDS),
				});
				if (!answer.ok) throw new Error(`${label}: ${await answer.text()}`);
			};
			results.push({ label, ...(await askMeanwhile(n8n.url, run)) });
			const requests = (await server.count()) - before;
			if (requests !== ITEMS) throw new Error(`${label} made ${requests} requests`);
		}
		return results;
	} finally {
		await launched.close();
		await server.close();
	}
}
