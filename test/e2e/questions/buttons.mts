import { waitUntil } from '../../../tools/launcher/waiting.mts';
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
} from '../../../tools/launcher/workflows/questions.mts';
import { TriggerWorkflow } from '../../../tools/launcher/workflows/triggerWorkflow.mts';
import { editor, n8n, see } from '../session.mts';

/** The buttons of the question with this text. */
function buttonsOf(question: string) {
	const buttons = sent(editor.emulator).find(({ message }) => message === question)?.buttons ?? [];
	const [yes, no] = buttons;
	if (!yes || !no) throw new Error(`Nobody was asked "${question}"`);
	return { yes, no };
}

/** The execution that asks a question with a time limit, which nobody answers. */
export let unanswered: string;

describe('a question', () => {
	let asking: Asking;

	beforeAll(async () => {
		editor.emulator.reset();
		asking = await Asking.publish(editor.launched, 'ask');
	});

	see('is not asked while no trigger would get the answer', async () => {
		const id = await asking.ask(['To nobody?'], 'error');
		const { error } = await progressOf(n8n(), id);
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
		asking = new Asking(await launched.restart(), asking.id, 'ask');
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
			const progress = await reach(n8n(), id, 'success');
			expect(progress.outputs(NEXT)).toMatchObject([
				[{ approved: index % 2 === 0, phone: PERSON, messageId: questions[index] }],
			]);
			expect(progress.outputs(NEXT)).toEqual([progress.outputs(ASK)[0]]);
		}
	});

	see('with a time limit waits, too', async () => {
		const values = { limitType: 'afterTimeInterval', resumeAmount: 0.2, resumeUnit: 'minutes' };
		const limited = await Asking.publish(editor.launched, 'limited', {
			options: { limitWaitTime: { values } },
		});
		unanswered = await limited.ask(['In time?']);
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
		expect((await progressOf(n8n(), id)).status).toBe('waiting');
		expect((await progressOf(n8n(), other)).status).toBe('waiting');
		await press(emulator, no);
		const { outputs } = await reach(n8n(), id, 'success');
		await press(emulator, yes, { messageId: 'LATE' });
		expect((await progressOf(n8n(), id)).outputs(ASK)).toEqual(outputs(ASK));

		await n8n().post('/rest/executions/delete', { ids: [other] });
		expect(await press(emulator, buttonsOf('Another?').yes)).toMatchObject({ status: 200 });
	});

	see('is refused for more than one item, to the error output if there is one', async () => {
		const error = await Asking.publish(
			editor.launched,
			'many',
			{},
			{ onError: 'continueErrorOutput' },
		);
		const { outputs } = await progressOf(n8n(), await error.ask(['A?', 'B?'], 'success'));
		expect(outputs(NEXT)).toEqual([]);
		expect(outputs(FAILED)).toMatchObject([
			[
				{ question: 'A?', error: expect.stringContaining('Loop Over Items') as string },
				{ question: 'B?', error: expect.stringContaining('Loop Over Items') as string },
			],
		]);
	});
});

describe('the example that asks before it unlinks', () => {
	see('unlinks what somebody approves, and nothing else', async () => {
		const { emulator, launched } = editor;
		const example = launched.workflows.find(({ file }) => file === 'ask-before-unlinking.json');
		const asked = sent(emulator).length;
		const { executionId } = await n8n().post<{ executionId: string }>(
			`/rest/workflows/${example?.id}/run`,
			{ triggerToStartFrom: { name: 'When clicking ‘Execute workflow’' } },
		);
		for (const [turn, answer] of [1, 0].entries()) {
			await waitUntil('the next question is asked', () => sent(emulator).length > asked + turn);
			await reach(n8n(), executionId, 'waiting');
			const [yesOfFirst] = sent(emulator)[asked]?.buttons ?? [];
			const button = sent(emulator)[asked + turn]?.buttons[answer];
			if (!yesOfFirst || !button) throw new Error('The question has no buttons');
			if (turn > 0) {
				await press(emulator, yesOfFirst, { messageId: `OLD-${turn}` });
				expect((await progressOf(n8n(), executionId)).status).toBe('waiting');
			}
			await press(emulator, button, { messageId: `OF-EXAMPLE-${turn}` });
		}
		await reach(n8n(), executionId, 'success');
		const unlinked = emulator.requests.filter(({ path }) => path === '/communities/unlink');
		expect(unlinked.map(({ body }) => (body as { groupsPhones: string[] }).groupsPhones)).toEqual([
			['120363100000000016-group'],
		]);
	});
});
