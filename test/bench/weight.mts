import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Bench } from './bench.mts';
import { EVOLUTION, HTTP_REQUEST, OURS } from './entries.mts';
import type { Loading, LoadingJob } from './loading.mts';
import { askProcess } from './measure.mts';
import { spreadOf, type Spread } from './statistics.mts';

const LOADING_ROUNDS = 11;

/** How heavy one package is. */
export interface Weight {
	label: string;
	/** Undefined for a part of a package. */
	packedBytes?: number;
	unpackedBytes: number;
	files: number;
	loadingMilliseconds: Spread;
	loadedFiles: number;
	descriptionBytes: number;
}

/** All weights, and what of our package nobody needs. */
export interface Weights {
	weights: Weight[];
	needless: string[];
	/** How many operations our node offers. */
	operations: number;
}

interface Subject {
	label: string;
	folder: string;
	tarball?: string;
	/** The files of its nodes and credentials, in the folder; the first is the node that is compared. */
	entries: string[];
}

async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

async function sizeOf(files: string[]): Promise<number> {
	const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
	return sizes.reduce((sum, size) => sum + size, 0);
}

/** @returns what n8n loads of a package */
async function entriesOf(folder: string): Promise<string[]> {
	const { n8n } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
	};
	return [...n8n.nodes, ...n8n.credentials];
}

/** A user needs the code that is run, n8n's data files, the icons, and what tells people about the package. */
function isNeeded(path: string, loaded: Set<string>): boolean {
	if (/^(package\.json|README\.md|LICENSE(\.md)?)$/.test(path)) return true;
	if (path.endsWith('.js')) return loaded.has(path);
	return /\.(svg|png)$|\.node\.json$|__schema__\/.*\.json$/.test(path);
}

/** Weighs our package and the peers' as they are installed, and loads each of them in fresh processes, in turn. */
export async function weigh({ installation, report }: Bench): Promise<Weights> {
	const { folders, tarballs } = installation;
	const base = join(folders.n8n, 'node_modules', 'n8n-nodes-base');
	const subjects: Subject[] = [
		{
			label: OURS.label,
			folder: folders.ours,
			tarball: tarballs.ours,
			entries: await entriesOf(folders.ours),
		},
		{
			label: EVOLUTION.label,
			folder: folders.evolution,
			tarball: tarballs.peer,
			entries: [
				'dist/nodes/EvolutionApi/EvolutionApi.node.js',
				'dist/credentials/EvolutionApi.credentials.js',
			],
		},
		{
			label: HTTP_REQUEST.label,
			folder: join(base, 'dist/nodes/HttpRequest'),
			entries: ['HttpRequest.node.js'],
		},
	];

	const loadings = new Map<Subject, Loading[]>(subjects.map((subject) => [subject, []]));
	report('Loading the nodes');
	for (let round = 0; round < LOADING_ROUNDS; round++) {
		for (const subject of subjects) {
			const files = subject.entries.map((entry) => join(subject.folder, entry));
			const job: LoadingJob = { n8n: folders.n8n, files };
			loadings.get(subject)?.push(await askProcess('loading.mts', job, folders.scratch));
		}
	}

	const weights: Weight[] = [];
	let needless: string[] = [];
	let operations = 0;
	for (const subject of subjects) {
		const files = await filesIn(subject.folder);
		const runs = loadings.get(subject) ?? [];
		const loaded = runs[0]?.loaded ?? [];
		weights.push({
			label: subject.label,
			packedBytes: subject.tarball === undefined ? undefined : (await stat(subject.tarball)).size,
			unpackedBytes: await sizeOf(files),
			files: files.length,
			loadingMilliseconds: spreadOf(runs.map(({ milliseconds }) => milliseconds)),
			loadedFiles: loaded.length,
			descriptionBytes: runs[0]?.descriptionBytes ?? 0,
		});
		if (subject.label === OURS.label) {
			operations = runs[0]?.operations ?? 0;
			const folder = await realpath(subject.folder);
			const names = new Set(loaded.map((file) => relative(folder, file)));
			needless = files
				.map((file) => relative(subject.folder, file))
				.filter((path) => !isNeeded(path, names));
		}
	}
	return { weights, needless, operations };
}
