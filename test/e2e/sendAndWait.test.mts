import { setTimeout as wait } from 'node:timers/promises';
import { Editor } from './editor.mts';
import { startModel, type StandInModel } from './agent/model.mts';
import { publishWorkflow, type SavedWorkflow } from '../../tools/launcher/examples.mts';
import type { N8n } from '../../tools/launcher/n8n.mts';
import {
	ASK,
	Asking,
	FAILED,
	NEXT,
	PERSON,
	press,
	progressOf,
	reach,
	sent,
} from '../../tools/launcher/workflows/questions.mts';
import { waitUntil } from '../../tools/launcher/waiting.mts';
import { TriggerWorkflow } from '../../tools/launcher/workflows/triggerWorkflow.mts';

const START_LIMIT_MILLISECONDS = 15 * 60_000;
const LIMIT_MILLISECONDS = 180_000;
/** What WhatsApp looks at a link with, to show a preview of it. */
const PREVIEW = { headers: { 'user-agent': 'WhatsApp/2.23.20.0' } };
const PHONE_SCREEN = { width: 390, height: 844 };

let editor: Editor;
let n8n: N8n;
let asking: Asking;

beforeAll(async () => {
	editor = await Editor.open();
	n8n = editor.launched.n8n;
	asking = await Asking.publish(editor.launched, 'ask');
}, START_LIMIT_MILLISECONDS);

afterAll(async () => {
	await editor?.close();
}, 60_000);

function see(name: string, test: () => Promise<void>): void {
	it(name, () => editor.watch(name, test), LIMIT_MILLISECONDS);
}

/** The buttons of the question with this text. */
function buttonsOf(question: string) {
	const buttons = sent(editor.emulator).find(({ message }) => message === question)?.buttons ?? [];
	const [yes, no] = buttons;
	if (!yes || !no) throw new Error(`Nobody was asked "${question}"`);
	return { yes, no };
}

