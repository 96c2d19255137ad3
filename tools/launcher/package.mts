import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runNpm } from './npm.mts';
import { runCommand } from './processes.mts';
import type { Steps } from './steps.mts';

const LIMIT_MILLISECONDS = 5 * 60_000;

interface Manifest {
	name: string;
	version: string;
	devDependencies?: object;
	peerDependencies?: object;
	optionalDependencies?: object;
}

async function readManifest(folder: string): Promise<Manifest> {
	return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/**
 * Builds the package and packs it, as it would be published.
 *
 * @param root the project's folder
 * @param destination an existing, empty folder for the tarball
 * @returns the tarball's path
 * @throws Error, with the tools' output, if the build or the packing fails
 */
export async function buildAndPack(
	root: string,
	destination: string,
	signal?: AbortSignal,
): Promise<string> {
	const options = { folder: root, limitMilliseconds: LIMIT_MILLISECONDS, signal };
	await runNpm(['run', 'build'], options);
	await runNpm(['pack', '--pack-destination', destination], options);
	const tarball = (await readdir(destination)).find((name) => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error('npm pack wrote no tarball');
	return join(destination, tarball);
}

/** What an n8n is to have, and where that comes from. */
interface Packing {
	/** The project's folder. */
	root: string;
	/** The packed package, if it has been built and packed before. */
	tarball?: string;
	signal?: AbortSignal;
}

/**
 * Builds and packs the package in a step of its own, unless that has been done before.
 *
 * @param temporary a folder that is removed at the end
 * @returns the tarball's path
 * @throws Error, with the tools' output, if the build or the packing fails
 */
export async function packUnlessGiven(
	{ root, tarball, signal }: Packing,
	temporary: string,
	steps: Steps,
): Promise<string> {
	if (tarball !== undefined) return tarball;
	return await steps.take('Building and packing the package', async () => {
		const packed = join(temporary, 'package');
		await mkdir(packed);
		return await buildAndPack(root, packed, signal);
	});
}

/**
 * Installs a packed community package into an n8n that isn't running. It takes the steps that n8n takes when a
 * user installs a package (its `community-packages.service`): it unpacks the tarball, leaves out development and
 * peer dependencies, and lets npm install the others.
 *
 * @param tarball the packed package
 * @param userFolder n8n's user folder, which holds `.n8n`
 * @returns the package's name
 * @throws Error if the tarball can't be unpacked, or npm fails
 */
export async function installPackage(
	tarball: string,
	userFolder: string,
	signal?: AbortSignal,
): Promise<string> {
	const nodesFolder = join(userFolder, '.n8n', 'nodes');
	const unpacked = join(nodesFolder, 'unpacked');
	const limits = { limitMilliseconds: LIMIT_MILLISECONDS, signal };
	await mkdir(unpacked, { recursive: true });
	await runCommand('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], {
		...limits,
		folder: nodesFolder,
		environment: { PATH: process.env.PATH },
	});

	const manifest = await readManifest(unpacked);
	delete manifest.devDependencies;
	delete manifest.peerDependencies;
	delete manifest.optionalDependencies;
	await writeFile(join(unpacked, 'package.json'), JSON.stringify(manifest, null, 2));

	const installed = join(nodesFolder, 'node_modules', manifest.name);
	await mkdir(dirname(installed), { recursive: true });
	// Another version may be there.
	await rm(installed, { recursive: true, force: true });
	await rename(unpacked, installed);
	await runNpm(
		[
			'install',
			'--audit=false',
			'--fund=false',
			'--bin-links=false',
			'--install-strategy=shallow',
			'--ignore-scripts=true',
			'--package-lock=false',
		],
		{ ...limits, folder: installed },
	);
	const ledger = {
		name: 'installed-nodes',
		private: true,
		dependencies: { [manifest.name]: manifest.version },
	};
	await writeFile(join(nodesFolder, 'package.json'), JSON.stringify(ledger, null, 2));
	return manifest.name;
}
