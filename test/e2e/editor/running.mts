import { expectNoSecret } from '../../engine/secrets.mts';
import {
	CONDOMINIUM,
	LONELY,
	LONELY_GROUP,
	trigger,
	unlinkGroups,
	community,
	groupNames,
	inList,
	next,
} from './communities.mts';
import { beginAnew, editor, see } from '../session.mts';

describe('running', () => {
	beginAnew();

	see('unlinks the ticked groups and turns green', async () => {
		await editor.openWorkflow([trigger, unlinkGroups()], [['Start', 'Z-API']]);
		await editor.openNode('Z-API');
		await editor.chooseFromList(CONDOMINIUM);
		await editor.tickGroups('Bloco A', 'Reforma do salão de festas');
		await editor.executeStep();
		await editor.byTestId('output-panel').getByText('success').first().waitFor();
		expect(groupNames(CONDOMINIUM)).not.toContain('Bloco A');
		expect(groupNames(CONDOMINIUM)).not.toContain('Reforma do salão de festas');
		expect(groupNames(CONDOMINIUM)).toContain('Bloco B');
		await editor.takePicture('unlink-groups', editor.byTestId('ndv'), { height: 460 });
		await editor.closeNode();
		await editor.node('Z-API').locator('[data-test-id="canvas-node-status-success"]').waitFor();
	});

	see('shows the QR code as a picture, and gives it as text', async () => {
		editor.emulator.state.connected = false;
		await editor.openWorkflow(
			[
				trigger,
				{ ...unlinkGroups(), parameters: { resource: 'instance', operation: 'getQrCode' } },
			],
			[['Start', 'Z-API']],
		);
		await editor.openNode('Z-API');
		await editor.byTestId('node-execute-button').click();
		const output = editor.byTestId('output-panel');
		await output.getByText('Binary').click();
		await output.getByText('View', { exact: true }).click();
		const picture = output.locator('img');
		await editor.seeImage(picture);
		// Large enough for a phone's camera.
		expect((await picture.boundingBox())?.width).toBeGreaterThan(200);
		await output.getByText('Table').click();
		await output.getByText('data:image/png;base64,').waitFor();
	});

	see('shows why Z-API refused, and what to do, without a secret on the page', async () => {
		await editor.openWorkflow([trigger, unlinkGroups()], [['Start', 'Z-API']]);
		await editor.openNode('Z-API');
		await editor.chooseFromList(LONELY);
		await editor.tickGroups(LONELY_GROUP);
		await editor.executeStep();
		const output = editor.byTestId('output-panel');
		await output
			.getByText("Z-API didn't unlink groups from the community, and gave no reason")
			.first()
			.waitFor();
		await output.getByText('must keep at least one linked group').first().waitFor();
		await editor.takePicture('refused', output, { height: 248 });
		for (const section of ['From Z-API', 'Other info']) {
			await output.getByText(section).first().click();
		}
		expect(groupNames(LONELY)).toEqual([LONELY_GROUP]);
		expectNoSecret(editor.emulator.account, await editor.page.content());
		await editor.closeNode();
		await editor.node('Z-API').locator('[data-test-id="node-issues"]').waitFor();
	});

	see(
		'alone, from earlier data, sends its own requests only, and its items stay linked',
		async () => {
			const groups = community(CONDOMINIUM).subGroups.slice(1, 4);
			const items = groups.map(({ phone }) => ({ json: { phone } }));
			await editor.openWorkflow(
				[
					trigger,
					{
						...{ name: 'Groups', type: 'n8n-nodes-base.code', typeVersion: 2 },
						parameters: { jsCode: `return ${JSON.stringify(items)}` },
					},
					unlinkGroups({
						communityId: inList(CONDOMINIUM),
						groupsPhones: '={{ $json.phone }}',
					}),
					{
						...{ name: 'Report', type: 'n8n-nodes-base.set', typeVersion: 3.4 },
						parameters: {
							mode: 'raw',
							jsonOutput: `={{ { unlinked: $('Groups').item.json.phone } }}`,
						},
					},
				],
				[
					['Start', 'Groups'],
					['Groups', 'Z-API'],
					['Z-API', 'Report'],
				],
			);
			const sent = () => editor.emulator.requests.filter(({ method }) => method === 'POST').length;
			await editor.openNode('Z-API');
			await editor.executeStep();
			await editor.closeNode();
			expect(sent()).toBe(3);

			await editor.node('Report').dblclick();
			await editor.executeStep();
			for (const { phone } of groups) {
				await editor.byTestId('output-panel').getByText(phone).waitFor();
			}
			await editor.closeNode();
			expect(sent()).toBe(3);
		},
	);

	see('sends a failed item to the error output', async () => {
		await editor.openWorkflow(
			[
				trigger,
				{
					...unlinkGroups({
						communityId: inList(LONELY),
						groupsPhones: [community(LONELY).subGroups[1]?.phone],
					}),
					onError: 'continueErrorOutput',
				},
				{ ...next, name: 'Good' },
				{ ...next, name: 'Failed' },
			],
			[
				['Start', 'Z-API'],
				['Z-API', 'Good', 0],
				['Z-API', 'Failed', 1],
			],
		);
		await editor.byTestId('execute-workflow-button').first().click();
		await editor.node('Failed').locator('[data-test-id="canvas-node-status-success"]').waitFor();
		expect(
			await editor.node('Good').locator('[data-test-id="canvas-node-status-success"]').count(),
		).toBe(0);
		await editor.node('Failed').dblclick();
		await editor.byTestId('ndv-input-panel').getByText('gave no reason').first().waitFor();
	});
});
