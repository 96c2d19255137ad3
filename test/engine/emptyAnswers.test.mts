import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

async function run(
	resource: string,
	operation: string,
	parameters: INodeParameters,
): Promise<IDataObject[]> {
	const { items } = await runNode({ account, parameters: { resource, operation, ...parameters } });
	return items.map(({ json }) => json);
}

describe('what Z-API has nothing about', () => {
	const number = '5544999999999';
	const parameters = { phone: { __rl: true, mode: 'phone', value: number } };

	it.each([[[]], [{}], ['']])('is no success: %j', async (body) => {
		emulator.misbehave({ answer: { body } });
		const found = await run('chat', 'get', parameters);
		expect(found).toEqual([{ found: false, message: 'Z-API found nothing (status 200)' }]);
		const check = await run('contact', 'check', { phone: number });
		expect(check).toEqual([{ exists: false, phone: number }]);
		const phones = `${number}, 5511987654321`;
		expect(await run('contact', 'checkMany', { phones })).toEqual([
			{ exists: false, inputPhone: number },
			{ exists: false, inputPhone: '5511987654321' },
		]);
		expect(await run('contact', 'getAll', { returnAll: true })).toEqual([]);
	});

	it.each([[[]], [{}], ['']])('is the end of a list on a later page: %j', async (body) => {
		const contacts = Array.from({ length: 100 }, (_, id) => ({ phone: String(id) }));
		emulator.misbehave({ answer: { body: contacts }, times: 1 });
		emulator.misbehave({ answer: { body } });
		const items = await run('contact', 'getAll', { returnAll: true });
		expect(items).toHaveLength(100);
	});
});
