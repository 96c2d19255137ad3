import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAndPack } from '../../tools/launcher/package.mts';

const VARIABLE = 'N8N_NODES_Z_API_PACKED';

/** Builds and packs the package once for all test files of a run; Jest calls it before the first. */
export default async function packOnce(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-packed-'));
	process.env[VARIABLE] = await buildAndPack(process.cwd(), folder);
}

/**
 * Gives what every n8n of a run gets installed.
 *
 * @returns the path of the packed package
 */
export function packed(): string {
	const tarball = process.env[VARIABLE];
	if (tarball === undefined) throw new Error('The package has not been packed');
	return tarball;
}
