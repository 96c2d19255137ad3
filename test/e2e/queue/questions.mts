import { callWebhook } from '../../../tools/launcher/calls.mts';
import {
	ASK,
	Asking,
	NEXT,
	PERSON,
	press,
	progressOf,
	reach,
	sent,
	type Button,
} from '../../../tools/launcher/workflows/questions.mts';
import { TriggerWorkflow } from '../../../tools/launcher/workflows/triggerWorkflow.mts';
import { both, type QueueContext } from './context.mts';
import { waitUntil } from '../../../tools/launcher/waiting.mts';

const QUESTIONS = 8;

/** *Send and Wait for Response*: any worker asks, any webhook process gets the press, any worker goes on. */
export class Questions {
	readonly #context: QueueContext;

	constructor(context: QueueContext) {
		this.#context = context;
	}

	/** A test during which a trigger gets the presses. */
	#test(name: string, run: () => Promise<void>): void {
		this.#context.test(name, async () => {
			const { cluster, n8n } = this.#context;
			const { credential } = cluster;
			const trigger = await TriggerWorkflow.publish({ n8n, credential });
			try {
				await run();
			} finally {
				await trigger.unpublish();
			}
		});
	}

	/** Lets two webhook processes know of a press at the same moment; each may get another one. */
	async #pressAtOnce(presses: [Button, Button], messageIds: [string, string]) {
		const { emulator, webhookProcesses } = this.#context.cluster;
		const path = new URL(emulator.state.webhooks.ReceivedCallback).pathname;
		return await Promise.all(
			both(webhookProcesses).map(({ url }, index) =>
				callWebhook(
					url + path,
					{
						...{ type: 'ReceivedCallback', instanceId: emulator.account.instance, phone: PERSON },
						messageId: messageIds[index],
						buttonsResponseMessage: {
							buttonId: presses[index]?.id,
							message: presses[index]?.label,
						},
					},
					emulator.postedHeaders(),
				),
			),
		);
	}

	#buttonsOf(question: string): [Button, Button] {
		const { emulator } = this.#context.cluster;
		return both(sent(emulator).find(({ message }) => message === question)?.buttons ?? []);
	}

	/** How often workers have begun with an execution, or gone on with it. */
	#turnsOf(id: string): number {
		return this.#context.cluster.workers
			.flatMap(({ started }) => started)
			.filter((started) => started === id).length;
	}

	testEachOnce(): void {
		this.#test('each goes on once, with its own answer', async () => {
			const { cluster, n8n } = this.#context;
			const { credential } = cluster;
			const asking = await Asking.publish({ n8n, credential }, 'queue');
			const questions = Array.from({ length: QUESTIONS }, (_, index) => `Question ${index}?`);
			const ids: string[] = [];
			for (const question of questions) ids.push(await asking.ask([question]));

			const answers = await Promise.all(
				questions.map(async (question, index) => {
					const button = this.#buttonsOf(question)[index % 2 === 0 ? 0 : 1];
					// The same press to both, as a sender does that got no answer in time.
					return await this.#pressAtOnce([button, button], [question, question]);
				}),
			);

			// Nothing is amiss with a press that comes second.
			expect(answers.flat().filter(({ status }) => status !== 200)).toEqual([]);
			for (const [index, id] of ids.entries()) {
				const { outputs } = await reach(n8n, id, 'success');
				expect(outputs(NEXT)).toMatchObject([
					[{ approved: index % 2 === 0, phone: PERSON, messageId: questions[index] }],
				]);
				expect(outputs(NEXT)).toEqual([outputs(ASK)[0]]);
				expect(this.#turnsOf(id)).toBe(2);
			}
		});
	}

	testTwoAnswers(): void {
		this.#test('takes one of two answers that come at the same moment', async () => {
			const { cluster, n8n } = this.#context;
			const { credential } = cluster;
			const asking = await Asking.publish({ n8n, credential }, 'two-answers');
			for (let round = 0; round < 4; round++) {
				const question = `Yes or no, ${round}?`;
				const id = await asking.ask([question]);
				const answers = await this.#pressAtOnce(this.#buttonsOf(question), ['YES', 'NO']);
				expect(answers.map(({ status }) => status)).toEqual([200, 200]);
				const { outputs } = await reach(n8n, id, 'success');
				const [answer] = outputs(NEXT).flat() as Array<{ approved: boolean; messageId: string }>;
				expect(answer?.messageId).toBe(answer?.approved ? 'YES' : 'NO');
				expect(outputs(NEXT).flat()).toHaveLength(1);
				expect(this.#turnsOf(id)).toBe(2);
				expect((await progressOf(n8n, id)).outputs(ASK)).toEqual(outputs(ASK));
			}
		});
	}

	testLoop(): void {
		this.#test('in a loop take their own answers only', async () => {
			const { cluster, n8n } = this.#context;
			const { credential } = cluster;
			const asking = await Asking.publish({ n8n, credential }, 'loop', {}, { isInLoop: true });
			const questions = ['First of three?', 'Second of three?', 'Third of three?'];
			const id = await asking.ask(questions);
			for (const [index, question] of questions.entries()) {
				await waitUntil(`"${question}" is asked`, () =>
					sent(cluster.emulator).some(({ message }) => message === question),
				);
				await reach(n8n, id, 'waiting');
				const [yes] = this.#buttonsOf(question);
				const [earlier] = this.#buttonsOf(questions[index - 1] ?? question);
				if (earlier !== yes) {
					// The press of before, posted once more: to both processes, since it may come to either.
					const answers = await this.#pressAtOnce([earlier, earlier], ['AGAIN', 'AGAIN']);
					expect(answers.map(({ status }) => status)).toEqual([200, 200]);
					expect((await progressOf(n8n, id)).status).toBe('waiting');
				}
				await press(cluster.emulator, yes, { messageId: question });
			}
			await reach(n8n, id, 'success');
			expect(this.#turnsOf(id)).toBe(questions.length + 1);
		});
	}
}
