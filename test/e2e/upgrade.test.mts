import type { ReceivedRequest } from '../../tools/emulator/types.mts';
import {
	attachCredential,
	createCredential,
	type CredentialReference,
	type SavedWorkflow,
} from '../../tools/launcher/examples.mts';
import { runWorkflow } from '../../tools/launcher/executions.mts';
import type { N8n } from '../../tools/launcher/n8n.mts';
import { Steps } from '../../tools/launcher/steps.mts';
import { readSaved, type SavedActions } from '../compatibility/set.mts';
import { Editor } from './editor.mts';
import { Asking, NEXT, press, reach, sent } from '../../tools/launcher/workflows/questions.mts';
import { TriggerWorkflow } from '../../tools/launcher/workflows/triggerWorkflow.mts';
import { EARLIER, startBare, type Bare } from './upgrade/bare.mts';
import { showingLog } from './showLog.mts';

/** Long enough for n8n to be installed, too, which happens once on a machine. */
const START_LIMIT_MILLISECONDS = 15 * 60_000;
const LIMIT_MILLISECONDS = 180_000;

const FOREIGN = 'https://crm.example.com/hooks/whatsapp';
const START = 'Start';

let bare: Bare;
let credential: CredentialReference;

beforeAll(async () => {
	bare = await startBare();
}, START_LIMIT_MILLISECONDS);

afterAll(async () => {
	await bare?.close();
}, 60_000);

/** In this order: each goes on where the one before has left n8n. */
function step(name: string, test: () => Promise<void>): void {
	it(
		name,
		async () => {
			bare.emulator.requests.length = 0;
			await showingLog(() => bare.n8n.log(), test);
		},
		LIMIT_MILLISECONDS,
	);
}

function addresses(): Record<string, string> {
	const { webhooks } = bare.emulator.state;
	return Object.fromEntries(Object.entries(webhooks).filter(([, address]) => address !== ''));
}

