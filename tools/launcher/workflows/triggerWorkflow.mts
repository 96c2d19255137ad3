import { randomUUID } from 'node:crypto';
import { publishWorkflow, unpublishWorkflow, type SavedWorkflow } from '../examples.mts';
import { saveWorkflow, workflowData } from '../differences.mts';
import type { Launched } from '../launch.mts';
import type { N8n } from '../n8n.mts';
import { waitUntil } from '../waiting.mts';
import { TRIGGER_TYPE, triggerVersion } from './triggerVersion.mts';

/** The name of the trigger in every workflow here. */
export const TRIGGER = 'Z-API Trigger';

/** The most executions that n8n gives at once. */
const PAGE = 250;

/** An item as n8n keeps it. */
export interface Item {
	json: Record<string, unknown>;
	/** Files, by their field; `data` is the content in Base64 where n8n keeps files in memory. */
	binary?: Record<string, { id?: string; data: string; mimeType: string; fileName?: string }>;
}

/** What a workflow's trigger started. */
export interface Execution {
	status: string;
	/** `webhook` for a production execution, `manual` for a test. */
	mode: string;
	/** What the trigger gave. */
	items: Item[];
}

interface Page {
	data: Array<{
		status: string;
		mode: string;
		data: {
			resultData: { runData: Record<string, Array<{ data: { main: Item[][] } }> | undefined> };
		};
	}>;
	nextCursor: string | null;
}

/** The keys to n8n's public interface, the only one that gives many executions with their data at once. */
const keys = new WeakMap<N8n, Promise<{ rawApiKey: string }>>();

async function readPage(n8n: N8n, query: Record<string, string>): Promise<Page> {
	const key =
		keys.get(n8n) ??
		n8n.post<{ rawApiKey: string }>('/rest/api-keys', {
			// n8n wants another one each time, and this n8n may have been restarted.
			label: `Test ${randomUUID()}`,
			expiresAt: null,
			scopes: ['execution:list', 'execution:read'],
		});
	keys.set(n8n, key);
	const parameters = new URLSearchParams(query).toString();
	const answer = await fetch(`${n8n.url}/api/v1/executions?${parameters}`, {
		headers: { 'X-N8N-API-KEY': (await key).rawApiKey },
	});
	if (!answer.ok) throw new Error(`n8n doesn't give the executions: ${await answer.text()}`);
	return (await answer.json()) as Page;
}

/** A workflow of the trigger and a node that does nothing, in a running n8n. */
export class TriggerWorkflow {
	readonly id: string;
	readonly #n8n: N8n;
	readonly #workflow: SavedWorkflow;

	constructor(n8n: N8n, workflow: SavedWorkflow) {
		this.id = workflow.id;
		this.#n8n = n8n;
		this.#workflow = workflow;
	}

	/**
	 * Saves a workflow, which isn't active then.
	 *
	 * @param parameters of the trigger; those left out are as they are at first
	 */
	static async save(
		{ n8n, credential }: Pick<Launched, 'n8n' | 'credential'>,
		parameters: object = {},
	): Promise<TriggerWorkflow> {
		const workflow = await saveWorkflow<SavedWorkflow>(n8n, {
			name: 'End-to-end test of the trigger',
			settings: { executionOrder: 'v1' },
			nodes: [
				{
					...{
						id: 'node-0',
						name: TRIGGER,
						type: TRIGGER_TYPE,
						typeVersion: await triggerVersion(n8n),
					},
					...{ position: [0, 0], parameters, credentials: { zApi: credential } },
					// As the editor does; n8n itself does so only since 2.0.
					webhookId: randomUUID(),
				},
				{
					...{ id: 'node-1', name: 'Next', type: 'n8n-nodes-base.noOp', typeVersion: 1 },
					...{ position: [240, 0], parameters: {} },
				},
			],
			connections: { [TRIGGER]: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
		});
		return new TriggerWorkflow(n8n, workflow);
	}

	/** Saves a workflow and publishes it. Unpublishes it at the end of the block in which it is declared. */
	static async publish(
		launched: Pick<Launched, 'n8n' | 'credential'>,
		parameters?: object,
	): Promise<TriggerWorkflow> {
		const workflow = await TriggerWorkflow.save(launched, parameters);
		try {
			await workflow.publish();
			return workflow;
		} catch (error) {
			await workflow.unpublish();
			throw error;
		}
	}

	/** @returns the same workflow in another n8n, which has a copy of it */
	in(n8n: N8n): TriggerWorkflow {
		return new TriggerWorkflow(n8n, this.#workflow);
	}

	/** @throws Error with n8n's words if it can't be published, after n8n's last attempt */
	async publish(): Promise<void> {
		await publishWorkflow(this.#n8n, this.#workflow);
	}

	/** Unpublishes it, and waits until its trigger has done its part, a good while after n8n's answer. */
	async unpublish(): Promise<void> {
		await unpublishWorkflow(this.#n8n, this.#workflow);
	}

	/** Starts a test, as the editor's button does, without an editor. */
	async startTest(): Promise<void> {
		await this.#n8n.post(`/rest/workflows/${this.id}/run`, {
			triggerToStartFrom: { name: TRIGGER },
			...(await workflowData(this.#n8n, this.id)),
		});
	}

	/**
	 * Stops a test, and waits until n8n has forgotten it. Its trigger does its part after n8n's answer. Until then, n8n
	 * has all of itself in the cache in which it keeps tests, and a test that begins makes it copy that: it takes a
	 * minute, or fails with "Maximum call stack size exceeded".
	 */
	async endTest(): Promise<void> {
		const { nodes } = await this.#n8n.get<{ nodes: Array<{ webhookId?: string }> }>(
			`/rest/workflows/${this.id}`,
		);
		await this.#n8n.delete(`/rest/test-webhook/${this.id}`);
		const address = `${this.#n8n.url}/webhook-test/${nodes[0]?.webhookId}/webhook`;
		// While n8n takes events there, it says that they are to be posted.
		const isForgotten = async () => !(await (await fetch(address)).text()).includes('POST');
		await waitUntil('n8n has forgotten the test', isForgotten);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.unpublish();
	}

	async #count(status?: string[]): Promise<number> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.id, status }));
		const { results, count } = await this.#n8n.get<{ results: object[]; count: number }>(
			`/rest/executions?limit=1&filter=${filter}`,
		);
		// What is under way is in the results, but not in the count.
		return Math.max(results.length, count);
	}

	/**
	 * Gives all executions, oldest first.
	 *
	 * @param atLeast waits until there are so many, and none is under way
	 * @param underWay the statuses of those that are
	 */
	async executions(atLeast: number, underWay = ['new', 'running']): Promise<Execution[]> {
		await waitUntil(`there are ${atLeast} executions, and none is under way`, async () => {
			// In this order: one may begin in between.
			return (await this.#count()) >= atLeast && (await this.#count(underWay)) === 0;
		});
		const executions: Execution[] = [];
		for (let cursor: string | null = ''; cursor !== null; ) {
			const { data, nextCursor }: Page = await readPage(this.#n8n, {
				...{ workflowId: this.id, includeData: 'true', limit: String(PAGE) },
				...(cursor === '' ? {} : { cursor }),
			});
			cursor = nextCursor;
			executions.push(
				...data.map(({ status, mode, data: { resultData } }) => ({
					...{ status, mode },
					items: (resultData.runData[TRIGGER] ?? []).flatMap(({ data: { main } }) => main.flat()),
				})),
			);
		}
		return executions.reverse();
	}
}
