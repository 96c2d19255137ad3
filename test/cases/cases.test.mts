import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Account } from '../../tools/emulator/emulator.mts';
import { Trigger } from '../engine/trigger.mts';
import { useEmulator } from '../useEmulator.mts';

/** A small input that once came out wrong, and what it has to become. */
interface Case {
	id: string;
	/** The kind of fault. */
	class: string;
	/** `trigger`: an event that Z-API posts at a node with these parameters. */
	kind: 'trigger';
	parameters: INodeParameters;
	body: IDataObject;
	want: { json: IDataObject; jsonWithout?: string[] };
}

const cases = readdirSync(__dirname)
	.filter((name) => name.endsWith('.json'))
	.map((name) => JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as Case);

let account: Account & { baseUrl: string };
useEmulator((_emulator, itsAccount) => {
	account = itsAccount;
});

describe('a trigger', () => {
	it.each(cases.filter(({ kind }) => kind === 'trigger'))(
		'$id',
		async ({ parameters, body, want }) => {
			const trigger = new Trigger(account, { parameters });
			const { items } = await trigger.post({ ...body, instanceId: account.instance });
			expect(items).toHaveLength(1);
			const { json = {} } = items?.[0] ?? {};
			expect(json).toMatchObject(want.json);
			for (const name of want.jsonWithout ?? []) expect(json).not.toHaveProperty(name);
		},
	);
});
