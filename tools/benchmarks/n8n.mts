import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { publishWorkflow, type SavedWorkflow } from '../launcher/examples.mts';
import { launch, type Launched } from '../launcher/launch.mts';
import { askOften, summarize, type Answers, type Asked } from './asking.mts';
import { median } from './figures.mts';
import { WARM_UP_ITEMS } from './job.mts';
import type { ServerProcess } from './measure.mts';
import { watchMemory } from './memory.mts';
import { accountAt, httpRequestParameters, itemData, SIDES, UNLINK_PARAMETERS } from './sides.mts';

const ROOT = join(import.meta.dirname, '..', '..');
const LATENCY_MILLISECONDS = 100;
const ITEMS = 5000;
const RUN_LIMIT_MILLISECONDS = 240_000;
const IDLE_MILLISECONDS = 10_000;

/** How often a webhook is called before it counts: its first calls take longer. */
const WARM_UP_CALLS = 10;

/** So many that there are some hundreds of answers to others. */
const ROUNDS = 6;

/** What others get to feel of a workflow that runs, in all rounds. */
export interface Waiting {
	label: string;
	/** Of the whole execution, the median of all rounds. */
	seconds: number;
	/** How much n8n grew, the median of all rounds. */
	memoryBytes: number;
	health: Answers;
	webhook: Answers;
}

interface Round {
	seconds: number;
	memoryBytes: number;
	health: Asked[];
	webhook: Asked[];
}

/** A workflow that a webhook starts, and that answers when it is done. */
function workflow(path: string, nodes: object[]): object {
	const nameOf = (index: number) => (index === 0 ? 'Webhook' : `Step ${index}`);
	const next = (index: number) => ({
		main: [[{ node: nameOf(index + 1), type: 'main', index: 0 }]],
	});
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
			name: nameOf(index),
			position: [index * 200, 0],
		})),
		connections: Object.fromEntries(nodes.map((_, index) => [nameOf(index), next(index)])),
		settings: { executionOrder: 'v1' },
	};
}

async function publish({ n8n }: Launched, path: string, nodes: object[]): Promise<void> {
	await publishWorkflow(
		n8n,
		await n8n.post<SavedWorkflow>('/rest/workflows', workflow(path, nodes)),
	);
}

async function send({ n8n }: Launched, path: string, count: number): Promise<void> {
	const items = Array.from({ length: count }, (_, item) => itemData(item));
	const answer = await fetch(`${n8n.url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ items }),
		signal: AbortSignal.timeout(RUN_LIMIT_MILLISECONDS),
	});
	if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
	await answer.text();
}

async function warmUp(launched: Launched, path: string | undefined): Promise<void> {
	for (let call = 0; call < WARM_UP_CALLS; call++) {
		await (await fetch(`${launched.n8n.url}/webhook/small`)).text();
	}
	if (path !== undefined) await send(launched, path, WARM_UP_ITEMS);
}

/**
 * Starts n8n anew, so that each run finds the same one, and has it run the items.
 *
 * @param path of the workflow that takes the items; without it, nothing runs
 */
async function measureRound(launched: Launched, path?: string): Promise<Round> {
	await launched.restart();
	await warmUp(launched, path);
	const { n8n } = launched;
	const memory = await watchMemory(n8n.processId ?? 0);
	const health = askOften(`${n8n.url}/healthz`);
	const webhook = askOften(`${n8n.url}/webhook/small`);
	const start = performance.now();
	await (path === undefined ? wait(IDLE_MILLISECONDS) : send(launched, path, ITEMS));
	const seconds = (performance.now() - start) / 1000;
	return {
		...{ seconds, memoryBytes: await memory() },
		...{ health: await health(), webhook: await webhook() },
	};
}

async function publishAll(launched: Launched, baseUrl: string): Promise<Map<string, string>> {
	const split = {
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.items', options: {} },
	};
	const credentials = { zApi: launched.credential };
	await publish(launched, 'small', [
		{ type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
	]);
	await publish(launched, 'ours', [
		split,
		{
			...{ type: 'n8n-nodes-z-api.zApi', typeVersion: 1 },
			...{ parameters: UNLINK_PARAMETERS, credentials },
		},
	]);
	await publish(launched, 'http', [
		split,
		{
			...{ type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2 },
			...{ parameters: httpRequestParameters(baseUrl), credentials },
		},
	]);
	return new Map([
		[SIDES.ours, 'ours'],
		[SIDES.http, 'http'],
	]);
}

/**
 * Runs 5,000 items in a real n8n, which is asked for other things meanwhile: by this package's node and by the HTTP
 * Request node, in turns, each in an n8n that has just started and warmed up.
 *
 * @param server what both send their requests to
 * @returns what it was like while nothing ran, and for each of both
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
		const paths = await publishAll(launched, account.baseUrl);
		const rounds: Array<Round & { label: string }> = [
			{ label: 'Nothing', ...(await measureRound(launched)) },
		];
		for (let count = 1; count <= ROUNDS; count++) {
			for (const [label, path] of paths) {
				const before = await server.count();
				const round = await measureRound(launched, path);
				const requests = (await server.count()) - before - WARM_UP_ITEMS;
				if (requests !== ITEMS) throw new Error(`${label} made ${requests} requests`);
				report(`${ITEMS} items in a real n8n: ${label}, ${Math.round(round.seconds)} s`);
				rounds.push({ label, ...round });
			}
		}
		return ['Nothing', ...paths.keys()].map((label) => {
			const own = rounds.filter((round) => round.label === label);
			return {
				label,
				seconds: median(own.map(({ seconds }) => seconds)),
				memoryBytes: median(own.map(({ memoryBytes }) => memoryBytes)),
				health: summarize(own.flatMap(({ health }) => health)),
				webhook: summarize(own.flatMap(({ webhook }) => webhook)),
			};
		});
	} finally {
		await launched.close();
		await server.close();
	}
}
