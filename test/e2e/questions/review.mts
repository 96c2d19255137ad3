import { publishWorkflow } from '../../../tools/launcher/examples.mts';
import { startModel } from '../agent/model.mts';
import { waitUntil } from '../../../tools/launcher/waiting.mts';
import {
	Asking,
	NEXT,
	PERSON,
	press,
	reach,
	sent,
} from '../../../tools/launcher/workflows/questions.mts';
import type { SavedWorkflow } from '../../../tools/launcher/examples.mts';
import type { StandInModel } from '../agent/model.mts';
import { editor, n8n, see } from '../session.mts';

describe('the human review of an AI agent', () => {
	/** Publishes an agent whose model calls the tool for each of these groups at the same time. */
	async function publish(model: StandInModel, path: string) {
		const { launched } = editor;
		const openAiApi = await n8n().post<object>('/rest/credentials', model.credential);
		const node = (name: string, type: string, typeVersion: number, more: object) => ({
			...{ id: `${path}-${name}`, name, type, typeVersion, position: [0, 0], parameters: {} },
			...more,
		});
		const credentials = { zApi: launched.credential };
		const fromAi = (name: string) => `={{ $fromAI('${name}', '', 'string') }}`;
		const to = (name: string, type = 'main') => ({ [type]: [[{ node: name, type, index: 0 }]] });
		const saved = await n8n().post<SavedWorkflow>('/rest/workflows', {
			name: `Review ${path}`,
			settings: { executionOrder: 'v1' },
			nodes: [
				node('Start', 'n8n-nodes-base.webhook', 2, {
					webhookId: path,
					parameters: { httpMethod: 'POST', path },
				}),
				node('Agent', '@n8n/n8n-nodes-langchain.agent', 3, {
					parameters: { promptType: 'define', text: 'Unlink the group', options: {} },
				}),
				node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
					parameters: { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
					credentials: { openAiApi },
				}),
				node('Tool', 'n8n-nodes-z-api.zApiTool', 1, {
					credentials,
					parameters: {
						...{ resource: 'community', operation: 'unlinkGroups', groupsPhones: fromAi('groups') },
						communityId: { __rl: true, mode: 'id', value: fromAi('community') },
					},
				}),
				node('Review', 'n8n-nodes-z-api.zApiHitlTool', 1, {
					credentials,
					parameters: {
						phone: { __rl: true, mode: 'phone', value: PERSON },
						message: '={{ $tool.name }}: {{ $tool.parameters.community }}',
					},
				}),
				node(NEXT, 'n8n-nodes-base.noOp', 1, {}),
			],
			connections: {
				Start: to('Agent'),
				Agent: to(NEXT),
				Model: to('Agent', 'ai_languageModel'),
				Tool: to('Review', 'ai_tool'),
				Review: to('Agent', 'ai_tool'),
			},
		});
		await publishWorkflow(n8n(), saved);
		return new Asking(n8n(), saved.id, path);
	}

	/** What the model may do: unlink one of the groups of a community. */
	function callFor(place: number) {
		const { id: community, subGroups } =
			editor.emulator.state.communities.find((one) => one.subGroups.length > 1) ?? {};
		const groups = subGroups?.at(place)?.phone;
		return { toolParameters: { community, groups }, hitlParameters: {} };
	}

	see('lets the tool run only if somebody approves it in WhatsApp', async () => {
		const { emulator } = editor;
		const call = callFor(-1);
		await using model = await startModel(call);
		const review = await publish(model, 'review');
		const before = emulator.requests.length;
		const unlinked = () =>
			emulator.requests.slice(before).some(({ path }) => path === '/communities/unlink');
		for (const isApproved of [false, true]) {
			const execution = await review.ask(['']);
			const { message, buttons } = sent(emulator).at(-1) ?? {};
			expect(message).toBe(`Tool: ${call.toolParameters.community}`);
			const button = buttons?.[isApproved ? 0 : 1];
			if (button) await press(emulator, button, { messageId: String(isApproved) });
			await reach(n8n(), execution, 'success');
			expect(unlinked()).toBe(isApproved);
		}
	});

	see('asks for each of two calls at the same time', async () => {
		const { emulator } = editor;
		const calls = [callFor(0), callFor(-1)];
		await using model = await startModel(...calls);
		const review = await publish(model, 'reviews');
		const [before, asked] = [emulator.requests.length, sent(emulator).length];
		const execution = await review.ask(['']);
		for (const [turn, answer] of [1, 0].entries()) {
			await waitUntil('the next question is asked', () => sent(emulator).length > asked + turn);
			await reach(n8n(), execution, 'waiting');
			const button = sent(emulator).at(-1)?.buttons[answer];
			if (button) await press(emulator, button, { messageId: `OF-CALL-${turn}` });
		}
		await reach(n8n(), execution, 'success');
		const unlinked = emulator.requests
			.slice(before)
			.filter(({ path }) => path === '/communities/unlink');
		expect(unlinked.map(({ body }) => (body as { groupsPhones: string[] }).groupsPhones)).toEqual([
			[calls[1]?.toolParameters.groups],
		]);
	});
});