/** What has been changed at Z-API. */
function changes(): string[] {
	return bare.emulator.requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`);
}

/** Lets the emulator post a message, as if someone had written it. */
async function receive(messageId: string) {
	return await bare.emulator.emit({ type: 'ReceivedCallback', body: { messageId } });
}

async function receivedBy(workflow: TriggerWorkflow, count: number): Promise<unknown[]> {
	const executions = await workflow.executions(count);
	return executions.flatMap(({ items }) => items).map(({ json }) => json.messageId);
}

/** A workflow that people saved before, with what it has to send. */
const kept = readSaved('test/e2e/upgrade/chosen-from-lists.json') as SavedActions;

async function saveKept(n8n: N8n): Promise<SavedWorkflow> {
	return await n8n.post('/rest/workflows', attachCredential(kept.workflow as never, credential));
}

async function expectToSendTheSame(workflow: SavedWorkflow): Promise<void> {
	const { emulator, n8n } = bare;
	emulator.requests.length = 0;
	const expected = Object.values(kept.actions).flatMap(({ requests, answers: [answer] }) =>
		requests.map((request) => ({ request, answer })),
	);
	for (const { request, answer } of expected) {
		const when = ({ path }: ReceivedRequest) => path === request.path;
		emulator.misbehave({ answer, when, times: 1 });
	}
	const { status } = await runWorkflow(n8n, workflow, START);
	expect(status).toBe('success');
	const requests = emulator.requests.map(({ method, path, query, body }) => ({
		...{ method, path, query, body },
	}));
	expect(requests).toEqual(expected.map(({ request }) => request));
}

/** A workflow without a node of ours. */
async function saveOther(n8n: N8n): Promise<SavedWorkflow> {
	return await n8n.post('/rest/workflows', {
		name: 'Nothing of Z-API',
		settings: { executionOrder: 'v1' },
		nodes: [
			{ id: 'start', name: START, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
			{ id: 'next', name: NEXT, type: 'n8n-nodes-base.noOp', typeVersion: 1 },
		].map((node) => ({ ...node, position: [0, 0], parameters: {} })),
		connections: { [START]: { main: [[{ node: NEXT, type: 'main', index: 0 }]] } },
	});
}

async function expectNotToRun(workflow: SavedWorkflow): Promise<void> {
	bare.emulator.requests.length = 0;
	await expect(runWorkflow(bare.n8n, workflow, START)).rejects.toThrow(
		'Unrecognized node type: n8n-nodes-z-api.zApi',
	);
	expect(bare.emulator.requests).toEqual([]);
}

let saved: SavedWorkflow;
let trigger: TriggerWorkflow;

describe('the package, in Settings → Community nodes,', () => {
	step('is installed', async () => {
		expect(await bare.installed()).toBeUndefined();
		await bare.install();
		expect(await bare.installed()).toMatchObject({
			installedVersion: EARLIER,
			failedLoading: false,
		});
		const { n8n, emulator } = bare;
		credential = await createCredential(n8n, { ...emulator.account, baseUrl: emulator.baseUrl });
		saved = await saveKept(n8n);
		await expectToSendTheSame(saved);
	});

	step('is updated while n8n runs, and what is published or waits goes on', async () => {
		const { n8n, emulator } = bare;
		const { webhooks } = emulator.state;
		webhooks.ReceivedCallback = webhooks.MessageStatusCallback = FOREIGN;
		const options = { replaceExisting: true };
		const publish = async (event: string) =>
			await TriggerWorkflow.publish({ n8n, credential }, { events: [event], options });
		trigger = await publish('messageReceived');
		const other = await publish('messageStatus');
		const before = addresses();
		expect(new Set([FOREIGN, ...Object.values(before)]).size).toBe(3);
		await receive('BEFORE');
		const asking = await Asking.publish({ n8n, credential }, 'ask');
		const question = await asking.ask(['Unlink?']);
		const [yes] = sent(emulator).at(-1)?.buttons ?? [];

		await bare.release();
		expect(await bare.installed()).toMatchObject({ updateAvailable: bare.built.version });
		emulator.requests.length = 0;
		await bare.update();
		expect(await bare.installed()).toMatchObject({
			installedVersion: bare.built.version,
			failedLoading: false,
		});
		expect(changes()).toEqual([]);
		expect(addresses()).toEqual(before);

		await receive('AFTER');
		expect(await receivedBy(trigger, 2)).toEqual(['BEFORE', 'AFTER']);
		if (yes) await press(emulator, yes);
		const { outputs } = await reach(n8n, question, 'success');
		expect(outputs(NEXT)).toMatchObject([[{ approved: true }]]);
		await expectToSendTheSame(saved);
		await other.unpublish();
		expect(addresses()).toEqual({ ...before, MessageStatusCallback: FOREIGN });
	});

	step('goes on after n8n is restarted, and puts back what it found', async () => {
		const before = addresses();
		await bare.restart();
		expect(changes()).toEqual([]);
		expect(addresses()).toEqual(before);
		await receive('RESTARTED');
		expect(await receivedBy(trigger, 3)).toEqual(['BEFORE', 'AFTER', 'RESTARTED']);
		await trigger.unpublish();
		expect(addresses().ReceivedCallback).toBe(FOREIGN);
	});

	step('is uninstalled, and n8n stays whole, but addresses stay at Z-API', async () => {
		const { n8n, emulator } = bare;
		const { webhooks } = emulator.state;
		webhooks.ReceivedCallback = webhooks.MessageStatusCallback = '';
		const publish = async (event: string) =>
			await TriggerWorkflow.publish({ n8n, credential }, { events: [event] });
		trigger = await publish('messageReceived');
		const second = await publish('messageStatus');
		const before = addresses();
		const other = await saveOther(n8n);

		await bare.uninstall();
		expect(await bare.installed()).toBeUndefined();
		expect(await runWorkflow(n8n, other, START)).toMatchObject({ status: 'success' });
		await expectNotToRun(saved);
		expect(await receive('LOST')).toMatchObject({ status: 400 });
		// n8n can't ask a node that it doesn't have to clean up: this is why the README says to unpublish first.
		await second.unpublish();
		expect(addresses()).toEqual(before);

		const again = await bare.restart();
		expect(await runWorkflow(again, other, START)).toMatchObject({ status: 'success' });
		await expectNotToRun(saved);
		expect(addresses()).toEqual(before);
	});

	step("is named by n8n where it's missing", async () => {
		const { n8n, emulator, userFolder } = bare;
		const close = async () => await Promise.resolve();
		const restart = async () => await bare.restart();
		const rest = {
			userFolder,
			credential,
			workflows: [],
			restart,
			close,
			steps: new Steps(0, () => {}),
		};
		const editor = await Editor.open({ n8n, emulator, ...rest });
		try {
			await editor.watch('is named by n8n where it is missing', async () => {
				await editor.show(`/workflow/${saved.id}`);
				await editor.node(Object.keys(kept.actions)[0] ?? '').dblclick();
				const panel = editor.byTestId('ndv');
				await panel.getByText('Install this node to use it').waitFor();
				await panel.getByText("It's part of the n8n-nodes-z-api community package").waitFor();
			});
		} finally {
			await editor.close();
		}
	});

	step(
		'is installed again, and what was left published goes on once it is published anew',
		async () => {
			await bare.install();
			expect(await bare.installed()).toMatchObject({ installedVersion: bare.built.version });
			await expectToSendTheSame(saved);
			// Without the package, n8n has given its start up for good.
			await trigger.unpublish();
			await trigger.publish();
			await receive('BACK');
			expect(await receivedBy(trigger, 1)).toEqual(['BACK']);
			await trigger.unpublish();
			expect(addresses().ReceivedCallback).toBeUndefined();
		},
	);
});
