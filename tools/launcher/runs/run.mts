import type { Emulator, Message } from '../../emulator/types.mts';
import {
	publishWorkflow,
	unpublishWorkflow,
	type ImportedWorkflow,
	type WorkflowNode,
} from '../examples.mts';
import { executionsOf, runWorkflow, type Execution } from '../executions.mts';
import type { Launched } from '../launch.mts';

/** Someone whom the emulator's number knows. */
export const ANA = '5511900000001';
/** Another one. */
export const BRUNO = '5511900000002';

/** What a run of an example showed. */
export interface Outcome {
	/** Whether everything came out as the example promises. */
	passed: boolean;
	/** What happened, in lines for a person. */
	lines: string[];
}

/** What a run of an example works with. */
export interface Stage extends Pick<Launched, 'n8n' | 'workflows'> {
	/** The example, as it was imported. */
	workflow: ImportedWorkflow;
	/** In its seeded state. */
	emulator: Emulator;
	/** Ends the run. */
	signal?: AbortSignal;
}

/** How an example is run and checked. */
export interface ExampleRun {
	/** The name of the example's file. */
	file: string;
	/**
	 * Runs it as a user would, and looks at what came of it.
	 *
	 * @throws Error if the example can't be run at all; a wrong outcome is a result
	 */
	run(stage: Stage): Promise<Outcome>;
}

/**
 * @param file the name of the example's file
 * @throws Error if there is none
 */
export function exampleIn(workflows: ImportedWorkflow[], file: string): ImportedWorkflow {
	const workflow = workflows.find((candidate) => candidate.file === file);
	if (workflow === undefined) throw new Error(`There is no examples/${file}`);
	return workflow;
}

/**
 * Runs an example against the emulator in its seeded state.
 *
 * @throws Error as the run does, and without an emulator
 */
export async function runExample(
	example: ExampleRun,
	{ n8n, workflows, emulator }: Pick<Launched, 'n8n' | 'workflows' | 'emulator'>,
	signal?: AbortSignal,
): Promise<Outcome> {
	if (!emulator) throw new Error(`${example.file} needs the emulator`);
	const workflow = exampleIn(workflows, example.file);
	emulator.reset();
	return await example.run({ n8n, workflows, workflow, emulator, signal });
}

/** @throws Error if there is no node of that type */
export function nodeOfType({ nodes }: ImportedWorkflow, type: string): WorkflowNode {
	const node = nodes.find((candidate) => candidate.type === type);
	if (node === undefined) throw new Error(`The example has no node of type ${type}`);
	return node;
}

/** Runs the example as the editor's *Execute workflow* button does, from the node that starts it. */
export async function runByHand({ n8n, workflow, signal }: Stage): Promise<Execution> {
	return await runWorkflow(n8n, workflow, startOf(workflow), signal);
}

/** @returns the name of the node from which the editor's button starts a workflow */
export function startOf({ nodes }: ImportedWorkflow): string {
	const start = nodes.find(({ type }) => /\.(manual|schedule)Trigger$/.test(type));
	if (start === undefined) throw new Error('The example has no node to start from');
	return start.name;
}

/**
 * Publishes the example, lets something happen that starts it, and takes it back.
 *
 * @param count how many executions to wait for
 * @returns all of its executions, in the order in which they started
 */
export async function runPublished(
	{ n8n, workflow, signal }: Stage,
	happen: () => Promise<unknown>,
	count = 1,
): Promise<Execution[]> {
	await publishWorkflow(n8n, workflow, signal);
	await happen();
	const executions = await executionsOf(n8n, workflow, count, signal);
	await unpublishWorkflow(n8n, workflow, signal);
	return executions;
}

/**
 * Changes the example as a user would before running it, and saves it.
 *
 * @param changes the new node, made from the old one, by the node's name
 * @returns the stage with the changed example
 */
export async function change(
	stage: Stage,
	changes: Record<string, (node: WorkflowNode) => WorkflowNode>,
): Promise<Stage> {
	const { id, versionId, nodes } = stage.workflow;
	const missing = Object.keys(changes).filter((name) => !nodes.some((node) => node.name === name));
	if (missing.length > 0) throw new Error(`The example lacks the node ${quoted(missing)}`);
	const changed = nodes.map((node) => changes[node.name]?.(node) ?? node);
	const saved = await stage.n8n.patch<ImportedWorkflow>(`/rest/workflows/${id}`, {
		nodes: changed,
		versionId,
	});
	return { ...stage, workflow: { ...stage.workflow, ...saved } };
}

/** @returns a change for {@link change}: other values for some of a node's parameters */
export function withParameters(parameters: object): (node: WorkflowNode) => WorkflowNode {
	return (node) => ({ ...node, parameters: { ...node.parameters, ...parameters } });
}

/** @returns names in a line for a person */
export function quoted(names: string[]): string {
	return names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');
}

/** @returns what messages say; an empty text for those that aren't texts */
export function textsOf(messages: Message[]): string[] {
	return messages.map(({ content }) => (content.text?.message ?? '') as string);
}

/**
 * Taps a button below a message.
 *
 * @param label what the button says
 * @throws Error if the message has no such button
 */
export function pressButton(emulator: Emulator, message: Message | undefined, label: string): void {
	const { buttons = [] } = (message?.fields?.buttonList ?? {}) as {
		buttons?: Array<{ id: string; label: string }>;
	};
	const button = buttons.find((candidate) => candidate.label === label);
	if (!message || !button) throw new Error(`Nobody can say ${label}`);
	emulator.whatsApp.press(message.messageId, button.id);
}

/** @returns how executions of a workflow ended, in lines for a person; what is the same, once */
export function describe(
	{ name }: Pick<ImportedWorkflow, 'name'>,
	executions: Execution[],
): string[] {
	const lines = executions.flatMap(({ status, error }) => [
		`The workflow "${name}" ended with: ${status}`,
		...(error ? [`  ${error.message}`, `  ${error.description}`] : []),
	]);
	return [...new Set(lines)];
}

/** @returns whether all of some executions went well */
export function allSucceeded(executions: Execution[]): boolean {
	return executions.every(({ status }) => status === 'success');
}
