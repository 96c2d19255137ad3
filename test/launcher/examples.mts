import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
	publicationOf,
	readExecutionOf,
	saveWorkflow,
	setPublished,
	workflowData,
} from './differences.mts';
import type { N8n } from './n8n.mts';

/** What n8n calls the credential. */
export const CREDENTIAL_TYPE = 'zApi';
const USUAL_BASE_URL = 'https://api.z-api.io';
const PACKAGE_PREFIX = 'n8n-nodes-z-api.';
const RUN_LIMIT_MILLISECONDS = 60_000;
const PUBLISH_LIMIT_MILLISECONDS = 60_000;

export interface CredentialReference {
	id: string;
	name: string;
}

export interface WorkflowNode {
	name: string;
	type: string;
	typeVersion?: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, CredentialReference>;
}

/** A workflow as its file holds it. */
export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	connections: object;
	settings?: object;
}

/** A workflow in a running n8n. */
export interface SavedWorkflow {
	id: string;
	name: string;
	/** The state that was saved last; publishing names it. */
	versionId: string;
}

/** An example in a running n8n. */
export interface ImportedWorkflow extends Workflow, SavedWorkflow {
	/** The name of the file that it came from. */
	file: string;
}

/** What a Z-API credential holds. */
export interface ZApiAccount {
	instance: string;
	token: string;
	clientToken: string;
	baseUrl: string;
}

/**
 * Saves an account as a credential.
 *
 * @returns what nodes need to refer to it
 */
export async function createCredential(
	n8n: N8n,
	account: ZApiAccount,
): Promise<CredentialReference> {
	const { id, name } = await n8n.post<CredentialReference>('/rest/credentials', {
		name: 'Z-API',
		type: CREDENTIAL_TYPE,
		data: account,
	});
	return { id, name };
}

/** @returns the operations of the node that a workflow uses, such as `message.sendText` */
export function operationsIn({ nodes }: Workflow): string[] {
	return nodes
		.filter(({ type }) => type === `${PACKAGE_PREFIX}zApi`)
		.map(({ parameters: { resource, operation } }) => `${String(resource)}.${String(operation)}`);
}

/**
 * Reads all example workflows.
 *
 * @param folder the folder with the `.json` files
 */
export async function readExamples(
	folder: string,
): Promise<Array<{ file: string; workflow: Workflow }>> {
	const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
	return await Promise.all(
		files.map(async (file) => ({
			file,
			workflow: JSON.parse(await readFile(join(folder, file), 'utf8')) as Workflow,
		})),
	);
}

function needsCredential({ type, parameters }: WorkflowNode): boolean {
	return type.startsWith(PACKAGE_PREFIX) || parameters.nodeCredentialType === CREDENTIAL_TYPE;
}

/**
 * Chooses the credential in every node that works with one of its type, as a user would after an import.
 *
 * @returns a copy of the workflow
 */
export function attachCredential(workflow: Workflow, credential: CredentialReference): Workflow {
	const nodes = workflow.nodes.map((node) =>
		needsCredential(node) ? { ...node, credentials: { [CREDENTIAL_TYPE]: credential } } : node,
	);
	return { ...workflow, nodes };
}

/**
 * Replaces Z-API's usual address where nodes call it directly, as a user with another one would.
 *
 * @returns a copy of the workflow
 */
export function pointTo(workflow: Workflow, baseUrl: string): Workflow {
	const nodes = workflow.nodes.map((node) => {
		const { url } = node.parameters;
		if (typeof url !== 'string' || !needsCredential(node)) return node;
		return {
			...node,
			parameters: { ...node.parameters, url: url.replace(USUAL_BASE_URL, baseUrl) },
		};
	});
	return { ...workflow, nodes };
}

/**
 * Imports all example workflows into a running n8n, each ready to run.
 *
 * @param folder the folder with the `.json` files
 * @param baseUrl where Z-API, or what stands in for it, answers
 */
export async function importExamples(
	n8n: N8n,
	folder: string,
	credential: CredentialReference,
	baseUrl: string,
): Promise<ImportedWorkflow[]> {
	const imported: ImportedWorkflow[] = [];
	for (const { file, workflow } of await readExamples(folder)) {
		const saved = await saveWorkflow<ImportedWorkflow>(
			n8n,
			attachCredential(pointTo(workflow, baseUrl), credential),
		);
		imported.push({ ...saved, file });
	}
	return imported;
}

/**
 * Publishes a workflow and waits until its triggers listen, e.g. its webhooks below `/webhook/`. n8n answers the
 * request to publish a good while before that.
 *
 * @throws Error with n8n's words if the workflow can't be published, or not in time
 */
