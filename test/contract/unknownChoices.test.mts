import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { derivedFrom } from '../compatibility/derivedSamples.mts';
import {
	allFields,
	knownValues,
	nodeOf,
	openedForm,
	shownFields,
} from '../compatibility/panel.mts';
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
const keyOf = (field: INodeProperties) => JSON.stringify([field.name, knownValues(field)]);

/** Several operations share a field: it is tried in the first one. */
const seen = new Set<string>();
const withChoices = rows.flatMap((row) => {
	const keys = allFields(row.fields).filter(isChosen).map(keyOf);
	const own = new Set(keys.filter((key) => !seen.has(key)));
	for (const key of own) seen.add(key);
	return own.size > 0 ? [{ row, own, title: row.title }] : [];
});

it.each(withChoices)(
	'$title sends nothing with a choice that it does not know',
	async ({ row, own }) => {
		const description = await descriptionOf(nodeOf({}));
		const [{ parameters } = { parameters: {} }] = derivedFrom(description, row);
		const node = nodeOf(parameters);
		const tried = new Set<string>();
		for (const [index] of shownFields(description, node).entries()) {
			const opened = openedForm(description, node);
			const field = shownFields(description, node, opened)[index];
			if (!field || !isChosen(field.property) || !own.has(keyOf(field.property))) continue;
			field.set(NEWER);
			emulator.reset();
			const account = { ...emulator.account, baseUrl: emulator.baseUrl };
			const { error } = await runNode({ account, parameters: opened as INodeParameters });
			tried.add(keyOf(field.property));
			const said = `${field.property.displayName}: ${error?.message}`;
			expect([said, emulator.requests.length]).toEqual([expect.stringContaining(NEWER), 0]);
		}
		expect(tried).toEqual(own);
	},
);
