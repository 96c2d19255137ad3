import type { INodeParameters } from 'n8n-workflow';
import { useEmulator } from '../useEmulator.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { runNode, type Carrier } from '../engine/harness.mts';
import { knownValues, openedForm, shownFields } from './panel.mts';
import { descriptionOf } from './perform.mts';
import { actionsOf, readSets } from './set.mts';

let emulator: Emulator;
useEmulator((started) => (emulator = started));

/** A choice that only a newer version of the node has. */
const NEWER = 'ofANewerVersion';
/** What waits for a response is carried out by the node alone. */
const WAITS = 'sendAndWait';
/** What chooses the operation is told in words of its own. */
const PLACES = ['resource', 'operation'];

const saved = readSets().flatMap(actionsOf);

describe.each<Carrier>(['customOperations', 'routingNode'])('by %s', (carrier) => {
	const carried = saved.filter(
		({ node }) => carrier === 'customOperations' || node.parameters.operation !== WAITS,
	);
	it.each(carried)(
		'$file: $name sends nothing with a choice that it does not know',
		async (one) => {
			const { node, items, expected } = one;
			const description = await descriptionOf(node);
			const count = shownFields(description, node).length;
			for (let index = 0; index < count; index += 1) {
				const opened = openedForm(description, node);
				const field = shownFields(description, node, opened)[index];
				const isChoice = field && ['options', 'multiOptions'].includes(field.property.type);
				if (!isChoice || !knownValues(field.property) || PLACES.includes(field.property.name))
					continue;
				field.set(NEWER);
				emulator.reset();
				const [answer] = expected.answers;
				emulator.misbehave({ answer });
				const result = await runNode({
					account: { ...emulator.account, baseUrl: emulator.baseUrl },
					...{ parameters: opened as INodeParameters, typeVersion: node.typeVersion },
					...{ fullItems: structuredClone(items), carrier },
				});
				const said = `${field.property.displayName}: ${result.error?.message}`;
				expect([said, emulator.requests.length]).toEqual([expect.stringContaining(NEWER), 0]);
			}
		},
	);
});
