import { isDeepStrictEqual } from 'node:util';
import type { Community } from '../emulator/types.mts';
import {
	firstExecution,
	publishWorkflow,
	runWorkflow,
	unpublishWorkflow,
	type ImportedWorkflow,
	type WorkflowNode,
} from './examples.mts';
import type { Launched } from './launch.mts';

const BUTTON_EXAMPLE = 'unlink-chosen-groups.json';
const HOUSEKEEPING_EXAMPLE = 'community-housekeeping.json';
const COMMAND_EXAMPLE = 'unlink-group-on-command.json';
const DISCONNECTED_EXAMPLE = 'tell-team-when-disconnected.json';
const WEBHOOK_EXAMPLE = 'unlink-group-from-webhook.json';
const WEBHOOK_LIMIT_MILLISECONDS = 30_000;

/** What a run of an example showed. */
export interface SmokeResult {
	/** Whether the node said what it should, and exactly the chosen groups are gone from the community. */
	passed: boolean;
	/** What happened, in lines for a person. */
	lines: string[];
}

interface Choice {
	communityId: { value: string };
	groupsPhones: string[];
}

/** The groups by their phone; without the announcement group, which bears the community's own name. */
function groupNames({ subGroups }: Community): Map<string, string> {
	const groups = subGroups.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement);
	return new Map(groups.map(({ phone, name }) => [phone, name]));
}

function nodeOfType(nodes: WorkflowNode[], type: string): WorkflowNode {
	const node = nodes.find((candidate) => candidate.type === type);
	if (node === undefined) throw new Error(`The example has no node of type ${type}`);
	return node;
}

/** @returns names in a line for a person */
export function quoted(names: string[]): string {
	return names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');
}

/**
 * @param file the name of the example's file
 * @throws Error if there is none
 */
export function exampleIn(workflows: ImportedWorkflow[], file: string): ImportedWorkflow {
	const workflow = workflows.find((candidate) => candidate.file === file);
	if (workflow === undefined) throw new Error(`There is no examples/${file}`);
	return workflow;
}

/**
 * Runs the example that unlinks groups, as a user would, and compares what the node says with what happened to
 * the emulator's community.
 *
 * @throws Error if the example can't be run at all; a run that fails is a result
 */
export async function runUnlinkExample(
	{ n8n, workflows, emulator }: Pick<Launched, 'n8n' | 'workflows' | 'emulator'>,
	signal?: AbortSignal,
): Promise<SmokeResult> {
	const workflow = exampleIn(workflows, BUTTON_EXAMPLE);
	const trigger = nodeOfType(workflow.nodes, 'n8n-nodes-base.manualTrigger');
	const action = nodeOfType(workflow.nodes, 'n8n-nodes-z-api.zApi');
	const { communityId, groupsPhones } = action.parameters as unknown as Choice;
	const community = emulator?.state.communities.find(({ id }) => id === communityId.value);
	if (community === undefined) {
		throw new Error(`The emulator lacks the community of ${BUTTON_EXAMPLE}`);
	}

	const before = groupNames(community);
	const execution = await runWorkflow(n8n, workflow, trigger.name, signal);
	const after = groupNames(community);

	const { status, error } = execution;
	const items = execution.itemsOf(action.name);
	const gone = [...before.keys()].filter((phone) => !after.has(phone));
	const lines = [
		`The workflow "${workflow.name}" ended with: ${status}`,
		...(error ? [`  ${error.message}`, `  ${error.description}`] : []),
		`  ${action.name} gave: ${items.length === 0 ? 'nothing' : JSON.stringify(items)}`,
		`  Groups that left "${community.name}": ${quoted(gone.map((phone) => before.get(phone) ?? phone))}`,
		`  Groups that stayed: ${quoted([...after.values()])}`,
	];
	const passed =
		status === 'success' &&
		isDeepStrictEqual(items, [{ success: true }]) &&
		isDeepStrictEqual(new Set(gone), new Set(groupsPhones)) &&
		gone.length > 0;
	return { passed, lines };
}

/**
 * Publishes the example that answers a webhook, and calls it as another system would: once for a group that can
 * be unlinked, once for one that can't, being its community's last.
 *
 * @throws Error if the example can't be published or called at all; a wrong answer is a result
 */
