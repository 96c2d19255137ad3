import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { leavesOf } from '../../tools/contract/derive.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { derivedFrom } from '../compatibility/derivedSamples.mts';
import { knownValues, nodeOf, openedForm, shownFields } from '../compatibility/panel.mts';
import { descriptionOf } from '../compatibility/perform.mts';
import { runNode } from '../engine/harness.mts';
import { useEmulator } from '../useEmulator.mts';
import { rows } from './rows.mts';

let emulator: Emulator;
useEmulator((started) => (emulator = started));

/** A choice that only a newer version of the node has. */
const NEWER = 'ofANewerVersion';
/** What chooses the operation is told in words of its own. */
const PLACES = ['resource', 'operation'];
const CHOSEN = ['options', 'multiOptions'];

const isChosen = (field: INodeProperties) =>
	CHOSEN.includes(field.type) && knownValues(field) && !PLACES.includes(field.name);
const withChoices = rows.filter(({ fields }) => leavesOf(fields).some(isChosen));

it.each(withChoices)('$title sends nothing with a choice that it does not know', async (row) => {
	const description = await descriptionOf(nodeOf({}));
	const [{ parameters } = { parameters: {} }] = derivedFrom(description, row);
	const node = nodeOf(parameters);
	const tried: string[] = [];
	for (const [index] of shownFields(description, node).entries()) {
		const opened = openedForm(description, node);
		const field = shownFields(description, node, opened)[index];
		if (!field || !isChosen(field.property)) continue;
		field.set(NEWER);
		emulator.reset();
		const account = { ...emulator.account, baseUrl: emulator.baseUrl };
		const { error } = await runNode({ account, parameters: opened as INodeParameters });
		tried.push(field.property.displayName);
		const said = `${field.property.displayName}: ${error?.message}`;
		expect([said, emulator.requests.length]).toEqual([expect.stringContaining(NEWER), 0]);
	}
	expect(tried).not.toEqual([]);
});
