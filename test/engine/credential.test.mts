import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { testCredential, withoutField } from './editorHarness.mts';
import { loadPackage, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

/** No result asks to open the credential, since it is open. */
async function test(changes: object = {}) {
	const result = await testCredential(account, { ...account, ...changes });
	expect(result.message).not.toMatch(/open the (z-api )?credential/i);
	return result;
}

it('a good credential is confirmed by two requests, which change nothing', async () => {
	expect(await test()).toEqual({ status: 'OK', message: 'WhatsApp is connected' });
	expect(emulator.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
		'GET /status',
		'GET /me',
	]);
});

it('a good credential may have blanks around its values and a slash behind the address', async () => {
	const { status } = await test({
		instance: ` ${account.instance}`,
		token: `${account.token}\n`,
		clientToken: `\t\u202A${account.clientToken}\u202C `,
		baseUrl: ` ${account.baseUrl}/ `,
	});
	expect(status).toBe('OK');
});

it('a good credential without WhatsApp is told apart', async () => {
	emulator.state.connected = false;
	const { status, message } = await test();
	expect(status).toBe('Error');
	expect(message).toContain('These credentials are right');
	expect(message).toContain('QR code');
});

it.each<[string, object, RegExp]>([
	[
		'a wrong instance',
		{ instance: 'F'.repeat(32) },
		/Instance not found.*Instance ID and the Instance Token/,
	],
	[
		'a wrong token',
		{ token: 'F'.repeat(32) },
		/Instance not found.*Instance ID and the Instance Token/,
	],
	[
		'a missing Client-Token',
		{ clientToken: '' },
		/your client-token is not configured.*Client-Token/,
	],
	['a Client-Token of dots', { clientToken: '\u2022'.repeat(8) }, /Client-Token .* isn't valid/],
	['a Client-Token cut off', { clientToken: 'Fcafe\u2026' }, /valid.*Paste the Client-Token again/],
	['half a character', { token: 'half \uD800' }, /Instance Token .* isn't valid/],
	['a wrong Client-Token', { clientToken: 'Fwrong-client-tokenS' }, /not allowed.*Client-Token/],
	['no instance', { instance: '' }, /Instance ID is missing/],
	['an address without https', { baseUrl: 'http://example.com' }, /must start with https/],
	['no address', { baseUrl: 'z-api' }, /isn't a web address/],
	[
		'the address of an instance',
		{ baseUrl: 'https://api.z-api.io/instances/x/token/y/send-text' },
		/is the address of a whole instance.*Set Base URL to https:\/\/api\.z-api\.io\./,
	],
	[
		'an address with more',
		{ baseUrl: 'https://api.z-api.io?x=1' },
		/has more in it than an address/,
	],
	['a port where nothing listens', { baseUrl: 'http://127.0.0.1:1' }, /can't be reached.*Base URL/],
])('%s is said in words', async (_name, changes, words) => {
	const { status, message } = await test(changes);
	expect(status).toBe('Error');
	expect(message).toMatch(words);
});

it.each<[string, { status?: number; body?: string | object }, RegExp]>([
	['a page', { body: '<title>Router</title>' }, /isn't in the documented format: Router/],
	['something else', { body: { hello: 'world' } }, /isn't Z-API/],
	['nothing', { body: '' }, /isn't Z-API/],
	['a fault', { status: 500, body: { error: 'Oops' } }, /status 500: Oops/],
	['a redirect', { status: 302 }, /redirected to another address/],
])('a server that answers with %s is not taken for Z-API', async (_name, answer, words) => {
	emulator.misbehave({ answer });
	const { status, message } = await test();
	expect(status).toBe('Error');
	expect(message).toMatch(words);
});

it('a field that is an expression is said, and asks Z-API nothing', async () => {
	const { credentialType } = await loadPackage();
	const mayBeExpressions = credentialType.properties.filter((field) => !field.noDataExpression);
	for (const { name, displayName, typeOptions } of mayBeExpressions) {
		// So n8n leaves it out where it can't evaluate it.
		expect({ name, ...typeOptions }).toMatchObject({
			ignoreCredentialExpressionResolveError: true,
		});
		const { status, message } = await testCredential(account, withoutField(account, name));
		expect([status, message]).toEqual([
			'Error',
			expect.stringMatching(
				`^${displayName} .* is an expression, .*can't be tested. You can save it`,
			),
		]);
	}
	expect(emulator.requests).toEqual([]);
});

it('a broken connection is said in words', async () => {
	emulator.misbehave({ hangUp: 'before' });
	expect((await test()).message).toContain('broke before the response was complete');
});
