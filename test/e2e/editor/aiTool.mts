import { runWorkflow } from '../../../tools/launcher/executions.mts';
import { startModel } from '../agent/model.mts';
import { LONELY, Z_API, trigger, community, groupNames, unlinkGroups } from './communities.mts';
import { beginAnew, editor, see } from '../session.mts';

describe('as a tool of an AI agent', () => {
	beginAnew();

	const DESCRIPTION = 'The IDs, as text';

	function fromAi(name: string): string {
		return `={{ $fromAI('${name}', '${DESCRIPTION}', 'string') }}`;
	}

	see('it is connected like any tool, and the model may fill its fields', async () => {
		await editor.openWorkflow(
			[
				{ name: 'Chat', type: '@n8n/n8n-nodes-langchain.chatTrigger', typeVersion: 1.1 },
				{ name: 'Agent', type: '@n8n/n8n-nodes-langchain.agent', typeVersion: 2 },
				{ ...unlinkGroups(), type: `${Z_API}Tool` },
			],
			[
				['Chat', 'Agent'],
				['Z-API', 'Agent', 0, 'ai_tool'],
			],
		);
		await editor.openNode('Z-API');
		await editor.field('communityId').waitFor();
		for (const field of ['communityId', 'groupsPhones']) {
			const parameter = editor.byTestId('parameter-item').filter({ has: editor.field(field) });
			await parameter.locator('[data-test-id="from-ai-override-button"]').click();
		}
		await editor.page.getByText('Defined automatically by the model').nth(1).waitFor();
	});

	// Agents of these versions call tools in three different ways.
	for (const typeVersion of [1.9, 2.2, 3.1]) {
		see(`it tells the model of agent ${typeVersion} what happened and what to do`, async () => {
			const { n8n } = editor.launched;
			const { id, subGroups } = community(LONELY);
			await using model = await startModel({ community: id, groups: subGroups[1]?.phone });
			const openAiApi = await n8n.post<object>('/rest/credentials', model.credential);
			const workflow = await editor.openWorkflow(
				[
					trigger,
					{
						...{ name: 'Agent', type: '@n8n/n8n-nodes-langchain.agent', typeVersion },
						parameters: { promptType: 'define', text: 'Unlink the group', options: {} },
					},
					{
						...{ name: 'Model', type: '@n8n/n8n-nodes-langchain.lmChatOpenAi', typeVersion: 1.2 },
						parameters: { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
						credentials: { openAiApi },
					},
					{
						...unlinkGroups({
							communityId: { __rl: true, mode: 'id', value: fromAi('community') },
							groupsPhones: fromAi('groups'),
						}),
						type: `${Z_API}Tool`,
					},
				],
				[
					['Start', 'Agent'],
					['Model', 'Agent', 0, 'ai_languageModel'],
					['Z-API', 'Agent', 0, 'ai_tool'],
				],
			);

			const refused = await runWorkflow(n8n, workflow, 'Start');
			expect(model.tools).toMatchObject([
				{
					description: 'Unlink groups from community in Z-API',
					parameters: { properties: { groups: { description: DESCRIPTION } } },
				},
			]);
			for (const words of ['gave no reason', 'must keep at least one linked group']) {
				expect(JSON.stringify(refused.itemsOf('Agent'))).toContain(words);
			}
			subGroups.push({ name: 'Outro', phone: '12036-group', isGroupAnnouncement: false });
			const unlinked = await runWorkflow(n8n, workflow, 'Start');
			expect(unlinked.itemsOf('Agent')).toEqual([{ output: '[{"success":true}]' }]);
			expect(groupNames(LONELY)).toEqual(['Outro']);
		});
	}
});
