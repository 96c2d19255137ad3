import type { N8n } from '../../tools/launcher/n8n.mts';
import { startCluster, type Cluster } from '../../tools/launcher/queue/cluster.mts';
import { packed } from './packed.mts';
import type { QueueContext } from './queue/context.mts';
import { JoinedMessages } from './queue/joinedMessages.mts';
import { Questions } from './queue/questions.mts';
import { TriggerEvents } from './queue/triggerEvents.mts';
import { showingLog } from './showLog.mts';
import { WebhookCalls } from './queue/webhookCalls.mts';

/** Long enough for n8n to be installed, too, which happens once on a machine. */
const START_LIMIT_MILLISECONDS = 15 * 60_000;
const TEST_LIMIT_MILLISECONDS = 600_000;

let cluster: Cluster;
let n8n: N8n;

/** A call that failed in another process says nothing by itself. */
const logs = () => cluster.logs();

const context: QueueContext = {
	get cluster() {
		return cluster;
	},
	get n8n() {
		return n8n;
	},
	test(name, run) {
		it(name, () => showingLog(logs, run), TEST_LIMIT_MILLISECONDS);
	},
};

const webhookCalls = new WebhookCalls(context);
const triggerEvents = new TriggerEvents(context);
const joinedMessages = new JoinedMessages(context);
const questions = new Questions(context);

beforeAll(async () => {
	cluster = await startCluster({
		...{
			root: process.cwd(),
			tarball: packed(),
			workers: 2,
			webhookProcesses: 3,
			report: () => {},
		},
		signal: AbortSignal.timeout(START_LIMIT_MILLISECONDS),
	});
	n8n = { ...cluster.main, url: cluster.loadBalancer.url };
	await showingLog(logs, () => webhookCalls.prepare());
}, START_LIMIT_MILLISECONDS + 60_000);

afterAll(async () => {
	await cluster?.close();
}, 60_000);

// One cluster for all, so what stops a process comes last.
describe("n8n's queue mode, with two workers and three webhook processes", () => {
	describe('webhook calls', () => {
		webhookCalls.testEachOnce();
	});

	describe('events from Z-API', () => {
		triggerEvents.testEachOnce();
		triggerEvents.testChangedCredential();
		triggerEvents.testUnpublished();
	});

	describe('questions', () => {
		questions.testEachOnce();
		questions.testTwoAnswers();
		questions.testLoop();
	});

	describe('messages that somebody writes in one go', () => {
		joinedMessages.testEachOnce();
		joinedMessages.testKilledProcess();
	});

	describe('events from Z-API', () => {
		triggerEvents.testStoppedProcess();
	});

	describe('webhook calls', () => {
		webhookCalls.testStoppedWorker();
	});
});
