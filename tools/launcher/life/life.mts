import type { Launched } from '../launch.mts';
import { installPackage } from '../package.mts';
import type { Emulator } from '../../emulator/types.mts';
import type { Chapter, Life, Look, Tarballs } from './scene.mts';

/**
 * Makes an n8n that was launched one that can be ended and started again.
 *
 * @param launched it must have an emulator
 * @param tarballs what can be installed into it
 * @param environment what every start has besides its own
 * @param installed the version that it was launched with
 */
export function lifeOf(
	launched: Launched & { emulator: Emulator },
	tarballs: Tarballs,
	environment: Record<string, string> = {},
	installed: keyof Tarballs = 'current',
): Life {
	const { emulator, userFolder } = launched;
	return {
		get n8n() {
			return launched.n8n;
		},
		emulator,
		async kill() {
			const { processId, exited } = launched.n8n;
			if (processId !== undefined) process.kill(processId, 'SIGKILL');
			await exited;
		},
		stop: () => launched.n8n.close(),
		start: (more = {}) => launched.restart({ ...environment, ...more }),
		get installed() {
			return installed;
		},
		async install(version) {
			await installPackage(tarballs[version], userFolder);
			installed = version;
		},
	};
}

/**
 * Prepares all scenes of a chapter, and lets happen what the chapter is about.
 *
 * @returns what has to be looked at then, in the order of the scenes
 */
export async function turn(life: Life, chapter: Chapter, signal?: AbortSignal): Promise<Look[]> {
	await chapter.before?.(life);
	const looks: Look[] = [];
	for (const { prepare } of chapter.scenes) looks.push(await prepare(life, signal));
	await chapter.turn(life);
	return looks;
}
