import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { runNode, type Carrier, type RunOptions } from '../engine/harness.mts';
import { useEmulator } from '../useEmulator.mts';
import { actionCases } from './cases.mts';

let emulator: Emulator;
let account: RunOptions['account'];
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

describe.each<Carrier>(['customOperations', 'routingNode'])(
	'an action, carried out by %s',
	(carrier) => {
		it.each(actionCases)('$id', async ({ parameters, items, want }) => {
			const fullItems = items.map(({ __item, ...json }) => __item ?? { json });
			const onError = 'continueErrorOutput';
			const options = { account, parameters, fullItems, carrier, onError } as const;
			const { failedItems } = await runNode(options);
			const { error, body = {}, bodyWithout = [], bodyStarts = {}, url = '' } = want;
			if (error !== undefined) {
				expect(failedItems[0]?.json.error).toMatch(new RegExp(error));
				expect(emulator.requests).toEqual([]);
				return;
			}
			expect(failedItems.map(({ json }) => json.error)).toEqual([]);
			expect(emulator.requests).toHaveLength(1);
			const [request] = emulator.requests;
			const sent = request?.body as IDataObject;
			expect(request?.target).toContain(url);
			expect(sent).toMatchObject(body);
			for (const name of bodyWithout) expect(sent).not.toHaveProperty(name);
			for (const [name, start] of Object.entries(bodyStarts)) {
				expect(sent[name]).toMatch(new RegExp(`^${start}`));
			}
		});
	},
);
