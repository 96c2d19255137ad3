/**
 * Writes down what n8n's nodes panel searches, for the usual version of n8n: `node tools/search/record.mts`.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ensureN8n, n8nFolder } from '../launcher/cache.mts';
import type { SearchedNode } from './search.mts';

const FILE = join(import.meta.dirname, 'nodesOfN8n.json');
const PACKAGES = ['n8n-nodes-base', '@n8n/n8n-nodes-langchain'];

interface Description {
	/** After the package's. */
	name: string;
	displayName: string;
	group: string[];
	version: number | number[];
	hidden?: boolean;
	codex?: { alias?: string[]; categories?: string[]; subcategories?: { AI?: string[] } };
}

/** @returns how often each node is used, as the editor has it, between 0 and 1 */
function readPopularity(modules: string): Map<string, number> {
	const folder = join(modules, 'n8n-editor-ui', 'dist', 'assets');
	const found = readdirSync(folder)
		.filter((name) => name.endsWith('.js'))
		.flatMap((name) => [
			...readFileSync(join(folder, name), 'utf8').matchAll(
				/\{id:["`]([^"`]+)["`],popularity:([\d.]+)\}/g,
			),
		]);
	return new Map(found.map(([, id = '', share]) => [id, Number(share)]));
}

function readNodes(modules: string, packageName: string): Description[] {
	const text = readFileSync(join(modules, packageName, 'dist', 'types', 'nodes.json'), 'utf8');
	return (JSON.parse(text) as Description[]).map((node) => ({
		...node,
		name: `${packageName}.${node.name.replace(/^.*\./, '')}`,
	}));
}

/** Is hidden in its description; the editor offers it all the same. */
const OFFERED = 'n8n-nodes-base.messageAnAgent';

/** Of the nodes for AI, the panel offers only those that stand on their own. */
function isOffered({ name, hidden, codex }: Description): boolean {
	const isForAi = codex?.categories?.includes('AI') ?? false;
	return (
		(!hidden || name === OFFERED) &&
		(!isForAi || (codex?.subcategories?.AI?.includes('Root Nodes') ?? false))
	);
}

const folder = n8nFolder();
await ensureN8n(folder, console.error);
const modules = join(folder, 'node_modules');
const popularity = readPopularity(modules);
const newest = ({ version }: Description) => Math.max(...[version].flat());
// A node has a description for each of its generations.
const offered = new Map(
	PACKAGES.flatMap((name) => readNodes(modules, name))
		.filter(isOffered)
		.toSorted((one, other) => newest(one) - newest(other))
		.map((node) => [node.name, node]),
);
// The panel puts a trigger and the node of the same service into one entry, with the node's words.
const entries = [...offered.values()].filter(({ name, group }) => {
	const node = name.replace('Trigger', '');
	return !group.includes('trigger') || node === name || !offered.has(node);
});
const searched = entries.map(
	({ name, displayName, codex }): SearchedNode => ({
		...{ name, displayName, alias: codex?.alias ?? [], popularity: popularity.get(name) ?? 0 },
	}),
);
const config = await resolveConfig(FILE);
writeFileSync(FILE, await format(JSON.stringify(searched), { ...config, filepath: FILE }));
