import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ensureN8n, loads, n8nFolder, n8nPackage, N8N_VERSION } from './cache.mts';
import { environmentOf } from './differences.mts';

/** An n8n on this machine, ready to be started. */
export interface Installation {
	/** Where it is installed: the folder with n8n in its `node_modules`, or n8n's own. */
	folder: string;
	version: string;
	/** The environment variables that it needs instead of those that the usual version has. */
	environment: Record<string, string>;
}

/**
 * Names the folder with the n8n to use, for programs whose command line can't, such as Jest; `--n8n` comes first.
 *
 * @param environment `N8N_NODES_Z_API_N8N` names it
 */
export function givenN8n(environment: NodeJS.ProcessEnv = process.env): string | undefined {
	return environment.N8N_NODES_Z_API_N8N || undefined;
}

/** @returns whether what was given for an n8n is the address of one that runs, rather than a folder */
export function isAddress(given: string): boolean {
	return /^https?:\/\//i.test(given);
}

async function readGiven(folder: string): Promise<string> {
	const manifest = join(n8nPackage(folder), 'package.json');
	const { name, version } = await readFile(manifest, 'utf8')
		.then((text) => JSON.parse(text) as { name?: string; version?: string })
		.catch(() => ({ name: undefined, version: undefined }));
	if (name !== 'n8n' || version === undefined) {
		throw new Error(
			`There is no n8n in ${folder}: give the folder whose package.json is n8n's own, or the one with node_modules/n8n in it.`,
		);
	}
	if (!existsSync(n8nPackage(folder, 'bin', 'n8n'))) {
		throw new Error(`The n8n in ${folder} has no program: bin/n8n is missing`);
	}
	if (!(await loads(folder, 'sqlite3'))) {
		throw new Error(
			`The n8n in ${folder} has no database driver for this Node: run "npm rebuild sqlite3" in ${n8nPackage(folder)}. One from a Docker image was built for another system.`,
		);
	}
	return version;
}

/**
 * Finds the n8n that is to be started: the one that is given, as it is, or else one from the cache, which is installed
 * there if need be.
 *
 * @param options.given the folder of an n8n
 * @param options.version of n8n, unless one is given; the usual one, if left out
 * @param options.report told what happens, in lines for a person
 * @param options.signal ends a running installation
 * @throws Error if the given folder holds no n8n that can run, or the installation fails
 */
export async function findN8n(options: {
	given?: string;
	version?: string;
	report?: (line: string) => void;
	signal?: AbortSignal;
}): Promise<Installation> {
	const { given = givenN8n(), report = () => {}, signal } = options;
	let { version = N8N_VERSION } = options;
	let folder = n8nFolder(version);
	if (given === undefined) {
		await ensureN8n(folder, report, signal, version);
	} else {
		folder = resolve(given);
		version = await readGiven(folder);
		report(`Using n8n ${version} in ${folder}`);
	}
	return { folder, version, environment: await environmentOf(folder) };
}
