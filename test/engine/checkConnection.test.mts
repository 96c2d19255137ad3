import type { INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type Carrier, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

const items = [{ n: 1 }, { n: 2 }, { n: 3 }];
const carriers: Carrier[] = ['customOperations', 'routingNode'];

function send(options: INodeParameters, more: Partial<RunOptions> = {}) {
	const phone = { __rl: true, mode: 'phone', value: '5544999999999' };
	const parameters = { resource: 'message', operation: 'sendText', phone, message: 'Oi', options };
	return runNode({ account, parameters, items, ...more });
}

const asked = () => emulator.requests.filter(({ path }) => path === '/status').length;

describe.each(carriers)('Check the Connection First (%s)', (carrier) => {
	it('marks each message that waits until WhatsApp is connected', async () => {
		emulator.state.connected = false;
		const { items: sent, error } = await send({ checkConnection: true }, { carrier });
		expect(error).toBeUndefined();
		expect(sent.map(({ json }) => json.waitsForConnection)).toEqual([true, true, true]);
		expect(sent.map(({ json }) => typeof json.messageId)).toEqual(['string', 'string', 'string']);
		// n8n's own engine knows no run, only items.
		expect(asked()).toBe(carrier === 'customOperations' ? 1 : 3);
		expect(emulator.requests[0]?.path).toBe('/status');
	});

	it('marks nothing while WhatsApp is connected', async () => {
		const { items: sent } = await send({ checkConnection: true }, { carrier });
		expect(sent).toHaveLength(3);
		for (const { json } of sent) expect(json).not.toHaveProperty('waitsForConnection');
	});

	it.each([[{}], [{ checkConnection: false }], [{ checkConnection: "={{ 'false' }}" }]])(
		'asks nothing with %j',
		async (options) => {
			emulator.state.connected = false;
			const { items: sent } = await send(options, { carrier });
			expect(sent).toHaveLength(3);
			for (const { json } of sent) expect(json).not.toHaveProperty('waitsForConnection');
			expect(asked()).toBe(0);
		},
	);

	it('sends nothing if Z-API does not say', async () => {
		emulator.misbehave({
			when: ({ path }) => path === '/status',
			answer: { status: 400, body: { error: 'Instance not found' } },
		});
		const { error } = await send({ checkConnection: true }, { carrier });
		expect(error?.message).toMatch(/^Z-API didn't get the status of the instance, because/);
		const onError = 'continueRegularOutput';
		const { items: failed } = await send({ checkConnection: true }, { carrier, onError });
		expect(failed.map(({ json }) => Object.keys(json))).toEqual([['error'], ['error'], ['error']]);
		expect(emulator.requests.filter(({ path }) => path === '/send-text')).toEqual([]);
	});

	it('is a yes or no', async () => {
		const { error } = await send({ checkConnection: "={{ 'sim' }}" }, { carrier });
		expect(error?.message).toBe("Check the Connection First isn't true or false: sim [item 0]");
		expect(emulator.requests).toEqual([]);
	});
});
