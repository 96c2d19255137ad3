import { randomBytes } from 'node:crypto';
import { access, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ensureN8n, n8nFolder } from '../launcher/cache.mts';
import { runNpm } from '../launcher/npm.mts';
import { buildAndPack } from '../launcher/package.mts';
import { runCommand } from '../launcher/processes.mts';
import type { Folders } from './sides.mts';

/** The WhatsApp community node that most people use. */
export const PEER = 'n8n-nodes-evolution-api';
export const PEER_VERSION = '1.0.4';

const LIMIT_MILLISECONDS = 5 * 60_000;

/** Everything that takes part, installed. */
export interface Installation {
	folders: Folders;
	/** Removes what was installed for this run only. */
	remove(): Promise<void>;
}

async function exists(path: string): Promise<boolean> {
	return await access(path).then(
		() => true,
		() => false,
	);
}

/** A community package finds n8n's own `n8n-workflow`, as in a real n8n. */
async function linkWorkflow(n8n: string, modules: string): Promise<void> {
	await symlink(join(n8n, 'node_modules', 'n8n-workflow'), join(modules, 'n8n-workflow'));
}

async function tarballIn(folder: string): Promise<string> {
	const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
	if (name === undefined) throw new Error('npm pack wrote no tarball');
	return join(folder, name);
}

/** Installs the peer beside n8n, once for this machine: into a folder of its own, which then gets its name. */
async function ensurePeer(n8n: string, report: (line: string) => void): Promise<string> {
	const folder = join(dirname(n8n), 'bench', `${PEER}-${PEER_VERSION}-in-${basename(n8n)}`);
	if (await exists(folder)) return folder;
	report(`Installing ${PEER} ${PEER_VERSION}, once for this machine`);
	const unfinished = `${folder}.installing-${randomBytes(4).toString('hex')}`;
	const modules = join(unfinished, 'node_modules');
	const options = { folder: unfinished, limitMilliseconds: LIMIT_MILLISECONDS };
	try {
		await mkdir(unfinished, { recursive: true });
		await writeFile(join(unfinished, 'package.json'), JSON.stringify({ private: true }));
		await runNpm(['pack', `${PEER}@${PEER_VERSION}`], options);
		await runNpm(
			[
				'install',
				'--ignore-scripts',
				'--legacy-peer-deps',
				'--no-audit',
				'--no-fund',
				await tarballIn(unfinished),
			],
			options,
		);
		await linkWorkflow(n8n, modules);
		// Another bench may have been quicker.
		await rename(unfinished, folder).catch(async (error: unknown) => {
			if (!(await exists(folder))) throw error;
		});
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
	return folder;
}

/**
 * Builds and packs this project's package, and installs everything that takes part.
 *
 * @param root the project's folder
 * @param report told what happens, in lines for a person
 */
export async function install(root: string, report: (line: string) => void): Promise<Installation> {
	const n8n = n8nFolder();
	await ensureN8n(n8n, report);
	const peer = await ensurePeer(n8n, report);

	const run = await mkdtemp(join(tmpdir(), 'z-api-bench-'));
	const remove = () => rm(run, { recursive: true, force: true, maxRetries: 3 });
	try {
		report('Building the package');
		const packed = join(run, 'packed');
		const modules = join(run, 'node_modules');
		const ours = join(modules, 'n8n-nodes-z-api');
		const scratch = join(run, 'scratch');
		for (const folder of [packed, ours, scratch]) await mkdir(folder, { recursive: true });
		const tarball = await buildAndPack(root, packed);
		await runCommand('tar', ['-xzf', tarball, '-C', ours, '--strip-components=1'], {
			folder: run,
			environment: { PATH: process.env.PATH },
			limitMilliseconds: LIMIT_MILLISECONDS,
		});
		await linkWorkflow(n8n, modules);
		return {
			folders: { n8n, ours, evolution: join(peer, 'node_modules', PEER), scratch },
			remove,
		};
	} catch (error) {
		await remove();
		throw error;
	}
}
