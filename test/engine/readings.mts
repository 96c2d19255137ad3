/** How an operation that reads is run. */
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type RunOptions } from './harness.mts';

/** What of contacts, chats, the instance and the queue doesn't follow from the operations' data. */

export let emulator: Emulator;

export let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

export function run(
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	options: Partial<RunOptions> = {},
) {
	return runNode({ account, parameters: { resource, operation, ...parameters }, ...options });
}

export const jsons = (items: INodeExecutionData[]) => items.map(({ json }) => json);
