import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
	access,
	mkdir,
	open,
	readFile,
	readdir,
	rename,
	rm,
	stat,
	utimes,
	writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runNpm, searchPath } from './npm.mts';
import { runCommand } from './processes.mts';

/** The n8n that the package is tried in, unless another one is asked for. */
export const N8N_VERSION = '2.41.1';

const INSTALL_LIMIT_MILLISECONDS = 30 * 60_000;
const CHECK_LIMIT_MILLISECONDS = 60_000;
const PROGRESS_MILLISECONDS = 15_000;
const LOCK_REFRESH_MILLISECONDS = 5_000;
const LOCK_STALE_MILLISECONDS = 60_000;

/**
 * Where n8n is kept on this machine, once for all work trees.
 *
 * @param version of n8n
 * @param environment `N8N_NODES_Z_API_CACHE` replaces the folder in which n8n's own folder lies
 */
export function n8nFolder(
	version: string = N8N_VERSION,
	environment: NodeJS.ProcessEnv = process.env,
): string {
	const cache =
		environment.N8N_NODES_Z_API_CACHE ||
		join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-z-api');
	return join(cache, `n8n-${version}`);
}

/**
 * @param folder the one with n8n in its `node_modules`, or n8n's own
 * @returns n8n's own folder, or something in it
 */
export function n8nPackage(folder: string, ...path: string[]): string {
	const below = join(folder, 'node_modules', 'n8n');
	return join(existsSync(below) ? below : folder, ...path);
}

/** @returns n8n's program, which Node runs */
export function n8nProgram(folder: string): string {
	return n8nPackage(folder, 'bin', 'n8n');
}

/** @returns whether this n8n has one of those parts that can be left out by their name */
export function hasModule(folder: string, name: string): boolean {
	return existsSync(n8nPackage(folder, 'dist', 'modules', name));
}

/**
 * What is installed: this n8n, and `xlsx`, which older versions take from an address outside of the npm registry, as it
 * is there.
 */
function manifestFor(version: string): object {
	return { private: true, dependencies: { n8n: version }, overrides: { xlsx: '0.18.5' } };
}

interface InstalledTree {
	packages: Record<string, { version?: string }>;
}

/**
 * Looks for what is missing in an installation of n8n.
 *
 * @param folder from {@link n8nFolder}
 * @param version that it has to hold
 * @returns why the installation can't be used, or undefined if it is complete
 */
export async function whatIsMissing(
	folder: string,
	version: string = N8N_VERSION,
): Promise<string | undefined> {
	// npm writes this list of all packages last, when every one of them is in its place.
	const list = join(folder, 'node_modules', '.package-lock.json');
	const tree = await readFile(list, 'utf8')
		.then((text) => JSON.parse(text) as InstalledTree)
		.catch(() => undefined);
	if (tree === undefined) return 'npm had not finished';

	const found = tree.packages['node_modules/n8n']?.version;
	if (found !== version) return `it holds n8n ${found ?? 'of no version'}`;

	for (const path of Object.keys(tree.packages)) {
		if (!(await exists(join(folder, path, 'package.json'))))
			return `${path || 'package.json'} is missing`;
	}
	// The database driver is compiled after everything else, and loads only into the kind of Node it was made for.
	if (await loads(folder, 'sqlite3')) return undefined;
	return "its database driver, sqlite3, isn't built or doesn't load";
}

/** @returns whether a package of an installation of n8n is there, and loads into the Node that runs */
export async function loads(folder: string, name: string): Promise<boolean> {
	return await runCommand(process.execPath, ['-e', `require('${name}')`], {
		folder: n8nPackage(folder),
		environment: { PATH: searchPath() },
		limitMilliseconds: CHECK_LIMIT_MILLISECONDS,
	}).then(
		() => true,
		() => false,
	);
}

/** Says every some seconds that the work goes on. */
function startProgress(report: (line: string) => void, what: string): () => void {
	const start = Date.now();
	const timer = setInterval(() => {
		report(`  ${what}, ${Math.round((Date.now() - start) / 1000)} s so far`);
	}, PROGRESS_MILLISECONDS);
	return () => clearInterval(timer);
}

/** npm writes into a folder beside the final one, so that what bears the final name is complete. */
async function installInto(
	folder: string,
	version: string,
	report: (line: string) => void,
	signal?: AbortSignal,
): Promise<void> {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifestFor(version)));
	// A dependency asks npx for a helper while it is installed; without this answer npm would wait for a person.
	await writeFile(join(folder, '.npmrc'), 'yes=true\n');
	const options = { folder, limitMilliseconds: INSTALL_LIMIT_MILLISECONDS, signal };

	const stopProgress = startProgress(report, 'installing n8n');
	try {
		// Without its dependencies' scripts, since one of them compiles a Kafka client that isn't needed here.
		await runNpm(['install', '--ignore-scripts', '--no-audit', '--no-fund'], options);
		await runNpm(['rebuild', 'sqlite3'], options);
	} finally {
		stopProgress();
	}
}

