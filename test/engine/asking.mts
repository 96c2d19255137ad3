/** How a question is asked. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type RunOptions } from './harness.mts';

export const ANA = '5511900000001';

export const BRUNO = '5511900000002';

export const GROUP = '120363019502650977-group';

/** Of the n8n that the harness stands for. */
const LISTENING = 'http://127.0.0.1:1/webhook/a1b2c3d4/webhook';

export let emulator: Emulator;

export let account: Account & { baseUrl: string };

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

beforeEach(() => {
	emulator.state.webhooks.ReceivedCallback = LISTENING;
});

export function parametersOf(parameters: INodeParameters): INodeParameters {
	return {
		...{ resource: 'message', operation: 'sendAndWait', message: 'Unlink the groups?' },
		...{ phone: { __rl: true, mode: 'phone', value: ANA }, ...parameters },
	};
}

export function ask(parameters: INodeParameters = {}, more: Partial<RunOptions> = {}) {
	return runNode({ account, parameters: parametersOf(parameters), ...more });
}

/** What was sent to Z-API, but for what was only read. */
export function sent(): IDataObject[] {
	return emulator.requests
		.filter(({ method }) => method === 'POST')
		.map(({ path, body }) => ({ path, ...(body as IDataObject) }));
}

export const labels = (...values: string[]) => ({ values: values.map((label) => ({ label })) });
