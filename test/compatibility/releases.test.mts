import { useEmulator } from '../useEmulator.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import type { Carrier } from '../engine/harness.mts';
import { openedForm, savedForm, unknownChoices } from './panel.mts';
import { descriptionOf, namesNow, performAction, performTrigger } from './perform.mts';
import { actionsOf, readSets, triggersOf } from './set.mts';

let emulator: Emulator;
useEmulator((started) => (emulator = started));

const sets = readSets();
/** What waits for a response is carried out by the node alone. */
const WAITS = 'sendAndWait';

/** Each address is set by a request of its own, and none depends on another. */
function inAnyOrder(requests: unknown[]): string[] {
	return requests.map((request) => JSON.stringify(request)).sort();
}

it('what releases promised is kept', () => {
	expect(sets.map(({ version }) => version)).toContain('0.1.0');
	for (const set of sets) expect(actionsOf(set).length + triggersOf(set).length).toBeGreaterThan(0);
});

describe.each(sets)('what people saved with $version', (set) => {
	it('names nodes, versions, addresses and fields of credentials that there still are', async () => {
		const now = await namesNow();
		expect(now.credentials).toMatchObject(set.names.credentials);
		for (const [name, node] of Object.entries(set.names.nodes)) {
			const { versions, webhooks, credentials, usableAsTool, outputs } = node;
			expect(now.nodes[name]).toMatchObject({ usableAsTool, outputs });
			expect(now.nodes[name]?.versions).toEqual(expect.arrayContaining(versions));
			expect(now.nodes[name]?.webhooks).toEqual(expect.arrayContaining(webhooks));
			expect(now.nodes[name]?.credentials).toEqual(expect.arrayContaining(credentials));
		}
	});

	const nodes = Object.entries(set.names.nodes);
	it.each(nodes)(
		'has each choice of each field of %s that there was',
		async (name, { choices }) => {
			const now = (await namesNow()).nodes[name]?.choices ?? {};
			const gone = Object.entries(choices).flatMap(([operation, fields]) =>
				Object.entries(fields).flatMap(([field, values]) => {
					const offered = now[operation]?.[field];
					if (!offered) return [`${operation}: ${field}`];
					return values
						.filter((value) => !offered.includes(value))
						.map((value) => `${operation}: ${field}: ${String(value)}`);
				}),
			);
			expect({ 'what is gone': gone }).toEqual({ 'what is gone': [] });
		},
	);

	describe.each([...actionsOf(set), ...triggersOf(set)])('$name', ({ node, expected }) => {
		it('opens as it was saved, with each choice known', async () => {
			const description = await descriptionOf(node);
			expect([description.version].flat()).toContain(node.typeVersion);
			expect(savedForm(description, node)).toEqual(node.parameters);
			expect(unknownChoices(description, node)).toEqual([]);
			expect(openedForm(description, node)).toMatchObject(expected.opened);
		});
	});

	describe.each<Carrier>(['customOperations', 'routingNode'])('by %s', (carrier) => {
		const carried = actionsOf(set).filter(
			({ node }) => carrier === 'customOperations' || node.parameters.operation !== WAITS,
		);
		it.each(carried)('$file: $name sends the same and gives what it gave', async (saved) => {
			const { node, items, expected } = saved;
			const { requests, fields, files } = await performAction(
				...([emulator, node, items, expected.answers, carrier] as const),
			);
			expect(requests).toEqual(expected.requests);
			expect(fields).toEqual(expect.arrayContaining(expected.fields));
			expect(files).toEqual(expect.arrayContaining(expected.files));
		});
	});

	it.each(triggersOf(set))(
		'$name is published, starts and is unpublished as it was',
		async (saved) => {
			const { node, events, expected } = saved;
			const now = await performTrigger(emulator, node, events, expected.before);
			expect(inAnyOrder(now.published)).toEqual(inAnyOrder(expected.published));
			expect(Object.keys(now.started)).toEqual(Object.keys(expected.started));
			for (const [name, { fields, files }] of Object.entries(expected.started)) {
				expect(now.started[name]?.fields).toEqual(expect.arrayContaining(fields));
				expect(now.started[name]?.files).toEqual(expect.arrayContaining(files));
			}
			expect(inAnyOrder(now.unpublished)).toEqual(inAnyOrder(expected.unpublished));
		},
	);
});