export async function publishWorkflow(
	n8n: N8n,
	workflow: SavedWorkflow,
	signal?: AbortSignal,
): Promise<void> {
	const { id, name } = workflow;
	await setPublished(n8n, workflow, true);
	const giveUp = Date.now() + PUBLISH_LIMIT_MILLISECONDS;
	while (Date.now() < giveUp) {
		const { status, triggers } = await publicationOf(n8n, id, 'published');
		if (status === 'published') return;
		if (status === 'partial' || status === 'failed') {
			const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
			throw new Error(`"${name}" can't be published: ${reasons.join('; ')}`);
		}
		await wait(200, undefined, { signal });
	}
	throw new Error(`"${name}" wasn't published after ${PUBLISH_LIMIT_MILLISECONDS / 1000} s`);
}

/**
 * Takes a published workflow back, and waits until its triggers have cleaned up.
 *
 * @throws Error if that doesn't happen in time
 */
export async function unpublishWorkflow(
	n8n: N8n,
	workflow: SavedWorkflow,
	signal?: AbortSignal,
): Promise<void> {
	const { id, name } = workflow;
	await setPublished(n8n, workflow, false);
	const giveUp = Date.now() + PUBLISH_LIMIT_MILLISECONDS;
	while (Date.now() < giveUp) {
		const { status } = await publicationOf(n8n, id, 'not_published');
		if (status === 'not_published') return;
		await wait(200, undefined, { signal });
	}
	throw new Error(`"${name}" was still published after ${PUBLISH_LIMIT_MILLISECONDS / 1000} s`);
}

/** How an execution ended, and what each of its nodes gave. */
export interface Execution {
	/** `success`, `error`, `crashed` or `canceled`. */
	status: string;
	/** Why it failed, in the words that the editor shows: the message, then what to do. */
	error?: { message: string; description: string };
	/**
	 * @param node the node's name
	 * @returns the items of the node's outputs, as far as it ran
	 */
	itemsOf(node: string): object[];
	/** @returns the same, for each of the outputs of the node's last run */
	outputsOf(node: string): object[][];
}

interface ExecutionAnswer {
	status: string;
	finished: boolean;
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
	data?: { main?: Array<Array<{ json: object }> | null> };
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
	const itemsAt = (outputs: Array<Array<{ json: object }> | null> = []) =>
		outputs.map((output) => (output ?? []).map(({ json }) => json));
	return {
		status,
		error: error && { message: error.message ?? '', description: error.description ?? '' },
		itemsOf: (node) => (runData[node] ?? []).flatMap((run) => itemsAt(run.data?.main).flat()),
		outputsOf: (node) => itemsAt(runData[node]?.at(-1)?.data?.main),
	};
}

/**
 * Runs a workflow as the editor's *Execute workflow* button does, and waits for its end.
 *
 * @param trigger the name of the node to start from
 * @throws Error if n8n doesn't start it, or it doesn't end in time; a workflow that fails is a result, not an error
 */
export async function runWorkflow(
	n8n: N8n,
	{ id }: Pick<SavedWorkflow, 'id'>,
	trigger: string,
	signal?: AbortSignal,
): Promise<Execution> {
	const { executionId } = await n8n.post<{ executionId?: string }>(`/rest/workflows/${id}/run`, {
		triggerToStartFrom: { name: trigger },
		...(await workflowData(n8n, id)),
	});
	if (executionId === undefined) throw new Error(`n8n didn't start the workflow from "${trigger}"`);
	return await waitForEnd(n8n, executionId, signal);
}

/**
 * Waits for the first execution of a workflow that something else has started, e.g. an event.
 *
 * @throws Error if there is none, or it doesn't end, in time
 */
export async function firstExecution(
	n8n: N8n,
	{ id, name }: Pick<SavedWorkflow, 'id' | 'name'>,
	signal?: AbortSignal,
): Promise<Execution> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const giveUp = Date.now() + RUN_LIMIT_MILLISECONDS;
	while (Date.now() < giveUp) {
		const { results } = await n8n.get<{ results: Array<{ id: string }> }>(
			`/rest/executions?filter=${filter}`,
		);
		const executionId = results.at(-1)?.id;
		if (executionId !== undefined) return await waitForEnd(n8n, executionId, signal);
		await wait(200, undefined, { signal });
	}
	throw new Error(`"${name}" hadn't started after ${RUN_LIMIT_MILLISECONDS / 1000} s`);
}

async function waitForEnd(n8n: N8n, executionId: string, signal?: AbortSignal): Promise<Execution> {
	const giveUp = Date.now() + RUN_LIMIT_MILLISECONDS;
	while (Date.now() < giveUp) {
		const execution = await readExecutionOf<ExecutionAnswer>(n8n, executionId);
		if (execution && !['new', 'running', 'waiting', 'unknown'].includes(execution.status)) {
			return readExecution(execution);
		}
		await wait(200, undefined, { signal });
	}
	throw new Error(`The workflow hadn't ended after ${RUN_LIMIT_MILLISECONDS / 1000} s`);
}