export async function runWebhookExample(
	{ n8n, workflows, emulator }: Pick<Launched, 'n8n' | 'workflows' | 'emulator'>,
	signal?: AbortSignal,
): Promise<SmokeResult> {
	const workflow = exampleIn(workflows, WEBHOOK_EXAMPLE);
	await publishWorkflow(n8n, workflow, signal);
	const { path } = nodeOfType(workflow.nodes, 'n8n-nodes-base.webhook').parameters;

	const communities = [...(emulator?.state.communities ?? [])].sort(
		(a, b) => a.subGroups.length - b.subGroups.length,
	);
	const lines = [`The workflow "${workflow.name}" answered:`];
	let passed = communities.length > 1;
	for (const [community, expectedStatus] of [
		[communities.at(-1), 200],
		[communities[0], 422],
	] as const) {
		if (community === undefined) continue;
		const groups = groupNames(community);
		const [groupId = ''] = groups.keys();
		const answer = await fetch(`${n8n.url}/webhook/${String(path)}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ communityId: community.id, groupId }),
			signal: AbortSignal.timeout(WEBHOOK_LIMIT_MILLISECONDS),
		});
		const text = await answer.text();
		lines.push(
			`  Unlink "${groups.get(groupId)}" from "${community.name}": ${answer.status} ${text}`,
		);
		const isGone = !groupNames(community).has(groupId);
		passed &&= answer.status === expectedStatus && isGone === (expectedStatus === 200);
	}
	return { passed, lines };
}

/**
 * Runs the example that looks for groups in all communities, as a user would.
 *
 * @throws Error if the example can't be run at all; a run that fails is a result
 */
export async function runHousekeepingExample(
	{ n8n, workflows, emulator }: Pick<Launched, 'n8n' | 'workflows' | 'emulator'>,
	signal?: AbortSignal,
): Promise<SmokeResult> {
	const workflow = exampleIn(workflows, HOUSEKEEPING_EXAMPLE);
	emulator?.reset();
	const groups = () => emulator?.state.communities.flatMap(({ subGroups }) => subGroups) ?? [];
	const isMeant = ({ name }: { name: string }) => name.toLowerCase().includes('reforma');
	const meant = groups().filter(isMeant);
	const all = groups().length;

	const trigger = nodeOfType(workflow.nodes, 'n8n-nodes-base.manualTrigger');
	const execution = await runWorkflow(n8n, workflow, trigger.name, signal);
	const { status, error } = execution;
	const reports = execution.itemsOf('Report: Unlinked') as Array<{ report: string }>;
	const lines = [
		`The workflow "${workflow.name}" ended with: ${status}`,
		...(error ? [`  ${error.message}`, `  ${error.description}`] : []),
		...reports.map(({ report }) => `  ${report}`),
	];
	const passed =
		status === 'success' &&
		meant.length > 0 &&
		groups().length === all - meant.length &&
		!groups().some(isMeant) &&
		meant.every(({ name }) => reports.some(({ report }) => report.includes(name)));
	return { passed, lines };
}

/**
 * Publishes the example that listens for a word in groups, and lets a group say it; then takes the example back.
 *
 * @throws Error if the example can't be run at all; a wrong outcome is a result
 */
export async function runCommandExample(
	{ n8n, workflows, emulator }: Pick<Launched, 'n8n' | 'workflows' | 'emulator'>,
	signal?: AbortSignal,
): Promise<SmokeResult> {
	const workflow = exampleIn(workflows, COMMAND_EXAMPLE);
	const action = nodeOfType(workflow.nodes, 'n8n-nodes-z-api.zApi');
	const { communityId } = action.parameters as unknown as Choice;
	emulator?.reset();
	const community = emulator?.state.communities.find(({ id }) => id === communityId.value);
	if (!emulator || !community) throw new Error(`The emulator lacks the community of the example`);

	await publishWorkflow(n8n, workflow, signal);
	const [phone = '', name = ''] = [...groupNames(community)][0] ?? [];
	const say = async (message: string) =>
		await emulator.emit({
			type: 'ReceivedCallback',
			body: { phone, isGroup: true, participantPhone: '5511900000001', text: { message } },
		});
	await say('Vamos !sair?');
	await say('!sair');
	const { status, error } = await firstExecution(n8n, workflow, signal);
	const answers = emulator.state.messages.flatMap(({ fromMe, content }) =>
		fromMe ? String(content.text?.message) : [],
	);
	const isGone = !groupNames(community).has(phone);
	await unpublishWorkflow(n8n, workflow, signal);
	const address = emulator.state.webhooks.ReceivedCallback;

	const lines = [
		`The workflow "${workflow.name}" ended with: ${status}`,
		...(error ? [`  ${error.message}`, `  ${error.description}`] : []),
		`  "${name}" ${isGone ? 'left' : 'is still in'} "${community.name}", and was told: ${quoted(answers)}`,
	];
	const passed = status === 'success' && isGone && answers.length === 1 && address === '';
	return { passed, lines };
}

/**
 * Publishes the example that watches over the connection, and lets it break; then takes the example back.
 *
 * @throws Error if the example can't be run at all; a wrong outcome is a result
 */
export async function runDisconnectedExample(
	{ n8n, workflows, emulator }: Pick<Launched, 'n8n' | 'workflows' | 'emulator'>,
	signal?: AbortSignal,
): Promise<SmokeResult> {
	const workflow = exampleIn(workflows, DISCONNECTED_EXAMPLE);
	await publishWorkflow(n8n, workflow, signal);
	await emulator?.emit({ type: 'DisconnectedCallback' });
	const execution = await firstExecution(n8n, workflow, signal);
	await unpublishWorkflow(n8n, workflow, signal);

	const [item] = execution.itemsOf('Send It to Your Team') as Array<{ text?: string }>;
	const lines = [
		`The workflow "${workflow.name}" ended with: ${execution.status}`,
		`  ${item?.text ?? 'It gave nothing'}`,
	];
	const passed =
		execution.status === 'success' &&
		item?.text?.includes('27/01/2020 19:15: Device has been disconnected') === true;
	return { passed, lines };
}
