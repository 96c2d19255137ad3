import type { INode, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { allFields, nodeOf, savedForm, shownFields } from './panel.mts';
import { descriptionOf, isOurs, performAction, performTrigger } from './perform.mts';
import type { SampleWorkflow } from './sampleActions.mts';
import { sampleEvents, sampleTriggers } from './sampleTriggers.mts';
import type { SavedActions, SavedTriggers, SavedWorkflow } from './set.mts';

const START = 'Start';

async function asSaved(node: INode): Promise<INode> {
	return { ...node, parameters: savedForm(await descriptionOf(node), node) };
}

function newestOf({ version }: INodeTypeDescription): number {
	return Math.max(...[version].flat());
}

/** @returns a workflow as n8n saves it, with each action after the step that gives the items */
export async function saveActions(sample: SampleWorkflow): Promise<SavedWorkflow> {
	const { name, items, actions } = sample;
	const typeVersion = newestOf(await descriptionOf(nodeOf({})));
	const start: INode = {
		...{ id: 'start', name: START, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
		...{ position: [0, 0], parameters: {} },
	};
	const nodes = actions.map(async ({ name: called, parameters }, index) => {
		const position: [number, number] = [240, 160 * (index + 1)];
		const rest = { id: `node-${index + 1}`, name: called, typeVersion, position };
		return await asSaved(nodeOf(parameters, rest));
	});
	const targets = actions.map((action) => ({
		...{ node: action.name, type: 'main' as const, index: 0 },
	}));
	return {
		...{ name, nodes: [start, ...(await Promise.all(nodes))] },
		...{ connections: { [START]: { main: [targets] } }, pinData: { [START]: items } },
		settings: { executionOrder: 'v1' },
	};
}

/**
 * Saves a workflow and runs it.
 *
 * @throws Error if a node fails
 */
export async function recordActions(
	emulator: Emulator,
	sample: SampleWorkflow,
): Promise<SavedActions> {
	const workflow = await saveActions(sample);
	const saved: SavedActions = { workflow, actions: {} };
	for (const [index, { name, answers }] of sample.actions.entries()) {
		const node = workflow.nodes[index + 1];
		if (!node || name in saved.actions) throw new Error(`Two samples are called ${name}`);
		saved.actions[name] = await performAction(emulator, node, sample.items, answers);
	}
	return saved;
}

/** Saves triggers of each version, and publishes them, one after the other. */
export async function recordTriggers(emulator: Emulator): Promise<SavedTriggers> {
	const type = 'n8n-nodes-z-api.zApiTrigger';
	const samples = sampleTriggers(await descriptionOf({ type }));
	const saved: SavedTriggers = {
		workflow: {
			...{ name: 'Triggers', nodes: [], connections: {}, pinData: {} },
			settings: { executionOrder: 'v1' },
		},
		events: sampleEvents,
		triggers: {},
	};
	for (const [index, { before = {}, ...sample }] of samples.entries()) {
		const id = `trigger-${index}`;
		const position: [number, number] = [0, 160 * index];
		const node = await asSaved({ id, webhookId: id, type, position, ...sample });
		saved.workflow.nodes.push(node);
		saved.triggers[node.name] = await performTrigger(emulator, node, sampleEvents, before);
	}
	return saved;
}

/** @returns the fields of our nodes that none of these workflows has, by what shows them */
export async function unusedFields(workflows: SavedWorkflow[]): Promise<string[]> {
	const nodes = workflows.flatMap((workflow) => workflow.nodes).filter(isOurs);
	const unused = new Set<INodeProperties>();
	for (const type of new Set(nodes.map((node) => node.type))) {
		for (const field of allFields((await descriptionOf({ type })).properties)) unused.add(field);
	}
	for (const node of nodes) {
		for (const { property } of shownFields(await descriptionOf(node), node))
			unused.delete(property);
	}
	return [...unused].map(({ name, displayOptions }) => `${name} ${JSON.stringify(displayOptions)}`);
}
