import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { expectNoSecret } from '../engine/secrets.mts';
import { useEmulator } from '../useEmulator.mts';
import { nodeOf } from './panel.mts';
import { descriptionOf, namesNow } from './perform.mts';
import { recordActions, recordTriggers, saveActions, unusedFields } from './recording.mts';
import { expectNames, replay } from './replay.mts';
import type { SampleWorkflow } from './sampleActions.mts';
import { sampleWorkflows } from './samples.mts';
import {
	readSets,
	withoutKept,
	writeSet,
	type ReleaseSet,
	type SavedActions,
	type SavedFile,
	type SavedTriggers,
} from './set.mts';

let emulator: Emulator;
useEmulator((started) => (emulator = started));

/** Dozens of nodes are run in each file's turn. */
const LIMIT_MILLISECONDS = 120_000;
jest.setTimeout(LIMIT_MILLISECONDS);

/** What people saved with each release, recorded by `npm run release:record`. */
for (const { version, names, files } of readSets()) {
	describe(`of ${version}`, () => {
		it('all that saved workflows name is still there', async () => {
			await expectNames(names);
		});

		it.each(files)('the saved workflows in $file send the same', async (saved) => {
			await replay(emulator, saved);
		});
	});
}

let samples: Map<string, SampleWorkflow>;
beforeAll(async () => {
	samples = sampleWorkflows(await descriptionOf(nodeOf({})));
});

async function record(file: string): Promise<SavedActions> {
	const sample = samples.get(file);
	if (!sample) throw new Error(`There is no sample ${file}`);
	return await recordActions(emulator, sample);
}

describe('the samples that a release is recorded with', () => {
	const files = [
		...resources.map(({ value }) => `${value}.json`),
		...['chosen-from-lists.json', 'expressions.json', 'lists.json'],
		...['questions.json', 'texts.json'],
	];

	it('use each field of both nodes', async () => {
		expect([...samples.keys()]).toEqual(files);
		const workflows = await Promise.all([...samples.values()].map(saveActions));
		const { workflow } = await recordTriggers(emulator);
		// Fields of earlier versions of a node are in what was recorded then.
		const earlier = readSets().flatMap(({ files }) => files.map((file) => file.workflow));
		const what = 'fields for which test/compatibility/samples.mts needs a sample';
		const unused = await unusedFields([...workflows, workflow, ...earlier]);
		expect({ [what]: unused }).toEqual({ [what]: [] });
	});

	// What the files of the resources send is in test/contract/samples.test.mts.
	it.each(files.slice(resources.length))('can be recorded: %s', async (file) => {
		const { workflow, actions } = await record(file);
		expect(Object.keys(actions)).toHaveLength(workflow.nodes.length - 1);
		expectNoSecret(emulator.account, JSON.stringify([workflow, actions]));
	});
});

