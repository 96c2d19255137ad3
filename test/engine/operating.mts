/** How an operation is run. */
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type RunOptions } from './harness.mts';

export let emulator: Emulator;

export let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

export function run(
	resource: string,
	operation: string,
	parameters: INodeParameters,
	options: Partial<RunOptions> = {},
) {
	return runNode({ account, parameters: { resource, operation, ...parameters }, ...options });
}

export const jsons = (items: INodeExecutionData[]) => items.map(({ json }) => json);

/** Answers each request with the next of these bodies. */
export function answerWith(...bodies: Array<object | string>) {
	for (const body of bodies) emulator.misbehave({ answer: { body }, times: 1 });
}
