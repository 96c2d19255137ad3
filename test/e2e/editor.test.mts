import { setTimeout as wait } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import { publishWorkflow } from '../../tools/launcher/examples.mts';
import { runWorkflow } from '../../tools/launcher/executions.mts';
import { expectNoSecret } from '../engine/secrets.mts';
import { startModel } from './agent/model.mts';
import { Editor, type NodeToAdd } from './editor.mts';

const CONDOMINIUM = 'Condomínio Jardim das Acácias';
const SCHOOL = 'Pais e Mães da Escola';
const LONELY = 'Várzea Futebol Clube';
const LONELY_GROUP = 'Elenco e comissão técnica';
const Z_API = 'n8n-nodes-z-api.zApi';
/** As long as n8n's nodes panel waits before it searches, and a little more. */
const SEARCH_MILLISECONDS = 400;

let editor: Editor;

/** A test that leaves a screenshot and n8n's log behind when it fails. */
function see(name: string, test: () => Promise<void>): void {
	it(name, () => editor.watch(name, test));
}

const trigger: NodeToAdd = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
const next: NodeToAdd = { name: 'Next', type: 'n8n-nodes-base.noOp' };

function unlinkGroups(parameters: object = {}): NodeToAdd {
	return {
		name: 'Z-API',
		type: Z_API,
		credentials: editor.credentials,
		parameters: { resource: 'community', operation: 'unlinkGroups', ...parameters },
	};
}

function community(name: string) {
	const found = editor.emulator.state.communities.find((candidate) =>
		candidate.name.startsWith(name),
	);
	if (!found) throw new Error(`The emulator has no community ${name}`);
	return found;
}

function groupNames(name: string): string[] {
	return community(name)
		.subGroups.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement)
		.map((group) => group.name);
}

function inList(name: string): object {
	const { id } = community(name);
	return { __rl: true, mode: 'list', value: id, cachedResultName: community(name).name };
}

async function expectIcon(image: Locator, file: string): Promise<void> {
	expect(await editor.shownFile(image)).toMatch(new RegExp(`/${file}$`));
}

beforeAll(async () => {
	editor = await Editor.open();
}, 900_000);

beforeEach(() => {
	editor.emulator.reset();
});

afterAll(async () => {
	await editor?.close();
});

