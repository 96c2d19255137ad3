import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { publicationOf, saveWorkflow, setPublished } from './differences.mts';
import type { N8n } from './n8n.mts';
import { poll } from './waiting.mts';

/** What n8n calls the credential. */
export const CREDENTIAL_TYPE = 'zApi';
const USUAL_BASE_URL = 'https://api.z-api.io';
const PACKAGE_PREFIX = 'n8n-nodes-z-api.';

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
 * @param called its name in n8n
 * @returns what nodes need to refer to it
 */
export async function createCredential(
	n8n: N8n,
	account: ZApiAccount,
	called = 'Z-API',
): Promise<CredentialReference> {
	const { id, name } = await n8n.post<CredentialReference>('/rest/credentials', {
		name: called,
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
 * Changes the nodes of a workflow in a running n8n.
 *
 * @param change the new node, made from the old one
 */
export async function saveNodes(
	n8n: N8n,
	{ id }: SavedWorkflow,
	change: (node: WorkflowNode) => WorkflowNode,
): Promise<void> {
	const { nodes, versionId } = await n8n.get<Workflow & SavedWorkflow>(`/rest/workflows/${id}`);
	await n8n.patch(`/rest/workflows/${id}`, { nodes: nodes.map(change), versionId });
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
	await poll(
		async () => {
			const { status, triggers } = await publicationOf(n8n, id, 'published');
			if (status === 'partial' || status === 'failed') {
				const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
				throw new Error(`"${name}" can't be published: ${reasons.join('; ')}`);
			}
			return status === 'published' || undefined;
		},
		() => `"${name}" wasn't published`,
		signal,
	);
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
	await poll(
		async () => {
			const { status } = await publicationOf(n8n, id, 'not_published');
			return status === 'not_published' || undefined;
		},
		() => `"${name}" was still published`,
		signal,
	);
}
