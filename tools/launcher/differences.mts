/**
 * What n8n's versions do differently. Where it can be, one and the same request suits them all; where it can't, what
 * n8n answers decides, not its number.
 */
import { hasModule, loads } from './cache.mts';
import type { SavedWorkflow } from './examples.mts';
import { N8nRefusal, type N8n } from './n8n.mts';

/** Where a workflow is on its way to be published, or back. */
export interface Publication {
	status: 'not_published' | 'in_progress' | 'published' | 'partial' | 'failed';
	triggers: Array<{ errorMessage: string | null }>;
}

/**
 * @param folder where n8n is installed, from `n8nFolder`
 * @returns the environment variables that it needs instead of those that the usual version has
 */
export async function environmentOf(folder: string): Promise<Record<string, string>> {
	return {
		// They refuse to leave out what they don't have.
		...(hasModule(folder, 'mcp-registry') ? {} : { N8N_DISABLED_MODULES: '' }),
		// The usual engine for expressions isn't there, or isn't built for this Node; the older one is there in any.
		...((await loads(folder, 'isolated-vm')) ? {} : { N8N_EXPRESSION_ENGINE: 'legacy' }),
	};
}

/**
 * @param url where webhooks are called
 * @returns the environment variables that tell n8n so: n8n before 2 knows only the first, n8n 3 wants the second
 */
export function webhooksAt(url: string): Record<string, string> {
	return { WEBHOOK_URL: url, N8N_WEBHOOK_URL: url };
}

/**
 * Saves a new workflow, which isn't published then.
 *
 * @param workflow as a file holds it
 * @returns it, with what n8n has added
 * @throws N8nRefusal with n8n's words if it refuses
 */
export async function saveWorkflow<Saved extends SavedWorkflow>(
	n8n: N8n,
	workflow: object,
): Promise<Saved> {
	// n8n before 2.0 asks for it.
	return await n8n.post<Saved>('/rest/workflows', { active: false, ...workflow });
}

/** @returns undefined if n8n refuses the request with this status */
async function unlessRefused<Answer>(
	status: number,
	request: Promise<Answer>,
): Promise<Answer | undefined> {
	return await request.catch((error: unknown) => {
		if (error instanceof N8nRefusal && error.status === status) return undefined;
		throw error;
	});
}

/**
 * Asks n8n to publish a workflow, or to take it back.
 *
 * @throws N8nRefusal with n8n's words if it doesn't
 */
export async function setPublished(
	n8n: N8n,
	{ id, versionId }: SavedWorkflow,
	active: boolean,
): Promise<void> {
	const [action, body] = active ? ['activate', { versionId }] : ['deactivate', {}];
	const done = await unlessRefused(404, n8n.post<object>(`/rest/workflows/${id}/${action}`, body));
	// In older versions, it is a change of the workflow like any other.
	if (done === undefined) await n8n.patch(`/rest/workflows/${id}`, { active, versionId });
}

/**
 * @param otherwise what it is where n8n has no such status: there, all is done before n8n answers
 * @returns where a workflow is on its way
 */
export async function publicationOf(
	n8n: N8n,
	id: string,
	otherwise: Publication['status'],
): Promise<Publication> {
	const publication = await unlessRefused(
		404,
		n8n.get<Publication>(`/rest/workflows/${id}/publication-status`),
	);
	return publication ?? { status: otherwise, triggers: [] };
}

/** @returns what a run by hand needs besides its trigger: older versions run what they are given, not what is saved */
export async function workflowData(n8n: N8n, id: string): Promise<{ workflowData: object }> {
	return { workflowData: await n8n.get<object>(`/rest/workflows/${id}`) };
}

/**
 * @returns an execution as n8n gives it; undefined for the moment about its end in which older versions answer 500, or
 *   without its data
 */
export async function readExecutionOf<Answer extends { data: string }>(
	n8n: N8n,
	id: string,
): Promise<Answer | undefined> {
	const execution = await unlessRefused(500, n8n.get<Answer>(`/rest/executions/${id}`));
	return execution?.data === '[]' ? undefined : execution;
}
