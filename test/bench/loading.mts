import type { INodeType, INodeTypeDescription, IVersionedNodeType } from 'n8n-workflow';
import { basename } from 'node:path';
import { loadEngine } from './engine.mts';
import { countOperations } from './multiply.mts';

/** What a process that loads nodes is told. */
export interface LoadingJob {
	n8n: string;
	/** What n8n loads of a package; the first is the node whose description is weighed. */
	files: string[];
}

/** What it found. */
export interface Loading {
	milliseconds: number;
	/** The files that were read. */
	loaded: string[];
	/** The size of the node's description, in all its versions, as JSON. */
	descriptionBytes: number;
	/** How many operations the node offers. */
	operations: number;
}

function descriptionsOf(node: INodeType | IVersionedNodeType): INodeTypeDescription[] {
	if (!('nodeVersions' in node)) return [node.description];
	// Some versions share one description, which n8n's server sends once.
	const descriptions = Object.values(node.nodeVersions).map(({ description }) => description);
	return [...new Map(descriptions.map((text) => [String(text.version), text])).values()];
}

function load({ n8n, files }: LoadingJob): Loading {
	const { require } = loadEngine(n8n);
	const before = new Set(Object.keys(require.cache));
	const start = performance.now();
	const [exported] = files.map((file) => require(file) as Record<string, new () => INodeType>);
	const milliseconds = performance.now() - start;
	const name = basename(files[0] ?? '').split('.')[0] ?? '';
	const Node = exported?.[name];
	if (!Node) throw new Error(`There is no ${name} in ${files[0]}`);
	const descriptions = descriptionsOf(new Node());
	return {
		milliseconds,
		loaded: Object.keys(require.cache).filter((file) => !before.has(file)),
		descriptionBytes: Buffer.byteLength(descriptions.map((text) => JSON.stringify(text)).join()),
		operations: countOperations(descriptions[0]),
	};
}

process.once('message', (job: LoadingJob) => {
	let answer: object;
	try {
		answer = load(job);
	} catch (error) {
		answer = { failure: String(error) };
	}
	process.send?.(answer, () => process.exit(0));
});
process.once('disconnect', () => process.exit(1));