describe('a release', () => {
	const CHOSEN = 'chosen-from-lists.json';
	const QUESTIONS = 'questions.json';
	const TRIGGERS = 'triggers.json';
	let folder: string;

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'release-'));
		const recorded = new Map<string, SavedFile>();
		for (const file of [CHOSEN, QUESTIONS]) recorded.set(file, await record(file));
		recorded.set(TRIGGERS, await recordTriggers(emulator));
		writeSet('1.2.3', await namesNow(), recorded, folder);
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	const read = (file: string) => {
		const [set] = readSets(folder) as [ReleaseSet];
		const saved = set.files.find((candidate) => candidate.file === file);
		if (!saved) throw new Error(`${file} wasn't recorded`);
		return saved;
	};

	it.each([CHOSEN, QUESTIONS, TRIGGERS])('does what it did: %s', async (file) => {
		await replay(emulator, read(file));
	});

	it('has all that it named', async () => {
		const [{ version, names }] = readSets(folder) as [ReleaseSet];
		expect(version).toBe('1.2.3');
		await expectNames(names);
	});

	it('keeps nothing twice, but what became other than it was', () => {
		const saved = read(CHOSEN) as SavedActions;
		const before = structuredClone(saved);
		expect(withoutKept(saved, [before])).toBeUndefined();
		const [name = ''] = Object.keys(saved.actions);
		saved.actions[name]?.requests.pop();
		expect(withoutKept(saved, [before])).toMatchObject({
			actions: { [name]: saved.actions[name] },
			workflow: { nodes: [{ name: 'Start' }, { name }] },
		});
	});

	const UNLINK = 'Unlink the ticked groups';
	const action = (saved: SavedActions, name = UNLINK) => saved.actions[name]!;

	it.each<[string, (saved: SavedActions) => void, string]>([
		['a request less', (saved) => action(saved).requests.pop(), 'what customOperations sends'],
		[
			'another address',
			(saved) => (action(saved).requests[0]!.path = '/other'),
			'what customOperations sends',
		],
		[
			'another value in a request',
			(saved) => (action(saved).requests[0]!.body = { communityId: '1' }),
			'what customOperations sends',
		],
		[
			'a field of the item',
			(saved) => action(saved).fields.push('former'),
			'what customOperations no longer gives',
		],
		[
			'a file of the item',
			(saved) => action(saved).files.push('former'),
			'what customOperations no longer gives',
		],
		[
			'another default',
			(saved) => (action(saved).opened.options = { requestsAtOnce: 50 }),
			'what the panel shows',
		],
		[
			'a field of the panel',
			(saved) => (saved.workflow.nodes[1]!.parameters.former = 'a'),
			'what is saved',
		],
	])('is found to differ by %s', async (_what, change, where) => {
		const saved = read(CHOSEN) as SavedActions;
		change(saved);
		await expect(replay(emulator, saved)).rejects.toThrow(`${UNLINK}: ${where}`);
	});

	const FIRST = 'As it is at first';
	it.each<[string, (saved: SavedTriggers) => void, string]>([
		[
			'another choice',
			(saved) => (saved.workflow.nodes[0]!.parameters.events = ['former']),
			'choices that are unknown',
		],
		['its version', (saved) => (saved.workflow.nodes[0]!.typeVersion = 99), 'its version'],
		[
			'what publishes it',
			({ triggers }) => Object.values(triggers)[0]!.published.pop(),
			'published',
		],
		[
			'what unpublishes it',
			({ triggers }) => Object.values(triggers)[0]!.unpublished.pop(),
			'unpublished',
		],
		[
			'an event that starts it',
			({ triggers }) => delete Object.values(triggers)[0]!.started['a text'],
			'events that start it',
		],
		[
			"a field of the trigger's item",
			({ triggers }) => Object.values(triggers)[0]!.started['a text']!.fields.push('former'),
			'what it no longer gives for a text',
		],
	])('is found to differ by %s', async (_what, change, where) => {
		const saved = read(TRIGGERS) as SavedTriggers;
		change(saved);
		await expect(replay(emulator, saved)).rejects.toThrow(new RegExp(`${FIRST}[^:]*: ${where}`));
	});

	it.each<[string, (set: ReleaseSet) => void]>([
		['a node', ({ names }) => (names.nodes.former = names.nodes.zApi!)],
		['a version', ({ names }) => names.nodes.zApi!.versions.push(99)],
		['an address', ({ names }) => names.nodes.zApiTrigger!.webhooks.push({ path: 'former' })],
		['a field of the credential', ({ names }) => (names.credentials.zApi!.former = '')],
		['a field', ({ names }) => (names.nodes.zApi!.choices['group.leave']!.former = [])],
		[
			'a choice',
			({ names }) => names.nodes.zApi!.choices['message.sendLink']!['options.linkType']!.push('X'),
		],
	])('is found to lack %s', async (_what, change) => {
		const [set] = readSets(folder) as [ReleaseSet];
		change(set);
		await expect(expectNames(set.names)).rejects.toThrow();
	});
});
