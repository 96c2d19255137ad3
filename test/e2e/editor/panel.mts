import {
	CONDOMINIUM,
	SCHOOL,
	LONELY,
	trigger,
	next,
	unlinkGroups,
	community,
	groupNames,
	inList,
} from './communities.mts';
import { beginAnew, editor, see } from '../session.mts';

describe('the panel', () => {
	beginAnew();

	see('lists the communities, and finds one by a part of its name', async () => {
		await editor.openWorkflow([trigger, unlinkGroups()], [['Start', 'Z-API']]);
		await editor.openNode('Z-API');
		await editor.byTestId('rlc-input').click();
		for (const { name } of editor.emulator.state.communities) {
			await editor.byTestId('rlc-item').filter({ hasText: name }).waitFor();
		}
		await editor.byTestId('rlc-search').fill('maes da escola');
		await editor.byTestId('rlc-item').filter({ hasText: LONELY }).waitFor({ state: 'hidden' });
		await editor.byTestId('rlc-item').filter({ hasText: SCHOOL }).click();
		expect(await editor.byTestId('rlc-input').inputValue()).toContain(SCHOOL);
	});

	see("lists the chosen community's groups by name, and another's when it changes", async () => {
		await editor.openWorkflow([trigger, unlinkGroups()], [['Start', 'Z-API']]);
		await editor.openNode('Z-API');
		for (const name of [CONDOMINIUM, SCHOOL]) {
			await editor.chooseFromList(name);
			await editor.openDropdown('groupsPhones');
			const last = groupNames(name).at(-1) ?? '';
			await editor.openOptions().filter({ hasText: last }).waitFor();
			const offered = await editor.openOptions().allInnerTexts();
			expect(offered).toHaveLength(groupNames(name).length);
			for (const group of groupNames(name)) {
				expect(offered).toContainEqual(expect.stringContaining(group));
			}
			await editor.page.keyboard.press('Escape');
		}
	});

	see('lists the participants of the chosen group by name', async () => {
		await editor.openWorkflow([
			{ ...unlinkGroups(), parameters: { resource: 'group', operation: 'removeParticipants' } },
		]);
		await editor.openNode('Z-API');
		const group = editor.emulator.state.groups.find(({ participants }) =>
			participants.some(({ name }) => name !== undefined),
		);
		await editor.chooseFromList(group?.name ?? '');
		await editor.openDropdown('phones');
		for (const { name, phone } of group?.participants ?? []) {
			await editor
				.openOptions()
				.filter({ hasText: name ?? phone })
				.waitFor();
		}
	});

	see('takes an ID and an expression', async () => {
		await editor.openWorkflow([trigger, unlinkGroups()], [['Start', 'Z-API']]);
		await editor.openNode('Z-API');
		await editor.byTestId('rlc-mode-selector').click();
		await editor.byTestId('mode-id').click();
		await editor.byTestId('rlc-input').fill(community(CONDOMINIUM).id);

		const groups = community(CONDOMINIUM).subGroups.slice(1, 3);
		await editor.enterExpression('groupsPhones', groups.map(({ phone }) => phone).join(', '));
		await editor.executeStep();
		await editor.byTestId('output-panel').getByText('success').first().waitFor();
		expect(editor.emulator.requests.map(({ body }) => body).at(-1)).toEqual({
			communityId: community(CONDOMINIUM).id,
			groupsPhones: groups.map(({ phone }) => phone),
		});
	});

	see('flags a required field that is empty, before anything runs', async () => {
		await editor.openWorkflow([trigger, unlinkGroups()], [['Start', 'Z-API']]);
		await editor.openNode('Z-API');
		await editor.byTestId('node-execute-button').click();
		await editor.page.getByText('Parameter "Community" is required').first().waitFor();
		await editor.page.getByText('Parameter "Group Names or IDs" is required').first().waitFor();
		expect(editor.emulator.requests.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	see('names groups that were chosen for another community, and says so', async () => {
		const foreign = community(SCHOOL).subGroups.find((group) => !group.isGroupAnnouncement);
		await editor.openWorkflow(
			[trigger, unlinkGroups({ communityId: inList(CONDOMINIUM), groupsPhones: [foreign?.phone] })],
			[['Start', 'Z-API']],
		);
		await editor.openNode('Z-API');
		const named = `${foreign?.name} (not in this community)`;
		await editor.field('groupsPhones').getByText(named).waitFor();
		expect(await editor.byTestId('parameter-issues').count()).toBe(0);
	});

	see('says why there is nothing to choose from', async () => {
		const { subGroups } = community(LONELY);
		subGroups.splice(
			0,
			subGroups.length,
			...subGroups.filter((group) => group.isGroupAnnouncement),
		);
		await editor.openWorkflow([trigger, unlinkGroups()], [['Start', 'Z-API']]);
		await editor.openNode('Z-API');
		await editor.openDropdown('groupsPhones');
		const only = editor.openOptions();
		await only.getByText('Choose the community first').waitFor();
		await only.click({ force: true });
		await editor.page.keyboard.press('Escape');
		expect(await editor.field('groupsPhones').locator('.el-tag').count()).toBe(0);
		await editor.chooseFromList(LONELY);
		await editor.openDropdown('groupsPhones');
		await only.getByText('This community has no other groups').waitFor();
	});

	see('says why a dropdown can not be loaded, and what to do', async () => {
		editor.emulator.misbehave({ answer: { status: 403, body: { error: 'null not allowed' } } });
		await editor.openWorkflow(
			[trigger, unlinkGroups({ communityId: inList(CONDOMINIUM) })],
			[['Start', 'Z-API']],
		);
		const loaded = editor.page.waitForResponse(/\/dynamic-node-parameters\/options/);
		await editor.openNode('Z-API');
		await loaded;
		await editor.byTestId('parameter-issues').last().hover();
		const reason = editor.page.getByText(
			'Z-API refused the request, because the Client-Token is missing: null not allowed',
		);
		await reason.and(editor.page.getByText('enter the Client-Token')).first().waitFor();
	});

	see('says why a list can not be loaded', async () => {
		editor.emulator.misbehave({ answer: { status: 403, body: { error: 'null not allowed' } } });
		await editor.openWorkflow([trigger, unlinkGroups()], [['Start', 'Z-API']]);
		await editor.openNode('Z-API');
		await editor.byTestId('rlc-input').click();
		await editor.byTestId('rlc-error-container').getByText('null not allowed').waitFor();
	});

	see('lets the next node see what will come out, before the first run', async () => {
		await editor.openWorkflow(
			[trigger, unlinkGroups({ communityId: inList(CONDOMINIUM) }), next],
			[
				['Start', 'Z-API'],
				['Z-API', 'Next'],
			],
		);
		await editor.node('Next').dblclick();
		const input = editor.byTestId('ndv-input-panel');
		await input.getByText('success', { exact: true }).waitFor();
		await input.getByText('Usually outputs the following fields').waitFor();
	});
});
