import type { Account } from '../../tools/emulator/emulator.mts';
import { Trigger } from '../engine/trigger.mts';
import { useEmulator } from '../useEmulator.mts';
import { eventCases } from './cases.mts';

let account: Account & { baseUrl: string };
useEmulator((_emulator, itsAccount) => {
	account = itsAccount;
});

describe('a trigger', () => {
	it.each(eventCases)('$id', async ({ parameters, body, want }) => {
		const trigger = new Trigger(account, { parameters });
		const { items } = await trigger.post({ ...body, instanceId: account.instance });
		expect(items).toHaveLength(1);
		const { json = {} } = items?.[0] ?? {};
		expect(json).toMatchObject(want.json);
		for (const name of want.jsonWithout ?? []) expect(json).not.toHaveProperty(name);
	});
});
