import { readExecutionOf, workflowData } from './differences.mts';
import type { SavedWorkflow } from './examples.mts';
import type { N8n } from './n8n.mts';
import { poll } from './waiting.mts';

const UNDER_WAY = ['new', 'running', 'waiting', 'unknown'];

/** What a node gave. */
export interface Item {
	json: object;
	/** The files, by the name of their field. */
	binary?: Record<string, { mimeType: string; fileName?: string }>;
}

/** How an execution ended, and what each of its nodes gave. */
export interface Execution {
	/** `success`, `error`, `crashed` or `canceled`; `waiting`, if it goes on later. */
	status: string;
	/** Why it failed, in the words that the editor shows: the message, then what to do. */
	error?: { message: string; description: string };
	/**
	 * @param node the node's name
	 * @returns the items of the node's outputs, as far as it ran
	 */
	itemsOf(node: string): object[];
	/**
	 * @param node the node's name
	 * @returns the same items, with their files
	 */
	wholeItemsOf(node: string): Item[];
	/** @returns the same without their files, for each of the outputs of the node's last run */
	outputsOf(node: string): object[][];
}

interface ExecutionAnswer {
	status: string;
	/** See {@link parseFlatted}. */
	data: string;
}

interface ExecutionData {
	resultData?: {
		error?: { message?: string; description?: string | null };
		runData?: Record<string, NodeRun[]>;
	};
}

interface NodeRun {
	data?: { main?: Array<Item[] | null> };
}

/**
 * Reads the form in which n8n sends an execution, that of the `flatted` package: a list of all values, where
 * every string inside another value is the position of the value that belongs there.
 */
export function parseFlatted(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const revived = new Map<number, unknown>();
	const revive = (position: number): unknown => {
		const value = values[position];
		if (typeof value !== 'object' || value === null) return value;
		if (!revived.has(position)) {
			const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
			revived.set(position, copy);
			for (const [key, entry] of Object.entries(value)) {
				(copy as Record<string, unknown>)[key] =
					typeof entry === 'string' ? revive(Number(entry)) : entry;
			}
		}
		return revived.get(position);
	};
	return revive(0);
}

function readExecution({ status, data }: ExecutionAnswer): Execution {
	const { resultData = {} } = parseFlatted(data) as ExecutionData;
	const { error, runData = {} } = resultData;
	const wholeItemsOf = (node: string) =>
		(runData[node] ?? []).flatMap((run) => run.data?.main ?? []).flatMap((output) => output ?? []);
	return {
		status,
		error: error && { message: error.message ?? '', description: error.description ?? '' },
		itemsOf: (node) => wholeItemsOf(node).map(({ json }) => json),
		wholeItemsOf,
		outputsOf: (node) =>
			(runData[node]?.at(-1)?.data?.main ?? []).map((output) =>
				(output ?? []).map(({ json }) => json),
			),
	};
}

/**
 * Starts a workflow as the editor's *Execute workflow* button does.
 *
 * @param trigger the name of the node to start from
 * @returns the execution's id
 * @throws Error if n8n doesn't start it
 */
export async function startWorkflow(
	n8n: N8n,
	{ id }: Pick<SavedWorkflow, 'id'>,
	trigger: string,
): Promise<string> {
	const { executionId } = await n8n.post<{ executionId?: string }>(`/rest/workflows/${id}/run`, {
		triggerToStartFrom: { name: trigger },
		...(await workflowData(n8n, id)),
	});
	if (executionId === undefined) throw new Error(`n8n didn't start the workflow from "${trigger}"`);
	return executionId;
}

/**
 * Runs a workflow as the editor's *Execute workflow* button does, and waits for its end.
 *
 * @param trigger the name of the node to start from
 * @throws Error if n8n doesn't start it, or it doesn't end in time; a workflow that fails is a result, not an error
 */
export async function runWorkflow(
	n8n: N8n,
	workflow: Pick<SavedWorkflow, 'id'>,
	trigger: string,
	signal?: AbortSignal,
): Promise<Execution> {
	return await waitForEnd(n8n, await startWorkflow(n8n, workflow, trigger), signal);
}

/**
 * Waits until a workflow has been executed so often, whoever started it, and each of these has ended, or waits for
 * something from outside.
 *
 * @returns the executions, in the order in which they started
 * @throws Error if there aren't so many, or one goes on for too long
 */
export async function executionsOf(
	n8n: N8n,
	{ id, name }: Pick<SavedWorkflow, 'id' | 'name'>,
	count: number,
	signal?: AbortSignal,
): Promise<Execution[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	let ids: string[] = [];
	await poll(
		async () => {
			const { results } = await n8n.get<{ results: Array<{ id: string }> }>(
				`/rest/executions?limit=100&filter=${filter}`,
			);
			// The latest comes first.
			ids = results.map((execution) => execution.id).reverse();
			return ids.length < count ? undefined : ids;
		},
		() => `"${name}" had started ${ids.length} times instead of ${count}`,
		signal,
	);
	const executions: Execution[] = [];
	for (const executionId of ids) executions.push(await waitForPause(n8n, executionId, signal));
	return executions;
}

/**
 * Waits until an execution has ended.
 *
 * @throws Error if it doesn't in time
 */
export async function waitForEnd(
	n8n: N8n,
	executionId: string,
	signal?: AbortSignal,
): Promise<Execution> {
	return await waitFor(n8n, executionId, hasEnded, signal);
}

/**
 * Waits until an execution waits for something from outside, or has ended.
 *
 * @returns what it did so far
 * @throws Error if it does neither in time
 */
export async function waitForPause(
	n8n: N8n,
	executionId: string,
	signal?: AbortSignal,
): Promise<Execution> {
	const isPaused = (status: string) => status === 'waiting' || hasEnded(status);
	return await waitFor(n8n, executionId, isPaused, signal);
}

function hasEnded(status: string): boolean {
	return !UNDER_WAY.includes(status);
}

async function waitFor(
	n8n: N8n,
	executionId: string,
	isMeant: (status: string) => boolean,
	signal?: AbortSignal,
): Promise<Execution> {
	let last = 'unknown';
	const answer = await poll(
		async () => {
			const execution = await readExecutionOf<ExecutionAnswer>(n8n, executionId);
			last = execution?.status ?? last;
			return isMeant(last) ? execution : undefined;
		},
		() => `The workflow was still ${last}`,
		signal,
	);
	return readExecution(answer);
}
