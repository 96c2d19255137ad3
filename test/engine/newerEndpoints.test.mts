import type { INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

async function run(resource: string, operation: string, parameters: INodeParameters = {}) {
	const { items, error } = await runNode({
		account,
		parameters: { resource, operation, ...parameters },
	});
	return { items: items.map(({ json }) => json), error };
}

it.each([true, false])(
	'the announcement guard is set to %s, which is a success',
	async (enabled) => {
		const { items, error } = await run('instance', 'updateAnnouncementGuard', { enabled });
		expect({ items, error }).toEqual({ items: [{ value: enabled }], error: undefined });
		expect(emulator.requests[0]?.body).toEqual({ value: enabled });
	},
);

it('the announcement guard is refused in words', async () => {
	emulator.misbehave({ answer: { body: { error: 'Not allowed here' } } });
	const { error } = await run('instance', 'updateAnnouncementGuard', { enabled: true });
	expect(error?.message).toBe("Z-API didn't update the announcement guard: Not allowed here");
});

describe('a phone that asks for a passkey', () => {
	const code = { phoneToPair: '5544999999999' };

	it.each<[string, INodeParameters, string]>([
		['getQrCode', {}, 'QR code'],
		['getPhoneCode', code, 'pairing code'],
	])('is an error that says where to connect: %s', async (operation, parameters, what) => {
		emulator.state.connected = false;
		emulator.quirks.passkey = true;
		const { error } = await run('instance', operation, parameters);
		expect(error?.message).toBe(`There is no ${what}, because the phone asks for a passkey`);
		expect(error?.description).toMatch(/Z-API panel.*Z-API Conector.*Reset Passkey Challenge/);
		expect(await run('instance', 'resetPasskeyChallenge')).toMatchObject({
			items: [{ success: true }],
		});
		expect((await run('instance', operation, parameters)).error).toBeUndefined();
	});

	it('whose challenge can not be reset is an error', async () => {
		emulator.misbehave({ answer: { body: { success: false, error: 'No challenge' } } });
		const { error } = await run('instance', 'resetPasskeyChallenge');
		expect(error?.message).toMatch(/^Z-API didn't reset the passkey challenge .*: No challenge$/);
	});
});

describe('the privacy of the photo', () => {
	const parameters = { visualizationType: 'CONTACTS' };
	const newer = '/privacy/photo-visualization';
	const older = '/privacy/photo';
	const paths = () => emulator.requests.map(({ path }) => path);

	it('is set at the newer path', async () => {
		expect((await run('privacy', 'updatePhoto', parameters)).items).toEqual([{ success: true }]);
		expect(paths()).toEqual([newer]);
	});

	it.each([
		[200, { error: 'NOT_FOUND', message: 'Unable to find matching target resource method' }],
		[404, { error: 'NOT_FOUND', message: 'Unable to find matching target resource method' }],
		[404, ''],
	])('is set at the older one if Z-API does not know the newer: %d %j', async (status, body) => {
		emulator.misbehave({ when: ({ path }) => path === newer, answer: { status, body } });
		emulator.misbehave({ when: ({ path }) => path === older, answer: { body: { success: true } } });
		expect((await run('privacy', 'updatePhoto', parameters)).items).toEqual([{ success: true }]);
		expect(paths()).toEqual([newer, older]);
		expect(emulator.requests[1]?.body).toEqual(emulator.requests[0]?.body);
	});

	it('is not tried again if it is refused', async () => {
		emulator.misbehave({ answer: { status: 400, body: { error: 'Invalid' } } });
		const { error } = await run('privacy', 'updatePhoto', parameters);
		expect(error?.message).toMatch(/: Invalid \(status 400\)$/);
		expect(paths()).toEqual([newer]);
	});
});

it.each([
	[{ status: 204, body: '' }, 'success'],
	[{ status: 200, body: { value: true } }, 'value'],
])('a message is deleted and read, in both forms of the answer: %j', async (answer, name) => {
	emulator.misbehave({ answer });
	const phone = { __rl: true, mode: 'id', value: '5544999999999' };
	const parameters = { phone, messageId: '3EB0', owner: true, options: { deleteForMe: true } };
	const deleted = await run('message', 'delete', parameters);
	expect(deleted.items[0]).toHaveProperty(name, true);
	expect(emulator.requests[0]?.query).toMatchObject({ deleteForMe: 'true', owner: 'true' });
	const read = await run('message', 'markAsRead', { phone, messageId: '3EB0' });
	expect(read.items[0]).toHaveProperty(name, true);
});
