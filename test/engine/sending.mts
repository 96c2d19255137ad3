/** How messages are sent, and files with them. */
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type RunOptions } from './harness.mts';

export let emulator: Emulator;

let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

export const PHONE = '5544999999999';

export const OTHER_PHONE = '5511988888888';

export const phone = (value: string) => ({ __rl: true, mode: 'phone', value });

export function send(
	operation: string,
	parameters: INodeParameters,
	options: Partial<RunOptions> = {},
): ReturnType<typeof runNode> {
	return runNode({
		account,
		parameters: { resource: 'message', operation, phone: phone(PHONE), ...parameters },
		onError: 'continueErrorOutput',
		...options,
	});
}

export const bodies = () => emulator.requests.map(({ body }) => body as IDataObject);

export const errors = (items: INodeExecutionData[]) => items.map(({ json }) => json.error);

export function item(mimeType: string, data = 'AAAA', more: IDataObject = {}): INodeExecutionData {
	return { json: {}, binary: { data: { data, mimeType, ...more } } };
}

export const fromFile = { mediaSource: 'file', binaryPropertyName: 'data' };
