import type { CredentialReference, SavedWorkflow } from './examples.mts';
import type { N8n } from './n8n.mts';
import { emptyDataTables } from './runs/dataTable.mts';

/**
 * Removes what the runs of the examples have made, so that each can be tried by hand as its note says: credentials,
 * such as those of models that have ended, other workflows, and what is in the tables. The tables stay.
 *
 * @param credential the one that stays
 * @param workflows those that stay; none of the others may be published
 */
export async function clearUp(
	n8n: N8n,
	credential: CredentialReference,
	workflows: readonly SavedWorkflow[],
): Promise<void> {
	const credentials = await n8n.get<CredentialReference[]>('/rest/credentials');
	for (const { id } of credentials) {
		if (id !== credential.id) await n8n.delete(`/rest/credentials/${id}`);
	}
	const all = await n8n.get<SavedWorkflow[]>('/rest/workflows');
	const isExample = ({ id }: SavedWorkflow) => workflows.some((example) => example.id === id);
	for (const { id } of all.filter((workflow) => !isExample(workflow))) {
		await n8n.post(`/rest/workflows/${id}/archive`, {});
		await n8n.delete(`/rest/workflows/${id}`);
	}
	await emptyDataTables(n8n);
}
