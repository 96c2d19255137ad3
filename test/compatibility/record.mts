/**
 * Records what this version keeps its promise about: `npm run release:record`. Jest runs it, since Node can't load the
 * sources as they are.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { INode, INodeProperties } from 'n8n-workflow';
import { useEmulator } from '../useEmulator.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { expectNoSecret } from '../engine/secrets.mts';
import { allFields, savedForm, shownFields } from './panel.mts';
import { descriptionOf, isOurs, namesNow, performAction, performTrigger } from './perform.mts';
import type { SampleWorkflow } from './sampleActions.mts';
import { sampleWorkflows } from './samples.mts';
import { sampleEvents, sampleTriggers } from './sampleTriggers.mts';
import {
	readSets,
	writeSet,
	type ExpectedAction,
	type ExpectedTrigger,
	type SavedActions,
	type SavedFile,
	type SavedTriggers,
} from './set.mts';

const START = 'Start';
const LIMIT_MILLISECONDS = 300_000;

let emulator: Emulator;
useEmulator((started) => (emulator = started));

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** What is kept of other releases. */
const others = readSets()
	.filter((set) => set.version !== version)
	.flatMap(({ files }) => files);

/** What needs no second copy. */
const kept = new Set(
	others
		.flatMap(
			(file): Array<ExpectedAction | ExpectedTrigger> =>
				'actions' in file ? Object.values(file.actions) : Object.values(file.triggers),
		)
		.map((expected) => JSON.stringify(expected)),
);

async function asSaved(node: INode): Promise<INode> {
	return { ...node, parameters: savedForm(await descriptionOf(node), node) };
}

async function record({ name, items, actions }: SampleWorkflow): Promise<SavedActions> {
	const saved: SavedActions = {
		workflow: {
			name,
			nodes: [
				{
					...{ id: 'start', name: START, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
					...{ position: [0, 0], parameters: {} },
				},
			],
			connections: { [START]: { main: [[]] } },
			pinData: { [START]: items },
			settings: { executionOrder: 'v1' },
		},
		actions: {},
	};
	const { nodes, connections } = saved.workflow;
	const type = 'n8n-nodes-z-api.zApi';
	const typeVersion = Math.max(...[(await descriptionOf({ type })).version].flat());
	for (const { name, parameters, answers } of actions) {
		const id = `node-${nodes.length}`;
		const position: [number, number] = [240, 160 * nodes.length];
		const node = await asSaved({ id, name, type, typeVersion, position, parameters });
		const expected = await performAction(emulator, node, items, answers);
		if (kept.has(JSON.stringify(expected))) continue;
		nodes.push(node);
		connections[START]?.main?.[0]?.push({ node: name, type: 'main', index: 0 });
		saved.actions[name] = expected;
	}
	return saved;
}

async function recordTriggers(): Promise<SavedTriggers> {
	const settings = { executionOrder: 'v1' };
	const saved: SavedTriggers = {
		workflow: { name: 'Triggers', nodes: [], connections: {}, pinData: {}, settings },
		events: sampleEvents,
		triggers: {},
	};
	const { nodes } = saved.workflow;
	const type = 'n8n-nodes-z-api.zApiTrigger';
	const versions = [(await descriptionOf({ type })).version].flat();
	for (const { before = {}, ...sample } of sampleTriggers(versions)) {
		const id = `trigger-${nodes.length}`;
		const position: [number, number] = [0, 160 * nodes.length];
		const node = await asSaved({ id, webhookId: id, type, position, ...sample });
		const expected = await performTrigger(emulator, node, sampleEvents, before);
		if (kept.has(JSON.stringify(expected))) continue;
		nodes.push(node);
		saved.triggers[node.name] = expected;
	}
	return saved;
}

/** @throws Error that names the fields of our nodes that none of the saved ones has */
async function checkThatAllIsUsed(recorded: SavedFile[]): Promise<void> {
	const nodes = [...recorded, ...others].flatMap(({ workflow }) => workflow.nodes).filter(isOurs);
	const unused = new Set<INodeProperties>();
	for (const { type } of nodes) {
		for (const field of allFields((await descriptionOf({ type })).properties)) unused.add(field);
	}
	for (const node of nodes) {
		for (const { property } of shownFields(await descriptionOf(node), node))
			unused.delete(property);
	}
	if (unused.size === 0) return;
	const names = [...unused].map(
		({ name, displayOptions }) => `${name} ${JSON.stringify(displayOptions)}`,
	);
	throw new Error(`Add samples to test/compatibility/samples.mts with\n${names.join('\n')}`);
}

it(
	`records ${version}`,
	async () => {
		const tags = spawnSync('git', ['tag', '--list', version, `v${version}`], { encoding: 'utf8' });
		if (tags.stdout.trim() !== '') {
			throw new Error(
				`${version} is released, so what it promised stays. Raise the version first.`,
			);
		}
		const files = new Map<string, SavedFile>();
		for (const [file, workflow] of sampleWorkflows()) {
			const saved = await record(workflow);
			if (Object.keys(saved.actions).length > 0) files.set(file, saved);
		}
		const triggers = await recordTriggers();
		if (Object.keys(triggers.triggers).length > 0) files.set('triggers.json', triggers);
		await checkThatAllIsUsed([...files.values()]);
		expectNoSecret(emulator.account, JSON.stringify([...files.values()]));
		writeSet(version, await namesNow(), files);
	},
	LIMIT_MILLISECONDS,
);
