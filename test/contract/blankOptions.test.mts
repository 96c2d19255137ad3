import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { runNode } from '../engine/harness.mts';
import { useEmulator } from '../useEmulator.mts';
import { rows } from './rows.mts';

let emulator: Emulator;

useEmulator((started) => (emulator = started));

/** The options of an operation. A list to fill in row by row can't be made by an expression. */
function optionsOf(resource: string, operation: string): INodeProperties[] {
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	return (found?.options ?? []).flatMap(({ properties }) =>
		properties.filter(({ type }) => type !== 'fixedCollection'),
	);
}

/** Several operations share an option: it is tried in the first one, together with the others that this one has. */
const seen = new Set<string>();
const withOptions = rows.flatMap((row) => {
	const options = optionsOf(row.resource, row.operation);
	const own = options.map((option) => JSON.stringify(option)).filter((option) => !seen.has(option));
	for (const option of own) seen.add(option);
	return own.length > 0 ? [{ ...row, names: options.map(({ name }) => name) }] : [];
});

it.each(withOptions)(
	'$title sends the same with options that have no value as without them',
	async ({ resource, operation, parameters, names, endpoint, answer }) => {
		const send = async (options: INodeParameters) => {
			emulator.reset();
			emulator.misbehave({ answer: { status: endpoint.response.status, body: answer }, times: 1 });
			emulator.misbehave({ answer: { body: [] } });
			const { error } = await runNode({
				account: { ...emulator.account, baseUrl: emulator.baseUrl },
				parameters: { resource, operation, ...parameters, options },
			});
			const sent = emulator.requests.map(({ method, path, query, text }) => ({
				...{ method, path, query, text },
			}));
			return { error: error?.message, sent };
		};
		const without = await send({});
		for (const value of ['={{ "" }}', '={{ null }}', '={{ [] }}']) {
			const blank = Object.fromEntries(names.map((name) => [name, value]));
			expect({ value, ...(await send(blank)) }).toEqual({ value, ...without });
		}
	},
);
