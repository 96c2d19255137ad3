import assert from 'node:assert/strict';
import type { Emulator } from '../emulator/types.mts';
import {
	Asking,
	ASK,
	NEXT,
	PERSON,
	press,
	progressOf,
	reach,
	sent,
} from '../launcher/workflows/questions.mts';
import { TRIGGER, TriggerWorkflow } from '../launcher/workflows/triggerWorkflow.mts';
import { saveWorkflow } from '../launcher/differences.mts';
import { CREDENTIAL_TYPE, createCredential, type SavedWorkflow } from '../launcher/examples.mts';
import { executionsOf, runWorkflow, type Execution } from '../launcher/executions.mts';
import type { Launched } from '../launcher/launch.mts';
import type { N8n } from '../launcher/n8n.mts';
import type { Tarballs } from '../launcher/life/scene.mts';
import { checkJoining, checkLife } from './life.mts';
import { RUNS } from '../launcher/runs/index.mts';
import { runExample } from '../launcher/runs/run.mts';

const PACKAGE = 'n8n-nodes-z-api';
const [START, ACTION] = ['Start', 'Z-API'];

/** An n8n with the package in it, and what stands in for Z-API. */
export interface Running extends Pick<Launched, 'n8n' | 'credential' | 'workflows'> {
	emulator: Emulator;
}

/** The same, if the n8n was started here. */
export type Parts = Launched &
	Running & {
		/** What can be installed. */
		tarballs: Tarballs;
	};

/** Something that isn't there for the package to use in an n8n: no failure, but people have to know it. */
export class NotInThisN8n extends Error {}

/** Something that can't be tried in an n8n that somebody else has started. */
export class NotOverHttp extends Error {}

/** @throws NotOverHttp if n8n wasn't started here */
function startedHere(running: Running): Parts {
	if ('restart' in running) return running as Parts;
	throw new NotOverHttp('n8n has to be ended and started again for it');
}

/** Something that is tried in each version of n8n. */
export interface Check {
	/** As people call it, in a list of such things. */
	name: string;
	/**
	 * @throws NotInThisN8n with what n8n lacks
	 * @throws NotOverHttp if it takes more than n8n's address
	 * @throws any other error if it doesn't work
	 */
	run: (parts: Running, signal?: AbortSignal) => Promise<void>;
}

interface NodeType {
	name: string;
	displayName: string;
	version: number | number[];
}

async function nodeTypes(n8n: N8n): Promise<NodeType[]> {
	return await n8n.get<NodeType[]>('/types/nodes.json');
}

async function checkKnown({ n8n }: Running): Promise<void> {
	const nodes = (await nodeTypes(n8n)).map(({ name }) => name);
	const credentials = await n8n.get<Array<{ name: string }>>('/types/credentials.json');
	const known = [...nodes, ...credentials.map(({ name }) => name)];
	for (const name of [`${PACKAGE}.zApi`, `${PACKAGE}.zApiTrigger`, CREDENTIAL_TYPE]) {
		assert(known.includes(name), `n8n doesn't know ${name}`);
	}
}

async function checkCredential({ n8n, emulator }: Running): Promise<void> {
	const account = { ...emulator.account, baseUrl: emulator.baseUrl };
	const answers = [];
	for (const token of [account.token, 'NO-SUCH-TOKEN']) {
		const data = { ...account, token };
		const credentials = { ...(await createCredential(n8n, data)), type: CREDENTIAL_TYPE, data };
		answers.push(
			await n8n.post<{ status: string; message: string }>('/rest/credentials/test', {
				credentials,
			}),
		);
	}
	const [good, bad] = answers;
	assert.equal(good?.status, 'OK', `A right credential is refused: ${good?.message}`);
	assert.equal(bad?.status, 'Error', 'A wrong credential is taken');
	assert.match(bad?.message ?? '', /Instance not found/);
}

async function checkPicker({ n8n, emulator, credential }: Running): Promise<void> {
	const { results } = await n8n.post<{ results: Array<{ name: string; value: string }> }>(
		'/rest/dynamic-node-parameters/resource-locator-results',
		{
			path: 'parameters.communityId',
			methodName: 'searchCommunities',
			nodeTypeAndVersion: { name: `${PACKAGE}.zApi`, version: 1 },
			currentNodeParameters: { resource: 'community', operation: 'unlinkGroups' },
			credentials: { [CREDENTIAL_TYPE]: credential },
		},
	);
	const shown = results.map(({ value, name }) => ({ value, name }));
	const there = emulator.state.communities.map(({ id, name }) => ({ value: id, name }));
	const byValue = (a: { value: string }, b: { value: string }) => a.value.localeCompare(b.value);
	assert.deepEqual(shown.sort(byValue), there.sort(byValue));
}