describe('a question', () => {
	see('is not asked while no trigger would get the answer', async () => {
		const id = await asking.ask(['To nobody?'], 'error');
		const { error } = await progressOf(n8n, id);
		expect(error?.message).toContain('Nobody could answer');
		expect(sent(editor.emulator)).toEqual([]);
		await TriggerWorkflow.publish(editor.launched, {
			events: ['messageStatus', 'messageReceived'],
		});
	});

	see('waits for its own answer, also when n8n was restarted in between', async () => {
		const { emulator, launched } = editor;
		const questions = Array.from({ length: 6 }, (_, index) => `Question ${index}?`);
		const ids: string[] = [];
		for (const question of questions) ids.push(await asking.ask([question]));
		n8n = await launched.restart();
		asking = new Asking(n8n, asking.id, 'ask');
		await Promise.all(
			questions.map(async (question, index) => {
				const { yes, no } = buttonsOf(question);
				const button = index % 2 === 0 ? yes : no;
				const body = { messageId: question };
				// Twice at once, as Z-API may.
				const twice = [press(emulator, button, body), press(emulator, button, body)];
				const taken = { status: 200, text: expect.stringContaining('handed over') as string };
				expect(await Promise.all(twice)).toMatchObject([taken, taken]);
			}),
		);
		for (const [index, id] of ids.entries()) {
			const progress = await reach(n8n, id, 'success');
			expect(progress.outputs(NEXT)).toMatchObject([
				[{ approved: index % 2 === 0, phone: PERSON, messageId: questions[index] }],
			]);
			expect(progress.outputs(NEXT)).toEqual([progress.outputs(ASK)[0]]);
		}
	});

	see('waits on after a forged press, and what comes late changes nothing', async () => {
		const { emulator } = editor;
		const id = await asking.ask(['Forged?']);
		const { yes, no } = buttonsOf('Forged?');
		const other = await asking.ask(['Another?']);
		for (const forged of [
			yes.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
			yes.id.replace('.0.', '.1.'),
			yes.id.replace(`.${id}.`, `.${other}.`),
			yes.id.replace(`.${id}.`, '.987654.'),
			yes.id.replace('ask-2', 'ask-1'),
			yes.id.replace('ask-2', '..'),
			yes.id.replace(`.${id}.`, '.latest.'),
		]) {
			expect(forged).not.toBe(yes.id);
			expect(await press(emulator, { ...yes, id: forged })).toMatchObject({ status: 200 });
		}
		await press(emulator, yes, { phone: '5511900000002' });
		expect((await progressOf(n8n, id)).status).toBe('waiting');
		expect((await progressOf(n8n, other)).status).toBe('waiting');
		await press(emulator, no);
		const { outputs } = await reach(n8n, id, 'success');
		await press(emulator, yes, { messageId: 'LATE' });
		expect((await progressOf(n8n, id)).outputs(ASK)).toEqual(outputs(ASK));

		await n8n.post('/rest/executions/delete', { ids: [other] });
		expect(await press(emulator, buttonsOf('Another?').yes)).toMatchObject({ status: 200 });
	});

	see('is refused for more than one item, to the error output if there is one', async () => {
		const error = await Asking.publish(
			editor.launched,
			'many',
			{},
			{ onError: 'continueErrorOutput' },
		);
		const { outputs } = await progressOf(n8n, await error.ask(['A?', 'B?'], 'success'));
		expect(outputs(NEXT)).toEqual([]);
		expect(outputs(FAILED)).toMatchObject([
			[
				{ question: 'A?', error: expect.stringContaining('Loop Over Items') as string },
				{ question: 'B?', error: expect.stringContaining('Loop Over Items') as string },
			],
		]);
	});

	see('goes on when nobody answers in time, and leaves the data before it as it was', async () => {
		const values = { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' };
		const limited = await Asking.publish(editor.launched, 'limited', {
			options: { limitWaitTime: { values } },
		});
		const id = await limited.ask(['In time?']);
		// n8n looks once a minute for what has waited long enough.
		await wait(60_000);
		const { outputs } = await reach(n8n, id, 'success');
		expect(outputs(NEXT)).toEqual([
			[{ question: 'In time?', phone: PERSON, approved: false, timedOut: true }],
		]);
		expect(outputs('Items')).toEqual([[{ question: 'In time?', phone: PERSON }]]);
	});
});

describe('the example that asks before it unlinks', () => {
	see('unlinks what somebody approves, and nothing else', async () => {
		const { emulator, launched } = editor;
		const example = launched.workflows.find(({ file }) => file === 'ask-before-unlinking.json');
		const asked = sent(emulator).length;
		const { executionId } = await n8n.post<{ executionId: string }>(
			`/rest/workflows/${example?.id}/run`,
			{ triggerToStartFrom: { name: 'When clicking ‘Execute workflow’' } },
		);
		for (const [turn, answer] of [1, 0].entries()) {
			await waitUntil('the next question is asked', () => sent(emulator).length > asked + turn);
			await reach(n8n, executionId, 'waiting');
			const [yesOfFirst] = sent(emulator)[asked]?.buttons ?? [];
			const button = sent(emulator)[asked + turn]?.buttons[answer];
			if (!yesOfFirst || !button) throw new Error('The question has no buttons');
			if (turn > 0) {
				await press(emulator, yesOfFirst, { messageId: `OLD-${turn}` });
				expect((await progressOf(n8n, executionId)).status).toBe('waiting');
			}
			await press(emulator, button, { messageId: `OF-EXAMPLE-${turn}` });
		}
		await reach(n8n, executionId, 'success');
		const unlinked = emulator.requests.filter(({ path }) => path === '/communities/unlink');
		expect(unlinked.map(({ body }) => (body as { groupsPhones: string[] }).groupsPhones)).toEqual([
			['120363100000000016-group'],
		]);
	});
});

describe('a page', () => {
	const texts = {
		approvalOptions: { values: { approveLabel: 'Sim, desvincular', disapproveLabel: 'Não' } },
		options: { pageTitle: 'Condomínio', thanksText: 'Obrigado! Você já pode fechar esta página.' },
	};

	function linkOfLastQuestion(): string {
		const { message = '' } = sent(editor.emulator).at(-1) ?? {};
		return message.split('\n').at(-1) ?? '';
	}

	async function open(responseType: string, question: string) {
		const page = await Asking.publish(editor.launched, responseType, { responseType, ...texts });
		const id = await page.ask([question]);
		const link = linkOfLastQuestion();
		expect((await fetch(link, PREVIEW)).status).toBe(200);
		const noAnswer = {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: 'null',
		};
		expect((await fetch(link, noAnswer)).status).toBe(200);
		expect((await progressOf(n8n, id)).status).toBe('waiting');
		await editor.page.setViewportSize(PHONE_SCREEN);
		await editor.page.goto(link);
		return { id, link };
	}

	/** For the documentation: the upper half of the phone's screen. */
	async function takePicture(name: string) {
		const clip = { x: 0, y: 0, width: 390, height: 440 };
		await editor.page.screenshot({ path: `docs/images/${name}.png`, clip });
	}

	see('takes an approval once', async () => {
		const { page } = editor;
		const question =
			'Desvincular estes 3 grupos da comunidade?\n\n• Portaria\n• Obras\n• Festas <b>de fim de ano</b>';
		const { id, link } = await open('approvalPage', question);
		expect(await page.locator('p').innerText()).toBe(question);
		await takePicture('approval-page');
		await page.getByText('Sim, desvincular').click();
		await page.getByText('Obrigado!').waitFor();
		const { outputs } = await reach(n8n, id, 'success');
		expect(outputs(NEXT)).toMatchObject([[{ approved: true, choice: 'Sim, desvincular' }]]);
		await fetch(link, { method: 'POST', body: new URLSearchParams({ choice: '1' }) });
		expect((await progressOf(n8n, id)).outputs(ASK)).toEqual(outputs(ASK));
	});

	see('fits the narrowest phone, however long its words are', async () => {
		const { page } = editor;
		const word = 'a'.repeat(60);
		const long = await Asking.publish(editor.launched, 'long', {
			responseType: 'approvalPage',
			approvalOptions: { values: { approveLabel: word, disapproveLabel: word } },
		});
		await long.ask([`https://example.com/${word}`]);
		await page.setViewportSize({ width: 320, height: 568 });
		await page.goto(linkOfLastQuestion());
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
	});

	see('takes a text', async () => {
		const { page } = editor;
		const { id } = await open('freeText', 'Qual é o melhor horário?');
		await page.locator('textarea').fill('Às 19h.\nAntes disso não tem ninguém em casa.');
		await takePicture('free-text-page');
		await page.locator('textarea').fill('Às 19h\n<b>"ou"</b> 20h');
		await page.locator('button').click();
		await page.getByText('Obrigado!').waitFor();
		const { outputs } = await reach(n8n, id, 'success');
		expect(outputs(NEXT)).toMatchObject([[{ approved: null, text: 'Às 19h\n<b>"ou"</b> 20h' }]]);
	});
});

describe('the human review of an AI agent', () => {
	/** Publishes an agent whose model calls the tool for each of these groups at the same time. */
	async function publish(model: StandInModel, path: string) {
		const { launched } = editor;
		const openAiApi = await n8n.post<object>('/rest/credentials', model.credential);
		const node = (name: string, type: string, typeVersion: number, more: object) => ({
			...{ id: `${path}-${name}`, name, type, typeVersion, position: [0, 0], parameters: {} },
			...more,
		});
		const credentials = { zApi: launched.credential };
		const fromAi = (name: string) => `={{ $fromAI('${name}', '', 'string') }}`;
		const to = (name: string, type = 'main') => ({ [type]: [[{ node: name, type, index: 0 }]] });
		const saved = await n8n.post<SavedWorkflow>('/rest/workflows', {
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
		await publishWorkflow(n8n, saved);
		return new Asking(n8n, saved.id, path);
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
			await reach(n8n, execution, 'success');
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
			await reach(n8n, execution, 'waiting');
			const button = sent(emulator).at(-1)?.buttons[answer];
			if (button) await press(emulator, button, { messageId: `OF-CALL-${turn}` });
		}
		await reach(n8n, execution, 'success');
		const unlinked = emulator.requests
			.slice(before)
			.filter(({ path }) => path === '/communities/unlink');
		expect(unlinked.map(({ body }) => (body as { groupsPhones: string[] }).groupsPhones)).toEqual([
			[calls[1]?.toolParameters.groups],
		]);
	});
});
