import { callWebhook, mapAtOnce, type WebhookAnswer } from '../../../tools/launcher/calls.mts';
import { createCredential } from '../../../tools/launcher/examples.mts';
import type { WebhookProcess } from '../../../tools/launcher/queue/cluster.mts';
import {
	TriggerWorkflow,
	type Execution,
} from '../../../tools/launcher/workflows/triggerWorkflow.mts';
import { both, watchWebhookProcesses, watchWorkers, type QueueContext } from './context.mts';
import { waitUntil } from '../../../tools/launcher/waiting.mts';

const EVENTS = 20;
const MANY_EVENTS = process.env.FULL ? 2_000 : 400;
/** Posted when one process is gone. */
const LATE_EVENTS = 20;
const EVENTS_AT_ONCE = 20;
/** The workers may be behind with what was taken. */
const WORKERS_LIMIT_MILLISECONDS = 120_000;
/** How often a sender tries to get rid of an event. */
const ATTEMPTS = 4;

const OTHER_INSTANCE = 'ANOTHER-INSTANCE-OF-THE-ACCOUNT';

function idsOf(executions: Execution[]): unknown[] {
	return executions.flatMap(({ items }) => items).map(({ json }) => json.messageId);
}

/** @returns ids of messages */
function messageIds(prefix: string, count: number): string[] {
	return Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
}

/** The trigger, whose events come to two webhook processes that have no memory in common. */
export class TriggerEvents {
	readonly #context: QueueContext;

	constructor(context: QueueContext) {
		this.#context = context;
	}