/** Runs the node by hand, as the editor's button does, with items pinned to what comes before it. */
async function runAction(
	{ n8n, credential }: Running,
	parameters: object,
	items: object[],
	signal?: AbortSignal,
): Promise<Execution> {
	const node = { typeVersion: 1, position: [0, 0], parameters: {} };
	const workflow = await saveWorkflow<SavedWorkflow>(n8n, {
		name: 'Test of the action node',
		settings: { executionOrder: 'v1' },
		nodes: [
			{ ...node, id: 'start', name: START, type: 'n8n-nodes-base.manualTrigger' },
			{
				...{ ...node, id: 'action', name: ACTION, type: `${PACKAGE}.zApi`, parameters },
				...{ credentials: { [CREDENTIAL_TYPE]: credential }, onError: 'continueErrorOutput' },
			},
		],
		connections: { [START]: { main: [[{ node: ACTION, type: 'main', index: 0 }]] } },
		pinData: { [START]: items.map((json) => ({ json })) },
	});
	const execution = await runWorkflow(n8n, workflow, START, signal);
	assert.equal(execution.status, 'success', JSON.stringify(execution.error));
	return execution;
}

async function checkSendText(parts: Running, signal?: AbortSignal): Promise<void> {
	const text = { phone: PERSON, message: 'Bom dia! ☀️' };
	const parameters = {
		...{ resource: 'message', operation: 'sendText', message: '={{ $json.message }}' },
		phone: { __rl: true, mode: 'phone', value: '={{ $json.phone }}' },
	};
	const execution = await runAction(parts, parameters, [text], signal);
	const [items = [], errors = []] = execution.outputsOf(ACTION);
	assert.deepEqual(errors, []);
	assert.deepEqual(
		items.map((item) => Object.keys(item).filter((key) => key.endsWith('Id'))),
		[['zaapId', 'messageId']],
	);
	const requests = parts.emulator.requests.filter(({ path }) => path === '/send-text');
	assert.deepEqual(
		requests.map(({ body }) => body),
		[text],
	);
}

