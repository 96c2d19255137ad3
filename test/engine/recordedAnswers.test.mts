import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { loadOptions, searchList, testCredential } from './editorHarness.mts';
import { runNode, type RunOptions } from './harness.mts';
import { Trigger } from './trigger.mts';

let emulator: Emulator;
let account: RunOptions['account'];
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

/** What Z-API was seen to answer when something is wrong: its cause and the advice, in our words. */
const answers: Array<[string, { status: number; body: object }, RegExp, RegExp]> = [
	[
		'the subscription is over',
		{
			status: 400,
			body: {
				error: 'To continue sending a message, you must subscribe to this instance again',
			},
		},
		/because the subscription of this instance is over: To continue sending a message/,
		/Z-API panel.*subscribe to it.*trial/,
	],
	[
		'the Client-Token is wrong',
		{ status: 403, body: { error: 'Client-Token F0123 not allowed' } },
		/because the Client-Token is wrong: Client-Token F0123 not allowed/,
		/check the Client-Token\. .*not the token of the instance/i,
	],
	[
		'the Client-Token is missing or not activated',
		{ status: 400, body: { error: 'your client-token is not configured' } },
		/because it got no Client-Token, or the account has not activated one: /,
		/enter the Client-Token.*activate it/i,
	],
	[
		'the instance or its token is wrong',
		{ status: 400, body: { error: 'Instance not found', value: null } },
		/because the Instance ID or the Instance Token is wrong: Instance not found/,
		/check the Instance ID and the Instance Token/i,
	],
	...[404, 200].map((status): (typeof answers)[number] => [
		`there is no such path (${status})`,
		{
			status,
			body: { error: 'NOT_FOUND', message: 'Unable to find matching target resource method' },
		},
		/because it doesn't know this request: NOT_FOUND: Unable to find/,
		/check the Base URL.*update this node/i,
	]),
	...['INSTANCE_NOT_CONNECTED', 'You are not connected', 'You are not connected.'].map(
		(error): (typeof answers)[number] => [
			`WhatsApp is not connected (${error})`,
			{ status: 400, body: { error } },
			new RegExp(`because WhatsApp isn't connected to this instance: ${error}`),
			/Connect WhatsApp again.*QR code/,
		],
	),
	[
		'linked devices cannot do it',
		{ status: 400, body: { error: 'Does not work in multi device version' } },
		/because WhatsApp doesn't allow it to linked devices.*: Does not work in multi device/,
		/Z-API Trigger/,
	],
];

describe.each(answers)('when %s', (_what, answer, cause, advice) => {
	beforeEach(() => emulator.misbehave({ answer }));

	it.each(['customOperations', 'routingNode'] as const)(
		'a message says so, and what to do, also with options (%s)',
		async (carrier) => {
			const parameters = {
				resource: 'message',
				operation: 'sendText',
				phone: { __rl: true, mode: 'id', value: '120363019502650977-group' },
				message: 'Oi',
				options: { mentionAll: true },
			};
			const { error } = await runNode({ account, carrier, parameters });
			expect(error?.message).toMatch(/^Z-API didn't send the text message, because/);
			expect(error?.message).toMatch(cause);
			expect(error?.description).toMatch(advice);
			expect(error?.description).not.toMatch(/Mention/);
		},
	);

	it('the pickers say so', async () => {
		const failure = { message: expect.stringMatching(cause) as string };
		await expect(searchList(account, 'searchChats')).rejects.toMatchObject({
			...failure,
			description: expect.stringMatching(advice) as string,
		});
		await expect(loadOptions(account, 'getBusinessCategories', {})).rejects.toMatchObject(failure);
	});

	it('the test of the credential says so', async () => {
		const { status, message } = await testCredential(account, { ...account });
		expect(status).toBe('Error');
		expect(message).toMatch(cause);
		expect(message).toMatch(advice);
		expect(message).not.toMatch(/open the z-api credential/i);
	});

	it('the trigger says so when it is published', async () => {
		const trigger = new Trigger(account, { parameters: { events: ['messageReceived'] } });
		await expect(trigger.activate()).rejects.toMatchObject({
			message: expect.stringMatching(cause) as string,
		});
	});
});

describe('a subscription that is over', () => {
	const [, over] = answers[0] as (typeof answers)[number];

	it('is found by the test of the credential while GET /status says that all is well', async () => {
		emulator.misbehave({ when: ({ path }) => path === '/me', answer: over });
		const { status, message } = await testCredential(account, { ...account });
		expect(status).toBe('Error');
		expect(message).toMatch(/subscription of this instance is over.*subscribe to it/);
	});

	it('is found in the very answer that says that WhatsApp is connected', async () => {
		const { error } = over.body as { error: string };
		emulator.misbehave({ answer: { body: { connected: true, error } } });
		const { status, message } = await testCredential(account, { ...account });
		expect(status).toBe('Error');
		expect(message).toMatch(/subscription of this instance is over/);
	});
});
