import type { INode } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import type { Carrier } from '../engine/harness.mts';
import { openedForm, savedForm, unknownChoices } from './panel.mts';
import { descriptionOf, namesNow, performAction, performTrigger } from './perform.mts';
import {
	expectationsOf,
	type ExpectedAction,
	type ExpectedTrigger,
	type Names,
	type SavedActions,
	type SavedFile,
	type SavedTriggers,
} from './set.mts';

/** What waits for a response is carried out by the node alone. */
const WAITS = 'sendAndWait';

/** Each address is set by a request of its own, and none depends on another. */
function inAnyOrder(requests: unknown[]): string[] {
	return requests.map((request) => JSON.stringify(request)).sort();
}

/** Names the node, and what of it is compared, if the comparison fails. */
function compare(node: INode, what: string, comparison: () => void): void {
	try {
		comparison();
	} catch (error) {
		throw new Error(`${node.name}: ${what} differs. ${(error as Error).message}`);
	}
}

function expectSame(node: INode, what: string, now: unknown, then: unknown): void {
	compare(node, what, () => expect(now).toEqual(then));
}

interface Output {
	fields: string[];
	files: string[];
}

/** @returns what an item had and has no more */
function lost(now: Output | undefined, then: Output): string[] {
	return [
		...then.fields.filter((name) => !now?.fields.includes(name)),
		...then.files.filter((name) => !now?.files.includes(name)),
	];
}

async function expectToOpen(
	node: INode,
	{ opened }: ExpectedAction | ExpectedTrigger,
): Promise<void> {
	const description = await descriptionOf(node);
	expectSame(node, 'its version', [description.version].flat().includes(node.typeVersion), true);
	expectSame(node, 'what is saved', savedForm(description, node), node.parameters);
	expectSame(node, 'choices that are unknown', unknownChoices(description, node), []);
	const now = openedForm(description, node);
	compare(node, 'what the panel shows', () => expect(now).toMatchObject(opened));
}

async function replayActions(
	emulator: Emulator,
	{ workflow, actions }: SavedActions,
): Promise<void> {
	const items = Object.values(workflow.pinData).flat();
	for (const [node, expected] of expectationsOf(workflow, actions)) {
		await expectToOpen(node, expected);
		const carriers: Carrier[] = ['customOperations', 'routingNode'];
		for (const carrier of carriers.slice(0, node.parameters.operation === WAITS ? 1 : 2)) {
			const now = await performAction(emulator, node, items, expected.answers, carrier);
			expectSame(node, `what ${carrier} sends`, now.requests, expected.requests);
			expectSame(node, `what ${carrier} no longer gives`, lost(now, expected), []);
		}
	}
}

async function replayTriggers(
	emulator: Emulator,
	{ workflow, events, triggers }: SavedTriggers,
): Promise<void> {
	for (const [node, expected] of expectationsOf(workflow, triggers)) {
		await expectToOpen(node, expected);
		const now = await performTrigger(emulator, node, events, expected.before);
		for (const step of ['published', 'unpublished'] as const) {
			expectSame(node, step, inAnyOrder(now[step]), inAnyOrder(expected[step]));
		}
		const started = Object.keys(expected.started);
		expectSame(node, 'events that start it', Object.keys(now.started), started);
		for (const [name, then] of Object.entries(expected.started)) {
			expectSame(node, `what it no longer gives for ${name}`, lost(now.started[name], then), []);
		}
	}
}

/**
 * Opens and runs what was saved, as this package is now, by both of n8n's engines.
 *
 * @throws Error that names the node, if anything is other than it was recorded
 */
export async function replay(emulator: Emulator, saved: SavedFile): Promise<void> {
	if ('actions' in saved) await replayActions(emulator, saved);
	else await replayTriggers(emulator, saved);
}

/** @throws Error if anything is gone that saved workflows, credentials or addresses at Z-API name */
export async function expectNames(then: Names): Promise<void> {
	const now = await namesNow();
	expect(now.credentials).toMatchObject(then.credentials);
	for (const [name, { choices, ...node }] of Object.entries(then.nodes)) {
		const { versions, webhooks, credentials, usableAsTool, outputs } = node;
		expect(now.nodes[name]).toMatchObject({ usableAsTool, outputs });
		expect(now.nodes[name]?.versions).toEqual(expect.arrayContaining(versions));
		expect(now.nodes[name]?.webhooks).toEqual(expect.arrayContaining(webhooks));
		expect(now.nodes[name]?.credentials).toEqual(expect.arrayContaining(credentials));
		const gone = Object.entries(choices).flatMap(([operation, fields]) =>
			Object.entries(fields).flatMap(([field, values]) => {
				const offered = now.nodes[name]?.choices[operation]?.[field];
				if (!offered) return [`${operation}: ${field}`];
				return values
					.filter((value) => !offered.includes(value))
					.map((value) => `${operation}: ${field}: ${String(value)}`);
			}),
		);
		expect({ [`what is gone of ${name}`]: gone }).toEqual({ [`what is gone of ${name}`]: [] });
	}
}
