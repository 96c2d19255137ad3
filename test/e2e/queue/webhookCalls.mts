import type { ReceivedRequest } from '../../../tools/emulator/types.mts';
import { mapAtOnce, type WebhookAnswer } from '../../../tools/launcher/calls.mts';
import { publishWorkflow } from '../../../tools/launcher/examples.mts';
import { WORKER_CONCURRENCY, type QueueWorker } from '../../../tools/launcher/queue/cluster.mts';
import {
	addCommunity,
	remainingGroups,
	unlink,
	unlinkedAnswer,
	WEBHOOK_EXAMPLE,
} from '../../../tools/launcher/queue/unlinking.mts';
import { exampleIn } from '../../../tools/launcher/runs/run.mts';
import { both, watchWebhookProcesses, watchWorkers, type QueueContext } from './context.mts';
import { waitUntil } from '../../../tools/launcher/waiting.mts';

const CALLS_AT_ONCE = 20;
const CALLS = process.env.FULL ? 200 : 100;
const MORE_CALLS = 100;

/** Long enough for the workers to fill up, and for one to notice that it is to end; shorter than n8n gives it to end. */
const HOLD_MILLISECONDS = 5_000;

interface ExecutionList {
	/** At most 100, newest first. */
	results: Array<{ id: string; status: string }>;
	/** How many there are in all. */
	count: number;
}

/** Every group that the emulator was asked to unlink, as often as it was. */
function requestedGroups(requests: ReceivedRequest[]): string[] {
	return requests
		.filter(({ path }) => path === '/communities/unlink')
		.flatMap(({ body }) => (body as { groupsPhones: string[] }).groupsPhones)
		.sort();
}

/** The executions that a worker was in the middle of when it was told to end. */
function executionsItWaitedFor(worker: QueueWorker): string[] {
	const line = /Waiting for \d+ active executions to finish\.\.\. \(execution IDs: (.*?)\)/;
	return line.exec(worker.log())?.[1]?.split(', ') ?? [];
}

/** What a worker wrote to its log after it was told to end. */
function lastWords(worker: QueueWorker): string | undefined {
	return worker.log().split('Received SIGTERM. Shutting down...')[1];
}

/** The example that answers a webhook, with many calls. */
export class WebhookCalls {
	readonly #context: QueueContext;
	#groups: string[] = [];
	#workflowId = '';

	constructor(context: QueueContext) {
		this.#context = context;
	}

	/** Publishes the example, and gives the emulator groups to unlink. */
	async prepare(): Promise<void> {
		const { cluster } = this.#context;
		const example = exampleIn(cluster.workflows, WEBHOOK_EXAMPLE);
		this.#workflowId = example.id;
		this.#groups = addCommunity(cluster, CALLS + MORE_CALLS);
		await publishWorkflow(cluster.main, example);
	}

	async #executions(...status: string[]): Promise<ExecutionList> {
		const filter = JSON.stringify({ workflowId: this.#workflowId, status });
		const query = `limit=100&filter=${encodeURIComponent(filter)}`;
		return await this.#context.cluster.main.get(`/rest/executions?${query}`);
	}

	/** Every execution so far must be saved as a success; a worker does that a moment after the webhook has answered. */
	async #expectSuccesses(count: number) {
		await waitUntil('the executions are over', async () => {
			const { results } = await this.#executions('new', 'running');
			return results.length === 0;
		});
		const others = await this.#executions('error', 'crashed', 'canceled', 'waiting', 'unknown');
		expect(others.results).toEqual([]);
		expect((await this.#executions('success')).count).toBe(count);
	}

	/**
	 * Checks that every call was answered, every group was unlinked by one request, and every execution ran once.
	 *
	 * @param groups one per call
	 * @param answers to the calls
	 * @param requests all that the emulator has received since the first call
	 * @param executions those that the workers started since the first call
	 */
	#expectEachOnce(
		groups: string[],
		answers: WebhookAnswer[],
		requests: ReceivedRequest[],
		executions: string[],
	) {
		expect(answers).toEqual(groups.map(unlinkedAnswer));
		expect(requestedGroups(requests)).toEqual(groups);
		const remaining = remainingGroups(this.#context.cluster);
		expect(groups.filter((group) => remaining.has(group))).toEqual([]);
		expect(executions).toHaveLength(groups.length);
		expect(new Set(executions).size).toBe(groups.length);
	}

	/**
	 * Holds back the answers to the next requests, for a while.
	 *
	 * @returns how many it has held back so far
	 */
	#holdAnswers(times: number): () => number {
		let held = 0;
		const when = () => {
			held++;
			return true;
		};
		this.#context.cluster.emulator.misbehave({
			when,
			times,
			delayMilliseconds: HOLD_MILLISECONDS,
		});
		return () => held;
	}

	testEachOnce(): void {
		this.#context.test(`each of ${CALLS} runs once, and every process has its share`, async () => {
			const { cluster } = this.#context;
			const { requests } = cluster.emulator;
			const groups = this.#groups.slice(0, CALLS);
			const requestsBefore = requests.length;
			const startedSince = watchWorkers(cluster);
			const enqueuedSince = watchWebhookProcesses(cluster);

			const answers = await mapAtOnce(groups, CALLS_AT_ONCE, (group) => unlink(cluster, group));

			const started = startedSince();
			this.#expectEachOnce(groups, answers, requests.slice(requestsBefore), started.flat());
			await this.#expectSuccesses(CALLS);
			// The main process took none of them.
			expect(enqueuedSince().flat().sort()).toEqual(started.flat().sort());
			for (const parts of [started, enqueuedSince()]) {
				const shares = parts.map(({ length }) => length / groups.length);
				expect(Math.min(...shares)).toBeGreaterThan(0.5 / shares.length);
			}
		});
	}

	/** Afterwards, one worker is left. */
	testStoppedWorker(): void {
		const name = `none of ${MORE_CALLS} is lost when a worker is stopped half-way`;
		this.#context.test(name, async () => {
			const { cluster } = this.#context;
			const { requests } = cluster.emulator;
			const groups = this.#groups.slice(CALLS);
			const requestsBefore = requests.length;
			const startedSince = watchWorkers(cluster);
			const [leaving, staying] = both(cluster.workers);

			let answered = 0;
			const calls = mapAtOnce(groups, CALLS_AT_ONCE, async (group) => {
				const answer = await unlink(cluster, group);
				answered++;
				return answer;
			});
			await waitUntil('half of the calls are answered', () => answered >= groups.length / 2);
			// Both workers are to be in the middle of as many executions as they can run, with more in the queue.
			const slots = cluster.workers.length * WORKER_CONCURRENCY;
			const held = this.#holdAnswers(slots);
			await waitUntil('both workers are busy', () => held() === slots);
			const stayingBefore = staying.started.length;
			await leaving.close();
			const answers = await calls;

			// Not by force, and not before what it was in the middle of; it began nothing after that.
			expect(await leaving.exited).toEqual({ code: 0, signal: null });
			expect(executionsItWaitedFor(leaving)).toHaveLength(WORKER_CONCURRENCY);
			expect(lastWords(leaving)).not.toContain('Worker started execution');
			expect(staying.started.length).toBeGreaterThan(stayingBefore + WORKER_CONCURRENCY);
			const started = startedSince();
			this.#expectEachOnce(groups, answers, requests.slice(requestsBefore), started.flat());
			await this.#expectSuccesses(CALLS + MORE_CALLS);
		});
	}
}
