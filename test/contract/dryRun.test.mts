import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { changesSomething } from '../../nodes/ZApi/language/operation.ts';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import type { ContractRow } from '../../tools/contract/derive.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { runNode, type Carrier } from '../engine/harness.mts';
import { useEmulator } from '../useEmulator.mts';
import { otherSamples, samples } from './rows.mts';

let emulator: Emulator;

useEmulator((started) => (emulator = started));

const changing = resources.flatMap(({ value, operations }) =>
	operations.filter(changesSomething).map((operation) => `${value}.${operation.value}`),
);
const rows = [...samples, ...otherSamples].filter(({ title }) => changing.includes(title));

/** What a file in a sample is in an item of a dry run. */
function withoutFiles(body: string): unknown {
	return JSON.parse(body, (_name, value: unknown) => {
		const [, mimeType, base64 = ''] = /^data:(.+);base64,(.*)$/.exec(String(value)) ?? [];
		return mimeType === undefined ? value : { mimeType, bytes: atob(base64).length };
	});
}

/** The item with its query as it would arrive: as texts. */
function inTexts({ query, ...json }: IDataObject): IDataObject {
	if (query === undefined) return json;
	const texts = Object.entries(query as Record<string, string | number>).map(([name, value]) => [
		name,
		String(value),
	]);
	return { ...json, query: Object.fromEntries(texts) as IDataObject };
}

function expectedOf({ request: { method, path, query, text } }: ContractRow): IDataObject {
	return {
		...{ dryRun: true, method, path },
		...(Object.keys(query).length > 0 && { query }),
		...(text !== '' && { body: withoutFiles(text) as IDataObject }),
	};
}

it('every operation that changes something has a sample, but for those of this package', () => {
	const covered = rows.map(({ title }) => title);
	expect(changing.filter((title) => !covered.includes(title))).toEqual([
		'message.sendAndWait',
		'conversation.pause',
		'conversation.resume',
	]);
});

it.each<Carrier>(['customOperations', 'routingNode'])(
	'a dry run of each operation that changes something shows its request, and sends nothing (%s)',
	async (carrier) => {
		for (const row of rows) {
			const { title, resource, operation, parameters } = row;
			const options = { ...(parameters.options as INodeParameters), dryRun: true };
			const { items, error } = await runNode({
				account: { ...emulator.account, baseUrl: emulator.baseUrl },
				parameters: { resource, operation, ...parameters, options },
				carrier,
			});
			const found = items.map(({ json }) => inTexts(json));
			expect({ title, error, found }).toEqual({ title, found: [expectedOf(row)] });
			expect({ title, sent: emulator.requests }).toEqual({ title, sent: [] });
		}
	},
);
