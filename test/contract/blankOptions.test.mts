import type { INodeParameters } from 'n8n-workflow';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { runNode } from '../engine/harness.mts';
import { useEmulator } from '../useEmulator.mts';
import { rows } from './rows.mts';

let emulator: Emulator;

useEmulator((started) => (emulator = started));

/** The names of the options of an operation. A list to fill in row by row can't be made by an expression. */
function optionsOf(resource: string, operation: string): string[] {
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	return (found?.options ?? []).flatMap(({ properties }) =>
		properties.filter(({ type }) => type !== 'fixedCollection').map(({ name }) => name),
	);
}

const withOptions = rows
	.map((row) => ({ ...row, names: optionsOf(row.resource, row.operation) }))
	.filter(({ names }) => names.length > 0);

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