async function checkUnlinkGroups(parts: Running, signal?: AbortSignal): Promise<void> {
	const groups = parts.emulator.state.communities.flatMap(({ id, subGroups }) =>
		subGroups.map(({ phone }) => ({ community: id, group: phone })),
	);
	const [announcement, good, alsoGood] = groups;
	// Neither an announcement group nor a group that isn't in the community can be unlinked.
	const foreign = { community: groups[0]?.community, group: groups.at(-1)?.group };
	const parameters = {
		...{ resource: 'community', operation: 'unlinkGroups', groupsPhones: '={{ [$json.group] }}' },
		communityId: { __rl: true, mode: 'id', value: '={{ $json.community }}' },
	};
	const items = [good, announcement, alsoGood, foreign].map((item) => ({ ...item }));
	const execution = await runAction(parts, parameters, items, signal);
	const [unlinked = [], refused = []] = execution.outputsOf(ACTION);
	const counts = [unlinked.length, refused.length];
	assert.deepEqual(counts, [2, 2], `The outputs have ${JSON.stringify([unlinked, refused])}`);
	assert.deepEqual(unlinked, [{ success: true }, { success: true }]);
	for (const [index, item] of refused.entries()) {
		const { error, ...rest } = item as { error?: string };
		assert.deepEqual(rest, items[index * 2 + 1]);
		assert.match(error ?? '', /^Z-API didn't unlink groups from the community/);
	}
	const left = parts.emulator.state.communities.flatMap(({ subGroups }) => subGroups);
	assert.equal(left.length, groups.length - 2);
}

async function checkTrigger(parts: Running, signal?: AbortSignal): Promise<void> {
	const { n8n, emulator } = parts;
	const { webhooks } = emulator.state;
	const workflow = await TriggerWorkflow.save(parts, { events: ['messageReceived'] });
	assert.equal(webhooks.ReceivedCallback, '', 'An address is set before the workflow is published');
	await workflow.publish();
	assert(
		webhooks.ReceivedCallback.startsWith(`${n8n.url}/webhook/`),
		`Published, and Z-API's address is "${webhooks.ReceivedCallback}"`,
	);
	const answer = await emulator.emit({ type: 'ReceivedCallback', body: { messageId: 'EVENT' } });
	assert.equal(answer?.status, 200, `The event is answered with ${JSON.stringify(answer)}`);
	const saved = { id: workflow.id, name: TRIGGER };
	const [execution] = await executionsOf(n8n, saved, 1, signal);
	assert.equal(execution?.status, 'success', JSON.stringify(execution?.error));
	assert.deepEqual(
		execution?.itemsOf(TRIGGER).map((item) => (item as { messageId?: string }).messageId),
		['EVENT'],
	);
	await workflow.unpublish();
	assert.equal(webhooks.ReceivedCallback, '', 'An address is left after the workflow');
}

async function checkSendAndWait(parts: Running): Promise<void> {
	const { n8n, emulator } = parts;
	const listening = await TriggerWorkflow.publish(parts, { events: ['messageReceived'] });
	const asking = await Asking.publish(parts, 'versions');
	const id = await asking.ask(['Are you coming?']);
	const [button] = sent(emulator).at(-1)?.buttons ?? [];
	assert(button, 'The question has no buttons');
	const pressed = await press(emulator, button, { messageId: 'PRESS' });
	assert.equal(pressed?.status, 200, `The press is answered with ${JSON.stringify(pressed)}`);
	await reach(n8n, id, 'success');
	const { outputs } = await progressOf(n8n, id);
	const [[answer] = []] = outputs(NEXT) as Array<Array<Record<string, unknown>>>;
	assert.equal(answer?.approved, true, `It goes on with ${JSON.stringify(outputs(ASK))}`);
	assert.equal(answer?.messageId, 'PRESS');
	await listening.unpublish();
}

/** n8n makes a node of its own of this one for each of these uses. */
async function checkKind({ n8n }: Running, suffix: string, lacking: string): Promise<void> {
	const names = (await nodeTypes(n8n)).map(({ name }) => name);
	if (!names.includes(`${PACKAGE}.zApi${suffix}`)) throw new NotInThisN8n(lacking);
}

/** @throws NotInThisN8n if an example has a node that this n8n doesn't have, or not in that version */
async function checkNodesOf({ n8n, workflows }: Running, file: string): Promise<void> {
	const types = await nodeTypes(n8n);
	const used = workflows.find((workflow) => workflow.file === file)?.nodes ?? [];
	for (const { type, typeVersion } of used) {
		const versions = types.filter(({ name }) => name === type).flatMap(({ version }) => version);
		if (versions.includes(typeVersion ?? 1)) continue;
		const { displayName = type } = types.find(({ name }) => name === type) ?? {};
		throw new NotInThisN8n(`examples/${file} needs a newer ${displayName} node`);
	}
}

const exampleChecks: Check[] = RUNS.map((example) => ({
	name: `examples/${example.file}`,
	async run(parts, signal) {
		await checkNodesOf(parts, example.file);
		const { passed, lines } = await runExample(example, parts, signal);
		assert(passed, lines.join('\n'));
	},
}));

/** What is tried in each version of n8n, in order. */
export const CHECKS: Check[] = [
	{ name: 'nodes and credential', run: checkKnown },
	{ name: 'connection test', run: checkCredential },
	{ name: 'list of communities', run: checkPicker },
	{ name: 'Send Text', run: checkSendText },
	{ name: 'Unlink Groups with the error output', run: checkUnlinkGroups },
	{ name: 'trigger from publishing to unpublishing', run: checkTrigger },
	{
		name: 'trigger through restarts, moves and an update',
		run: async (parts, signal) => checkLife(startedHere(parts), {}, signal),
	},
	{
		name: 'messages joined, also when n8n is killed',
		run: async (parts, signal) => checkJoining(startedHere(parts), signal),
	},
	{ name: 'Send and Wait with buttons', run: checkSendAndWait },
	{
		name: 'tool for AI agents',
		run: (parts) => checkKind(parts, 'Tool', "AI agents can't use community nodes as tools"),
	},
	{
		name: 'human review of tools',
		run: (parts) => checkKind(parts, 'HitlTool', 'AI agents have no human review'),
	},
	...exampleChecks,
];

/** The same in the way of older versions, which n8n 2.41 can still be told to go. */
export const WITHOUT_PUBLICATION_SERVICE: Check = {
	name: "the same without n8n's publication service",
	run: async (parts, signal) =>
		checkLife(startedHere(parts), { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' }, signal),
};
