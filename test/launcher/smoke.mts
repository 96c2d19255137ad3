import { isDeepStrictEqual } from 'node:util';
import type { Community } from '../emulator/types.mts';
import { runWorkflow, type WorkflowNode } from './examples.mts';
import type { Launched } from './launch.mts';

const EXAMPLE = 'unlink-chosen-groups.json';

/** What a run of the example showed. */
export interface SmokeResult {
	/** Whether the node said success, and exactly the chosen groups are gone from the community. */
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
	if (node === undefined) throw new Error(`${EXAMPLE} has no node of type ${type}`);
	return node;
}

function quoted(names: string[]): string {
	return names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');
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
	const workflow = workflows.find(({ file }) => file === EXAMPLE);
	if (workflow === undefined) throw new Error(`There is no examples/${EXAMPLE}`);
	const trigger = nodeOfType(workflow.nodes, 'n8n-nodes-base.manualTrigger');
	const action = nodeOfType(workflow.nodes, 'n8n-nodes-z-api.zApi');
	const { communityId, groupsPhones } = action.parameters as unknown as Choice;
	const community = emulator?.state.communities.find(({ id }) => id === communityId.value);
	if (community === undefined) throw new Error(`The emulator lacks the community of ${EXAMPLE}`);

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
