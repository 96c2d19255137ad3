import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode } from './harness.mts';

/** A trigger of the n8n that the harness stands for. */
const OURS = 'http://127.0.0.1:1/webhook/a1b2c3d4/webhook';
const FOREIGN = 'https://crm.example.com/hooks/whatsapp';

let emulator: Emulator;
let account: Account & { baseUrl: string };
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

/** Asks a question that a press of a button answers. */
async function ask() {
	const parameters = {
		...{ resource: 'message', operation: 'sendAndWait', message: 'Unlink the groups?' },
		phone: { __rl: true, mode: 'phone', value: '5511900000001' },
	};
	const { error } = await runNode({ account, parameters });
	const asked = emulator.requests.filter(({ method }) => method === 'POST').length;
	return { error: error?.message, asked };
}

const WAITS = { error: undefined, asked: 1 };
const REFUSES = {
	error: expect.stringContaining('no Z-API Trigger in this n8n receives messages') as string,
	asked: 0,
};

// Documented: the address for messages of both directions comes before the one for received messages.
describe('a question, by the addresses that Z-API has for messages', () => {
	it.each([
		['none', '', '', REFUSES],
		['received: ours', OURS, '', WAITS],
		["received: another program's", FOREIGN, '', REFUSES],
		['both directions: ours', '', OURS, WAITS],
		["both directions: ours, received: another program's", FOREIGN, OURS, WAITS],
		["both directions: another program's, received: ours", OURS, FOREIGN, REFUSES],
		['both directions: blank, received: ours', OURS, ' ', WAITS],
	])('%s', async (_which, received, both, expected) => {
		emulator.state.webhooks.ReceivedCallback = received;
		emulator.state.receivedAndDelivery = both;
		expect(await ask()).toEqual(expected);
	});
});
