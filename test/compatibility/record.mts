/**
 * Records what this version keeps its promise about: `npm run release:record`. Jest runs it, since Node can't load the
 * sources as they are.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { useEmulator } from '../useEmulator.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { expectNoSecret } from '../engine/secrets.mts';
import { nodeOf } from './panel.mts';
import { descriptionOf, namesNow } from './perform.mts';
import { recordActions, recordTriggers } from './recording.mts';
import { sampleWorkflows } from './samples.mts';
import { readSets, withoutKept, writeSet, type SavedFile } from './set.mts';

const LIMIT_MILLISECONDS = 300_000;

let emulator: Emulator;
useEmulator((started) => (emulator = started));

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

it(
	`records ${version}`,
	async () => {
		const tags = spawnSync('git', ['tag', '--list', version, `v${version}`], { encoding: 'utf8' });
		if (tags.stdout.trim() !== '') {
			throw new Error(
				`${version} is released, so what it promised stays. Raise the version first.`,
			);
		}
		const others = readSets()
			.filter((set) => set.version !== version)
			.flatMap(({ files }) => files);
		const files = new Map<string, SavedFile>();
		const add = (file: string, recorded: SavedFile) => {
			const saved = withoutKept(recorded, others);
			if (saved) files.set(file, saved);
		};
		for (const [file, sample] of sampleWorkflows(await descriptionOf(nodeOf({})))) {
			add(file, await recordActions(emulator, sample));
		}
		add('triggers.json', await recordTriggers(emulator));
		expectNoSecret(emulator.account, JSON.stringify([...files.values()]));
		writeSet(version, await namesNow(), files);
	},
	LIMIT_MILLISECONDS,
);
