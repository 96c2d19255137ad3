import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

/** Where the sets lie, one folder for each release. */
const FOLDER = join('test', 'compatibility');
const NAMES = 'names.json';

/** A workflow as n8n saves it. */
export interface SavedWorkflow {
	name: string;
	nodes: INode[];
	connections: IConnections;
	/** What the first node gives, by its name. */
	pinData: Record<string, INodeExecutionData[]>;
	settings: IDataObject;
}

/** A request as Z-API gets it; below the instance's address. */
export interface SentRequest {
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
}

/** What Z-API answers. */
export interface GivenAnswer {
	status: number;
	body: object | string | null;
}

/** What a saved node of the action node has to be and to do. */
export interface ExpectedAction {
	/** Its parameters as the panel shows them, with those that have their default. */
	opened: IDataObject;
	/** What Z-API is taken to answer, request by request; the last one to all that come after. */
	answers: GivenAnswer[];
	requests: SentRequest[];
	/** The names of the first item's fields. */
	fields: string[];
	/** The names of the first item's files. */
	files: string[];
}

/** An event as it is posted, without the instance, by a name of its own. */
export type Events = Record<string, IDataObject>;

/** What a saved trigger has to be and to do. */
export interface ExpectedTrigger {
	opened: IDataObject;
	/** The addresses that are set before it is published, by the kind of event. */
	before: Record<string, string>;
	/** What is sent to publish it, but for what is only read. */
	published: SentRequest[];
	/** The events that start the workflow, with the names of the item's fields and files. */
	started: Record<string, { fields: string[]; files: string[] }>;
	unpublished: SentRequest[];
}

/** What a workflow of a release has to be and to do, by its nodes' names. */
export interface SavedActions {
	workflow: SavedWorkflow;
	actions: Record<string, ExpectedAction>;
}

export interface SavedTriggers {
	workflow: SavedWorkflow;
	events: Events;
	triggers: Record<string, ExpectedTrigger>;
}

export type SavedFile = SavedActions | SavedTriggers;

/** By operation and field; a field that takes any value has none to choose from. */
export type Choices = Record<string, Record<string, unknown[]>>;

/** What saved workflows, credentials and addresses at Z-API name. */
export interface Names {
	nodes: Record<
		string,
		{
			versions: number[];
			usableAsTool: boolean;
			outputs: unknown[];
			credentials: string[];
			webhooks: IDataObject[];
			choices: Choices;
		}
	>;
	/** The fields of each type of credential, with their defaults. */
	credentials: Record<string, Record<string, unknown>>;
}

/** A release, with what is kept of it. */
export interface ReleaseSet {
	version: string;
	names: Names;
	files: Array<SavedFile & { file: string }>;
}

function readJson<Content>(path: string): Content {
	return JSON.parse(readFileSync(path, 'utf8')) as Content;
}

/** @returns saved workflows with what they are to send, from one file */
export function readSaved(path: string): SavedFile {
	return readJson(path);
}

/** @returns what is kept of every release, in no particular order */
export function readSets(folder = FOLDER): ReleaseSet[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name: version }) => {
			const path = join(folder, version);
			const files = readdirSync(path).filter((file) => file !== NAMES);
			return {
				version,
				names: readJson<Names>(join(path, NAMES)),
				files: files.map((file) => ({ file, ...readSaved(join(path, file)) })),
			};
		});
}

/** @returns the nodes of a workflow of which something is expected, with that */
export function expectationsOf<Expected>(
	{ nodes }: SavedWorkflow,
	expectations: Record<string, Expected>,
): Array<[INode, Expected]> {
	return nodes.flatMap((node): Array<[INode, Expected]> => {
		const expected = expectations[node.name];
		return expected ? [[node, expected]] : [];
	});
}

/**
 * Takes out of a file what other releases have alike, which needs no second copy.
 *
 * @returns undefined if nothing is left
 */
export function withoutKept(saved: SavedFile, others: SavedFile[]): SavedFile | undefined {
	const all = (file: SavedFile) => ('actions' in file ? file.actions : file.triggers);
	const kept = new Set(
		others.flatMap((other) => Object.values(all(other)).map((one) => JSON.stringify(one))),
	);
	const isNew = ([, expected]: [string, unknown]) => !kept.has(JSON.stringify(expected));
	const left = Object.fromEntries(Object.entries(all(saved)).filter(isNew));
	if (Object.keys(left).length === 0) return undefined;
	const { workflow } = saved;
	const isLeft = (name: string) => name in left || !(name in all(saved));
	const nodes = workflow.nodes.filter(({ name }) => isLeft(name));
	const connections = Object.fromEntries(
		Object.entries(workflow.connections).map(([from, { main = [] }]) => [
			from,
			{ main: main.map((targets) => (targets ?? []).filter(({ node }) => isLeft(node))) },
		]),
	);
	const rest = { workflow: { ...workflow, nodes, connections } };
	if ('actions' in saved) return { ...rest, actions: left as SavedActions['actions'] };
	const { events } = saved;
	return { ...rest, events, triggers: left as SavedTriggers['triggers'] };
}

/**
 * Writes what is to be kept of a release, in place of what was kept of it.
 *
 * @param files what to write, by the files' names
 */
export function writeSet(
	version: string,
	names: Names,
	files: Map<string, SavedFile>,
	folder = FOLDER,
): void {
	const path = join(folder, version);
	rmSync(path, { recursive: true, force: true });
	mkdirSync(path);
	for (const [file, content] of [...files, [NAMES, names] as const]) {
		writeFileSync(join(path, file), `${textOf(content)}\n`);
	}
}

/** JSON in lines, but what is deep inside in one. */
function textOf(content: unknown, depth = 0): string {
	const isOpen = typeof content === 'object' && content !== null && depth < 3;
	if (!isOpen || Object.keys(content).length === 0) return JSON.stringify(content);
	const indentation = `\n${'\t'.repeat(depth)}`;
	const parts = Array.isArray(content)
		? content.map((part) => textOf(part, depth + 1))
		: Object.entries(content).map(
				([name, part]) => `${JSON.stringify(name)}: ${textOf(part, depth + 1)}`,
			);
	const [open, close] = Array.isArray(content) ? '[]' : '{}';
	return `${open}${indentation}\t${parts.join(`,${indentation}\t`)}${indentation}${close}`;
}
