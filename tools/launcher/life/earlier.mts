import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { n8nFolder } from '../cache.mts';
import { searchPath } from '../npm.mts';
import { buildAndPack } from '../package.mts';
import { runCommand } from '../processes.mts';

/** The last one whose triggers n8n doesn't start at its own start. */
const COMMIT = 'c77156e';
const LIMIT_MILLISECONDS = 60_000;

/**
 * Packs the package as it was before its triggers were started by n8n, once for this machine.
 *
 * @param root the project's folder, whose history must reach back so far
 * @returns the tarball's path
 * @throws Error if git doesn't have that commit, or the build fails
 */
export async function packEarlier(root: string): Promise<string> {
	const kept = join(dirname(n8nFolder()), `n8n-nodes-z-api-${COMMIT}.tgz`);
	if (existsSync(kept)) return kept;
	const temporary = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-earlier-'));
	try {
		const [source, packed] = [join(temporary, 'source'), join(temporary, 'packed')];
		for (const folder of [source, packed]) await mkdir(folder);
		const archive = join(temporary, 'source.tar');
		const options = {
			...{ folder: root, limitMilliseconds: LIMIT_MILLISECONDS },
			environment: { PATH: searchPath(), HOME: temporary },
		};
		await runCommand('git', ['archive', '--output', archive, COMMIT], options);
		await runCommand('tar', ['-xf', archive, '-C', source], options);
		await symlink(join(root, 'node_modules'), join(source, 'node_modules'));
		const tarball = await buildAndPack(source, packed);
		await mkdir(dirname(kept), { recursive: true });
		// Somebody else may be doing the same: whoever is last puts the same in its place.
		const copy = `${kept}.${basename(temporary)}`;
		await copyFile(tarball, copy);
		await rename(copy, kept);
		return kept;
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}
