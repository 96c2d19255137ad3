import type { ReceivedRequest } from '../emulator/types.mts';
import { publishWorkflow } from '../launcher/examples.mts';
import { callWebhook, mapAtOnce, type WebhookAnswer } from './queue/calls.mts';
import {
	startCluster,
	WORKER_CONCURRENCY,
	type Cluster,
	type QueueWorker,
} from './queue/cluster.mts';
import { waitUntil } from './queue/waiting.mts';

const EXAMPLE = 'unlink-group-from-webhook.json';
/** Long enough for n8n to be installed, too, which happens once on a machine. */
const START_LIMIT_MILLISECONDS = 15 * 60_000;
const TEST_LIMIT_MILLISECONDS = 110_000;

const CALLS_AT_ONCE = 20;
const COMMUNITY_ID = '120363900000000000';
/** More than are unlinked, since the last ordinary group of a community has to stay. */
const GROUPS = Array.from({ length: 301 }, (_, index) => `1203639${10_000_000_000 + index}-group`);

/** Long enough for the workers to fill up, and for one to notice that it is to end; shorter than n8n gives it to end. */
const HOLD_MILLISECONDS = 5_000;

let cluster: Cluster;

beforeAll(async () => {
	const limit = AbortSignal.timeout(START_LIMIT_MILLISECONDS);
	cluster = await startCluster(process.cwd(), 2, limit);
	cluster.emulator.state.communities.push({
		id: COMMUNITY_ID,
		name: 'Associação de Moradores',
		description: '',
		subGroups: GROUPS.map((phone, index) => ({
			phone,
			name: `Quadra ${index + 1}`,
			isGroupAnnouncement: false,
		})),
	});
	const workflow = cluster.workflows.find(({ file }) => file === EXAMPLE);
	if (workflow === undefined) throw new Error(`There is no examples/${EXAMPLE}`);
	await showingLogs(() => publishWorkflow(cluster.main, workflow, limit));
}, START_LIMIT_MILLISECONDS + 60_000);

afterAll(async () => {
	await cluster?.close();
}, 60_000);

function unlink(groupId: string): Promise<WebhookAnswer> {
	const url = `${cluster.main.url}/webhook/unlink-group`;
	return callWebhook(url, { communityId: COMMUNITY_ID, groupId });
}

function unlinkedAnswer(groupId: string): WebhookAnswer {
	return {
		status: 200,
		body: {
			unlinked: true,
			message: 'The group was unlinked from the community.',
			communityId: COMMUNITY_ID,
			groupId,
		},
	};
}

function groupsOf({ path, body }: ReceivedRequest): string[] {
	return path === '/communities/unlink' ? (body as { groupsPhones: string[] }).groupsPhones : [];
}

/** Every group that the emulator was asked to unlink, as often as it was. */
function requestedGroups(requests: ReceivedRequest[]): string[] {
	return requests.flatMap(groupsOf).sort();
}

function remainingGroups(): Set<string> {
	const community = cluster.emulator.state.communities.find(({ id }) => id === COMMUNITY_ID);
	return new Set(community?.subGroups.map(({ phone }) => phone));
}

/** Which executions each worker has started since. */
function watchWorkers(): () => string[][] {
	const before = cluster.workers.map(({ started }) => started.length);
	return () => cluster.workers.map(({ started }, index) => started.slice(before[index]));
}

interface ExecutionList {
	/** At most 100, newest first. */
	results: Array<{ id: string; status: string }>;
	/** How many there are in all. */
	count: number;
}

async function listExecutions(...status: string[]): Promise<ExecutionList> {
	const filter = encodeURIComponent(JSON.stringify({ status }));
	return await cluster.main.get(`/rest/executions?limit=100&filter=${filter}`);
}

/** Every execution so far must be saved as a success; a worker does that a moment after the webhook has answered. */
async function expectSuccesses(count: number) {
	await waitUntil('the executions are over', async () => {
		const { results } = await listExecutions('new', 'running');
		return results.length === 0;
	});
	const { results } = await listExecutions('error', 'crashed', 'canceled', 'waiting', 'unknown');
	expect(results).toEqual([]);
	const successes = await listExecutions('success');
	expect(successes.count).toBe(count);
}

/**
 * Checks that every call was answered, every group was unlinked by one request, and every execution ran once.
 *
 * @param groups one per call
 * @param answers to the calls
 * @param requests all that the emulator has received since the first call
 * @param executions those that the workers started since the first call
 */
async function expectEachOnce(
	groups: string[],
	answers: WebhookAnswer[],
	requests: ReceivedRequest[],
	executions: string[],
) {
	expect(answers).toEqual(groups.map(unlinkedAnswer));
	expect(requestedGroups(requests)).toEqual(groups);
	expect(groups.filter((group) => remainingGroups().has(group))).toEqual([]);
	expect(executions).toHaveLength(groups.length);
	expect(new Set(executions).size).toBe(groups.length);
	await expectSuccesses(cluster.workers.flatMap(({ started }) => started).length);
}

/**
 * Holds back the answers to the next requests, for a while.
 *
 * @returns how many it has held back so far
 */
function holdAnswers(times: number): () => number {
	let held = 0;
	const when = () => {
		held++;
		return true;
	};
	cluster.emulator.misbehave({ when, times, delayMilliseconds: HOLD_MILLISECONDS });
	return () => held;
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

/** Without n8n's own words, a call that failed in another process says nothing. */
async function showingLogs(test: () => Promise<void>): Promise<void> {
	try {
		await test();
	} catch (error) {
		console.error(cluster.logs());
		throw error;
	}
}

describe("n8n's queue mode, with two workers", () => {
	const test = (name: string, run: () => Promise<void>) =>
		it(name, () => showingLogs(run), TEST_LIMIT_MILLISECONDS);

	test('runs each of 200 webhook calls once, on both workers', async () => {
		const groups = GROUPS.slice(0, 200);
		const { requests } = cluster.emulator;
		const startedSince = watchWorkers();

		const answers = await mapAtOnce(groups, CALLS_AT_ONCE, unlink);

		const started = startedSince();
		await expectEachOnce(groups, answers, requests, started.flat());
		const shares = started.map(({ length }) => length / groups.length);
		expect(shares).toHaveLength(2);
		expect(Math.min(...shares)).toBeGreaterThan(0.25);
	});

	test('loses none of 100 webhook calls when a worker is stopped half-way', async () => {
		const groups = GROUPS.slice(200, 300);
		const { requests } = cluster.emulator;
		const requestsBefore = requests.length;
		const startedSince = watchWorkers();
		const [leaving, staying] = cluster.workers;
		if (!leaving || !staying) throw new Error('There are no two workers');

		let answered = 0;
		const calls = mapAtOnce(groups, CALLS_AT_ONCE, async (group) => {
			const answer = await unlink(group);
			answered++;
			return answer;
		});
		await waitUntil('half of the calls are answered', () => answered >= groups.length / 2);
		// Both workers are to be in the middle of as many executions as they can run, with more in the queue.
		const slots = cluster.workers.length * WORKER_CONCURRENCY;
		const held = holdAnswers(slots);
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
		await expectEachOnce(groups, answers, requests.slice(requestsBefore), started.flat());
	});
});