	/** Where Z-API posts messages. */
	get #address(): string {
		return this.#context.cluster.emulator.state.webhooks.ReceivedCallback;
	}

	/** Posts a message straight to a process, as a load balancer would. */
	async #post(
		process: WebhookProcess,
		messageId: string,
		{ address = this.#address, instanceId = this.#context.cluster.emulator.account.instance } = {},
	): Promise<WebhookAnswer> {
		const event = {
			...{ type: 'ReceivedCallback', instanceId, messageId, phone: '5511900000001' },
			...{ fromMe: false, text: { message: 'Bom dia' } },
		};
		const { emulator } = this.#context.cluster;
		const url = process.url + new URL(address).pathname;
		return await callWebhook(url, event, emulator.postedHeaders());
	}

	testEachOnce(): void {
		this.#context.test('each starts one execution, whichever process it comes to', async () => {
			const { cluster, n8n } = this.#context;
			const { credential, loadBalancer, webhookProcesses } = cluster;
			await using workflow = await TriggerWorkflow.publish({ n8n, credential });
			expect(this.#address).toContain(`${loadBalancer.url}/webhook/`);
			const startedSince = watchWorkers(cluster);
			const enqueuedSince = watchWebhookProcesses(cluster);

			const ids = messageIds('EVENT', EVENTS);
			const answers = await mapAtOnce([...ids.entries()], 10, ([index, id]) => {
				const process = webhookProcesses[index % 2];
				if (!process) throw new Error('There are no two webhook processes');
				return this.#post(process, id);
			});

			expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
			const executions = await workflow.executions(EVENTS);
			expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
			expect(idsOf(executions).sort()).toEqual([...ids].sort());
			expect(enqueuedSince().map(({ length }) => length)).toEqual([EVENTS / 2, EVENTS / 2, 0]);
			expect(startedSince().flat().sort()).toEqual(enqueuedSince().flat().sort());
		});
	}

	testChangedCredential(): void {
		this.#context.test('every process notices that the credential was changed', async () => {
			const { cluster, n8n } = this.#context;
			const [first, second] = both(cluster.webhookProcesses);
			const { account, baseUrl } = cluster.emulator;
			const credential = await createCredential(n8n, { ...account, baseUrl });
			const change = async (instance: string) => {
				const data = { ...account, baseUrl, instance };
				await n8n.patch(`/rest/credentials/${credential.id}`, {
					...credential,
					type: 'zApi',
					data,
				});
			};
			await using workflow = await TriggerWorkflow.publish({ n8n, credential });
			for (const process of [first, second]) {
				expect(await this.#post(process, `BEFORE ${process.url}`)).toMatchObject({ status: 200 });
			}
			expect(await workflow.executions(2)).toHaveLength(2);

			await change(OTHER_INSTANCE);
			try {
				// What is new is taken at once, also where the old credential is still remembered.
				const fresh = await this.#post(first, 'NEW', { instanceId: OTHER_INSTANCE });
				expect(fresh).toMatchObject({ status: 200 });
				expect(await this.#post(first, 'OLD')).toMatchObject({ status: 403 });
				await waitUntil('the other process refuses what is old', async () => {
					return (await this.#post(second, 'OLD')).status === 403;
				});
			} finally {
				await change(account.instance);
			}
		});
	}

	testUnpublished(): void {
		this.#context.test(
			'are refused by every process once the workflow is unpublished',
			async () => {
				const { cluster, n8n } = this.#context;
				const { credential, webhookProcesses } = cluster;
				const workflow = await TriggerWorkflow.publish({ n8n, credential });
				const address = this.#address;
				for (const process of webhookProcesses) {
					expect(await this.#post(process, process.url)).toMatchObject({ status: 200 });
				}
				await workflow.executions(webhookProcesses.length);

				await workflow.unpublish();
				expect(this.#address).toBe('');
				for (const process of webhookProcesses) {
					const { status, body } = await this.#post(process, 'LATE', { address });
					// Of posts with an Origin header, as Z-API's are, n8n says 500: it looks up who may call the webhook first.
					expect([404, 500]).toContain(status);
					expect(JSON.stringify(body)).toContain('is not registered');
				}
				expect(await workflow.executions(2)).toHaveLength(webhookProcesses.length);
			},
		);
	}

	/** Afterwards, one webhook process is left. */
	testStoppedProcess(): void {
		const name = `none of ${MANY_EVENTS} is lost when a webhook process is stopped, and none runs twice that was answered`;
		this.#context.test(name, async () => {
			const { cluster, n8n } = this.#context;
			const [staying, leaving] = both(cluster.webhookProcesses);
			await using workflow = await TriggerWorkflow.publish({
				n8n,
				credential: cluster.credential,
			});
			const startedSince = watchWorkers(cluster);
			const enqueuedSince = watchWebhookProcesses(cluster);
			const ids = messageIds('MANY', MANY_EVENTS + LATE_EVENTS);
			const unanswered: WebhookAnswer[] = [];
			/** What the process may have put into the queue before it ended. */
			const brokenOff = new Set<unknown>();

			let answered = 0;
			let stopped: Promise<void> | undefined;
			const send = async ([index, id]: [number, string]) => {
				for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
					const process = (index + attempt) % 2 === 0 ? staying : leaving;
					const answer = await this.#post(process, id);
					if (answer.status !== 200) {
						unanswered.push(answer);
						if (!String(answer.body).includes('ECONNREFUSED')) brokenOff.add(id);
						continue;
					}
					answered++;
					// In the midst of the others, which go on.
					if (answered === MANY_EVENTS / 5) stopped = leaving.close();
					return;
				}
				throw new Error(`${id} wasn't taken`);
			};
			const events = [...ids.entries()];
			await mapAtOnce(events.slice(0, MANY_EVENTS), EVENTS_AT_ONCE, send);
			await stopped;
			// A quick machine has taken all of them before the process is gone.
			await mapAtOnce(events.slice(MANY_EVENTS), EVENTS_AT_ONCE, send);

			// Whether n8n calls that an error depends on how far the workers were with what it took.
			expect(await leaving.exited).toMatchObject({ signal: null });
			await waitUntil(
				'the workers have begun with all',
				() => startedSince().flat().length >= ids.length,
				undefined,
				WORKERS_LIMIT_MILLISECONDS,
			);
			const all = await workflow.executions(ids.length, ['running']);
			console.info(
				`${unanswered.length} of ${ids.length} events had to be posted again, ${brokenOff.size} after their connection broke off`,
			);
			// n8n saves an execution before it puts it into the queue. One that it was stopped in between never runs;
			// its sender got no 200.
			const [abandoned, executions] = [true, false].map((isNew) =>
				all.filter(({ status }) => (status === 'new') === isNew),
			) as [Execution[], Execution[]];
			expect(abandoned.length).toBeLessThanOrEqual(unanswered.length);
			expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
			const ran = idsOf(executions);
			const again = ran.filter((id, index) => ran.indexOf(id) !== index);
			expect([...new Set(ran)].sort()).toEqual([...ids].sort());
			expect(again.filter((id) => !brokenOff.has(id))).toEqual([]);
			expect(enqueuedSince()[1]?.length).toBeGreaterThan(0);
			expect(unanswered.length).toBeGreaterThan(0);
		});
	}
}