describe('discovery', () => {
	const result = () => editor.byTestId('item-iterator-item').filter({ hasText: 'Z-API' });

	async function openNodesPanel(): Promise<void> {
		await editor.page.goto(`${editor.launched.n8n.url}/workflow/new`);
		await editor.byTestId('canvas-plus-button').click();
	}

	see('the nodes panel finds the node by what people search for', async () => {
		await openNodesPanel();
		const searches = [
			...['z-api', 'z api', 'zapi', 'whatsapp', 'communities', 'comunidade', 'grupos'],
			...['unlink', 'desvincular', 'participante', 'mensagem', 'mensagens', 'enviar', 'qr code'],
			...['enquete', 'contatos', 'etiqueta', 'pedido', 'produto', 'catálogo', 'figurinha', 'foto'],
			...['áudio', 'vídeo', 'documento', 'botão', 'botao', 'aprovação', 'bloquear', 'status'],
		];
		for (const words of searches) {
			await editor.byTestId('node-creator-search-bar').fill(words);
			await result().waitFor();
			// What is found may be left over from the search before.
			await editor.page.waitForTimeout(SEARCH_MILLISECONDS);
			expect([words, await result().count()]).toEqual([words, 1]);
		}
	});

	see('the one entry for both nodes says what both do', async () => {
		await openNodesPanel();
		await editor.byTestId('node-creator-search-bar').fill('z-api');
		await result().getByText('Send WhatsApp messages and manage chats').waitFor();
		await result().getByText('start a workflow when something happens').waitFor();
	});

	see(
		'the actions list offers to unlink groups, and a click adds it ready to fill in',
		async () => {
			await openNodesPanel();
			await editor.byTestId('node-creator-search-bar').fill('z-api');
			await result().first().click();
			const panel = editor.byTestId('node-creator');
			// In an empty workflow, n8n shows what can start it first.
			await panel.getByText(/^Actions \(/).click();
			await panel.getByText('Unlink groups from a community').click();
			await editor.byTestId('node-parameters').waitFor();
			await editor.field('communityId').waitFor();
			await editor.field('groupsPhones').waitFor();
		},
	);

	for (const [theme, file] of [
		['light', 'zApi.svg'],
		['dark', 'zApi.dark.svg'],
	] as const) {
		see(`the icon shows on the canvas in the ${theme} theme`, async () => {
			await editor.inTheme(theme, async () => {
				await editor.openWorkflow([unlinkGroups()]);
				await expectIcon(editor.node('Z-API').locator('img').first(), file);
			});
		});
	}

	see('the canvas says what the node does', async () => {
		await editor.openWorkflow([unlinkGroups()]);
		await editor.node('Z-API').getByText('Unlink Groups: Community').waitFor();
		await editor.openWorkflow([
			{ ...unlinkGroups(), parameters: { resource: 'group', operation: 'getAll' } },
		]);
		await editor.node('Z-API').getByText('Get Many: Group').waitFor();
	});
});

describe('the credential', () => {
	const form = () => editor.byTestId('editCredential-modal');
	const fill = (field: string, value: string) => editor.field(field).locator('input').fill(value);

	/** Saves the form, and waits until n8n has tested what is in it. A click just after typing can be lost. */
	async function save(): Promise<void> {
		const isTested = () =>
			editor.page
				.waitForResponse(/\/rest\/credentials\/test$/, { timeout: 5_000 })
				.then(() => true)
				.catch(() => false);
		for (let attempt = 1; attempt <= 4; attempt++) {
			const tested = isTested();
			await editor.byTestId('credential-save-button').click();
			if (await tested) return;
		}
		throw new Error('n8n did not test the credential that was saved');
	}

	async function expectRefusal(...words: string[]): Promise<void> {
		await form().getByText('Couldn’t connect with these settings').waitFor();
		const [first = '', ...others] = words;
		const giveUp = Date.now() + 20_000;
		// The details of an earlier test can still be there, and close when the new ones arrive.
		while (!(await form().getByText(first).first().isVisible()) && Date.now() < giveUp) {
			const details = form().getByText('More details');
			if (await details.isVisible()) await details.click({ timeout: 1_000 }).catch(() => {});
			await wait(50);
		}
		for (const text of [first, ...others]) await form().getByText(text).first().waitFor();
	}

	see('is made in the form, whose test tells in words what is wrong', async () => {
		const { account, baseUrl, state } = editor.emulator;
		await editor.openWorkflow([{ ...unlinkGroups(), credentials: {} }]);
		await editor.openNode('Z-API');
		await editor.byTestId('node-credentials-select').click();
		await editor.byTestId('node-credentials-select-item-new').click();
		await form().waitFor();
		for (const place of ['Instances (Instâncias)', 'Security (Segurança)']) {
			await form().getByText(place).first().waitFor();
		}
		await editor.takePicture('credential', editor.byTestId('node-credentials-config-container'), {
			height: 465,
			margin: 16,
		});

		await fill('instance', '0'.repeat(32));
		await fill('token', account.token);
		await fill('clientToken', account.clientToken);
		await fill('baseUrl', baseUrl);
		await save();
		await expectRefusal('Instance not found', 'check the Instance ID and the Instance Token');

		await fill('instance', account.instance);
		await fill('clientToken', 'Fnot-the-right-oneS');
		await save();
		await expectRefusal('not allowed', 'check the Client-Token');

		state.connected = false;
		await fill('clientToken', account.clientToken);
		await save();
		await expectRefusal("These credentials are right, but WhatsApp isn't connected", 'QR code');

		state.connected = true;
		await form().getByRole('button', { name: 'Retry' }).click();
		await form().getByText('Connection tested successfully').waitFor();
	});
});

describe('the panel', () => {
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

describe('running', () => {
	see('unlinks the ticked groups and turns green', async () => {
		await editor.openWorkflow([trigger, unlinkGroups()], [['Start', 'Z-API']]);
		await editor.openNode('Z-API');
		await editor.chooseFromList(CONDOMINIUM);
		await editor.tickGroups('Bloco A', 'Portaria e segurança');
		await editor.executeStep();
		await editor.byTestId('output-panel').getByText('success').first().waitFor();
		expect(groupNames(CONDOMINIUM)).not.toContain('Bloco A');
		expect(groupNames(CONDOMINIUM)).not.toContain('Portaria e segurança');
		expect(groupNames(CONDOMINIUM)).toContain('Bloco B');
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
		await editor.shownFile(picture);
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

describe('a production run', () => {
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

describe('as a tool of an AI agent', () => {
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
					description: 'Unlink groups from a community in Z-API',
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

describe('pictures for the README', () => {
	see('the panel with a community and groups chosen by name', async () => {
		await editor.openWorkflow([trigger, unlinkGroups()], [['Start', 'Z-API']]);
		await editor.openNode('Z-API');
		await editor.chooseFromList(CONDOMINIUM);
		await editor.tickGroups('Bloco A', 'Reforma do salão de festas');
		await editor.executeStep();
		await editor.byTestId('output-panel').getByText('success').first().waitFor();
		await editor.takePicture('unlink-groups', editor.byTestId('ndv'), { height: 460 });
	});
});
