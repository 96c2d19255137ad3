import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../../tools/launcher/processes.mts';

const LIMIT_MILLISECONDS = 60_000;

/** What a package says of itself, as far as it matters here. */
export interface Manifest {
	name: string;
	version: string;
}

async function tar(folder: string, ...parameters: string[]): Promise<string> {
	return await runCommand('tar', parameters, {
		...{ folder, limitMilliseconds: LIMIT_MILLISECONDS },
		environment: { PATH: process.env.PATH },
	});
}

/** @returns what a packed package says of itself */
export async function readManifest(tarball: string): Promise<Manifest> {
	return JSON.parse(await tar('.', '-xzOf', tarball, 'package/package.json')) as Manifest;
}

/**
 * Packs a package again, as another version of it.
 *
 * @param folder where that is done
 * @returns the new tarball's path
 */
export async function packAs(version: string, tarball: string, folder: string): Promise<string> {
	const unpacked = await mkdtemp(join(folder, 'unpacked-'));
	await tar(unpacked, '-xzf', tarball);
	const file = join(unpacked, 'package', 'package.json');
	const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
	await writeFile(file, JSON.stringify({ ...manifest, version }));
	const packed = join(unpacked, `${manifest.name}-${version}.tgz`);
	await tar(unpacked, '-czf', packed, 'package');
	return packed;
}
