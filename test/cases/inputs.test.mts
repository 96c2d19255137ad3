import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { runNode, type Carrier, type RunOptions } from '../engine/harness.mts';
import { useEmulator } from '../useEmulator.mts';

/** A small input that once went out wrong, or was refused, and what has to happen. */
interface Case {
	id: string;
	/** The kind of fault. */
	class: string;
	/** `action`: items for a Z-API node with these parameters. `__item` is a whole item, with its files. */
	kind: 'action';
	parameters: INodeParameters;
	items: Array<IDataObject & { __item?: INodeExecutionData }>;
	want: {
		body?: IDataObject;
		bodyWithout?: string[];
		bodyStarts?: Record<string, string>;
		url?: string;
		/** That it must be refused, with words about this. */
		error?: string;
	};
}

const cases = readdirSync(__dirname)
	.filter((name) => /^(option|document|image|agent)-.*\.json$/.test(name))
	.map((name) => JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as Case);

let emulator: Emulator;
let account: RunOptions['account'];
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

describe.each<Carrier>(['customOperations', 'routingNode'])(
	'an input, carried out by %s',
	(carrier) => {
		it.each(cases)('$id', async ({ parameters, items, want }) => {
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
