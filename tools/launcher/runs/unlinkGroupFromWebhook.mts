import { publishWorkflow, unpublishWorkflow } from '../examples.mts';
import { groupNames } from './communities.mts';
import { nodeOfType, type ExampleRun } from './run.mts';

const LIMIT_MILLISECONDS = 30_000;

/**
 * Another system calls it: once for a group that can be unlinked, once for one that can't, being its community's
 * last.
 */
export const unlinkGroupFromWebhook: ExampleRun = {
	file: 'unlink-group-from-webhook.json',
	async run({ n8n, workflow, emulator, signal }) {
		await publishWorkflow(n8n, workflow, signal);
		const { path } = nodeOfType(workflow, 'n8n-nodes-base.webhook').parameters;

		const communities = [...emulator.state.communities].sort(
			(a, b) => a.subGroups.length - b.subGroups.length,
		);
		const lines = [`The workflow "${workflow.name}" answered:`];
		let passed = communities.length > 1;
		for (const [community, expectedStatus] of [
			[communities.at(-1), 200],
			[communities[0], 422],
		] as const) {
			if (community === undefined) continue;
			const groups = groupNames(community);
			const [groupId = ''] = groups.keys();
			const answer = await fetch(`${n8n.url}/webhook/${String(path)}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ communityId: community.id, groupId }),
				signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
			});
			const text = await answer.text();
			lines.push(
				`  Unlink "${groups.get(groupId)}" from "${community.name}": ${answer.status} ${text}`,
			);
			const isGone = !groupNames(community).has(groupId);
			passed &&= answer.status === expectedStatus && isGone === (expectedStatus === 200);
		}
		await unpublishWorkflow(n8n, workflow, signal);
		return { passed, lines };
	},
};