/** Puts a finished installation in its place, and whatever lay there out of the way. */
async function moveIntoPlace(finished: string, folder: string): Promise<void> {
	const broken = `${finished}.replaced`;
	await rename(folder, broken).catch(() => undefined);
	await rename(finished, folder);
	await rm(broken, { recursive: true, force: true });
}

/**
 * Takes the lock that keeps two launchers from installing the same thing twice. It only saves work: since every
 * installation has a folder of its own until it is finished, nothing breaks if two of them run all the same.
 *
 * @returns a function that gives the lock back; undefined while another launcher has it
 */
async function takeLock(path: string): Promise<(() => Promise<void>) | undefined> {
	const age = await stat(path).then(
		({ mtimeMs }) => Date.now() - mtimeMs,
		() => 0,
	);
	// Its owner refreshes it all the time, so an old one is left over from a launcher that was killed.
	if (age > LOCK_STALE_MILLISECONDS) await rm(path, { force: true });
	try {
		await (await open(path, 'wx')).close();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
		throw error;
	}
	const refresh = setInterval(() => {
		const now = new Date();
		utimes(path, now, now).catch(() => undefined);
	}, LOCK_REFRESH_MILLISECONDS);
	return async () => {
		clearInterval(refresh);
		await rm(path, { force: true });
	};
}

async function removeLeftovers(folder: string): Promise<void> {
	const prefix = `${basename(folder)}.installing-`;
	for (const name of await readdir(dirname(folder))) {
		if (name.startsWith(prefix)) {
			await rm(join(dirname(folder), name), { recursive: true, force: true });
		}
	}
}

async function installLocked(
	folder: string,
	version: string,
	report: (line: string) => void,
	signal?: AbortSignal,
): Promise<void> {
	// Another launcher may have finished between the look at the folder and the lock.
	const missing = await whatIsMissing(folder, version);
	if (missing === undefined) return;
	if (await exists(folder)) report(`The n8n in ${folder} can't be used: ${missing}`);
	await removeLeftovers(folder);

	report(`Installing n8n ${version}, once for this machine, in ${folder}`);
	report('  This takes about 5 minutes and 2.9 GB. Ctrl-C ends it and leaves nothing behind.');
	const unfinished = `${folder}.installing-${randomBytes(4).toString('hex')}`;
	try {
		await installInto(unfinished, version, report, signal);
		const stillMissing = await whatIsMissing(unfinished, version);
		if (stillMissing !== undefined) {
			throw new Error(`n8n's installation isn't complete: ${stillMissing}`);
		}
		await moveIntoPlace(unfinished, folder);
	} finally {
		await rm(unfinished, { recursive: true, force: true, maxRetries: 5 });
	}
}

/**
 * Makes sure that n8n is installed on this machine. An interrupted or broken installation is never used, but
 * replaced; of several launchers at once, one installs and the others wait for it.
 *
 * @param folder from {@link n8nFolder}
 * @param report told what happens, in lines for a person
 * @param signal ends a running installation and removes what it wrote
 * @param version of n8n
 * @throws Error, with npm's output, if the installation fails; an abort error, if the signal fires
 */
export async function ensureN8n(
	folder: string,
	report: (line: string) => void,
	signal?: AbortSignal,
	version: string = N8N_VERSION,
): Promise<void> {
	if ((await whatIsMissing(folder, version)) === undefined) return;
	await mkdir(dirname(folder), { recursive: true });
	const lock = `${folder}.lock`;
	const giveBack = (await takeLock(lock)) ?? (await waitForLock(lock, report, signal));
	try {
		await installLocked(folder, version, report, signal);
	} finally {
		await giveBack();
	}
}

async function waitForLock(
	lock: string,
	report: (line: string) => void,
	signal?: AbortSignal,
): Promise<() => Promise<void>> {
	report(`Another launcher is installing n8n in ${dirname(lock)}; waiting for it`);
	const stopProgress = startProgress(report, 'waiting');
	const giveUp = Date.now() + INSTALL_LIMIT_MILLISECONDS;
	try {
		while (Date.now() < giveUp) {
			await wait(1_000, undefined, { signal });
			const giveBack = await takeLock(lock);
			if (giveBack !== undefined) return giveBack;
		}
	} finally {
		stopProgress();
	}
	throw new Error(`Another launcher has been installing n8n for too long; it holds ${lock}`);
}

async function exists(path: string): Promise<boolean> {
	return await access(path).then(
		() => true,
		() => false,
	);
}
