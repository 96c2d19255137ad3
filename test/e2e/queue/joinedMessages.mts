import { callWebhook, mapAtOnce } from '../../../tools/launcher/calls.mts';
import type { WebhookProcess } from '../../../tools/launcher/queue/cluster.mts';
import {
	TriggerWorkflow,
	type Execution,
} from '../../../tools/launcher/workflows/triggerWorkflow.mts';
import type { QueueContext } from './context.mts';

const PEOPLE = 20;
const TEXTS = ['Oi', 'tudo bem?', 'queria marcar um horário'];
const WITHIN_SECONDS = 6;

function numberOf(person: number): string {
	return `55119000001${String(person).padStart(2, '0')}`;
}

/** What somebody writes in one go, whose messages come to processes that have no memory in common. */
export class JoinedMessages {
	readonly #context: QueueContext;
	#count = 0;

	constructor(context: QueueContext) {
		this.#context = context;
	}

	async #publish(): Promise<TriggerWorkflow> {
		const { cluster, n8n } = this.#context;
		const parameters = {
			events: ['messageReceived'],
			options: { joinMessagesWithin: WITHIN_SECONDS },
		};
		return await TriggerWorkflow.publish({ n8n, credential: cluster.credential }, parameters);
	}

	async #write(process: WebhookProcess | undefined, phone: string, text: string): Promise<void> {
		if (!process) throw new Error('There is no such webhook process');
		const { emulator } = this.#context.cluster;
		const { instance } = emulator.account;
		this.#count += 1;
		const event = {
			...{ type: 'ReceivedCallback', instanceId: instance, phone, fromMe: false },
			...{ messageId: `JOINED-${this.#count}`, momment: Date.now(), text: { message: text } },
		};
		const url = process.url + new URL(emulator.state.webhooks.ReceivedCallback).pathname;
		const answer = await callWebhook(url, event, emulator.postedHeaders());
		expect(answer).toMatchObject({ status: 200 });
	}

	/** Each person writes three messages, and each message comes to another process. */
	async #writeAll(processes: WebhookProcess[]): Promise<void> {
		const people = Array.from({ length: PEOPLE }, (_, person) => person);
		for (const [index, text] of TEXTS.entries()) {
			await mapAtOnce(people, PEOPLE, async (person) => {
				await this.#write(processes[(person + index) % processes.length], numberOf(person), text);
			});
		}
	}

	#expectEachOnce(executions: Execution[]): void {
		const came = executions.map(({ items: [item] }) => [item?.json.phone, item?.json.text]);
		const expected = Array.from({ length: PEOPLE }, (_, person) => [
			numberOf(person),
			TEXTS.join('\n'),
		]);
		expect(came.sort()).toEqual(expected.sort());
	}

	testEachOnce(): void {
		this.#context.test('start one execution, whichever processes they come to', async () => {
			await using workflow = await this.#publish();
			await this.#writeAll(this.#context.cluster.webhookProcesses);
			this.#expectEachOnce(await workflow.executions(PEOPLE));
		});
	}

	/** Afterwards, the last webhook process is gone. */
	testKilledProcess(): void {
		this.#context.test('come once if a process is killed while they wait', async () => {
			await using workflow = await this.#publish();
			const { webhookProcesses } = this.#context.cluster;
			const killed = webhookProcesses.at(-1);
			await this.#writeAll(webhookProcesses);
			process.kill(killed?.processId ?? 0, 'SIGKILL');
			await killed?.exited;
			this.#expectEachOnce(await workflow.executions(PEOPLE));
		});
	}
}
