import { setTimeout as wait } from 'node:timers/promises';
import { publishWorkflow } from '../../../tools/launcher/examples.mts';
import { CONDOMINIUM, community } from './communities.mts';
import { beginAnew, editor, see } from '../session.mts';

describe('a production run', () => {
	beginAnew();

	/** How the workflow's production runs ended, once there are so many of them and all have ended. */
	async function productionRuns(workflowId: string, count: number): Promise<string[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const giveUp = Date.now() + 20_000;
		for (;;) {
			const { results } = await editor.launched.n8n.get<{
				results: Array<{ status: string; mode: string }>;
			}>(`/rest/executions?limit=50&filter=${filter}`);
			const statuses = results.filter(({ mode }) => mode === 'webhook').map(({ status }) => status);
			const haveEnded = !statuses.some((status) => ['new', 'running'].includes(status));
			if ((haveEnded && statuses.length >= count) || Date.now() > giveUp) return statuses;
			await wait(100);
		}
	}

	see('ten calls of the webhook example unlink ten groups in ten executions', async () => {
		const { n8n, workflows } = editor.launched;
		const example = workflows.find(({ file }) => file === 'unlink-group-from-webhook.json');
		const webhook = example?.nodes.find(({ type }) => type === 'n8n-nodes-base.webhook');
		if (!example || !webhook) throw new Error('The example is missing');
		const target = community(CONDOMINIUM);
		const phones = Array.from({ length: 10 }, (_, index) => `12036310000000010${index}-group`);
		for (const phone of phones) {
			target.subGroups.push({ name: `Grupo ${phone}`, phone, isGroupAnnouncement: false });
		}

		await publishWorkflow(n8n, example);
		const answers = await Promise.all(
			phones.map(async (groupId) => {
				const answer = await fetch(`${n8n.url}/webhook/${String(webhook.parameters.path)}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ communityId: target.id, groupId }),
				});
				return answer.status;
			}),
		);

		expect(answers).toEqual(phones.map(() => 200));
		expect(target.subGroups.filter(({ phone }) => phones.includes(phone))).toEqual([]);
		expect(editor.emulator.requests).toHaveLength(phones.length);
		expect(await productionRuns(example.id, phones.length)).toEqual(phones.map(() => 'success'));
	});
});
