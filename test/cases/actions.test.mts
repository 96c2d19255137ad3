import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { runNode, type Carrier, type RunOptions } from '../engine/harness.mts';
import { useEmulator } from '../useEmulator.mts';

/** A small input that once went out wrong, and what has to go out. */
interface Case {
	id: string;
	/** The kind of fault. */
	class: string;
	/** `action`: items for a Z-API node with these parameters. */
	kind: 'action';
	parameters: INodeParameters;
	items: IDataObject[];
	want: { body: IDataObject };
}

const cases = readdirSync(__dirname)
	.filter((name) => /^(phones?|device)-.*\.json$/.test(name))
	.map((name) => JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as Case);

let emulator: Emulator;
let account: RunOptions['account'];
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

describe.each<Carrier>(['customOperations', 'routingNode'])(
	'an action, carried out by %s',
	(carrier) => {
		it.each(cases)('$id', async ({ parameters, items, want }) => {
			await runNode({ account, parameters, items, carrier, onError: 'continueErrorOutput' });
			expect(emulator.requests.map(({ body }) => body)).toEqual([
				expect.objectContaining(want.body),
			]);
		});
	},
);
