import type { IDataObject } from 'n8n-workflow';
import { startEmulator } from '../../tools/emulator/emulator.mts';
import type { OnError } from './harness.mts';
import { emulator, account, communityId, fromItem, unlink } from './unlinking.mts';

/** Six items: every other one is good. What fails, and in which way, is said by the cases below. */
interface FailingCase {
	name: string;
	/** Makes items 1, 3 and 5 fail. */
	bad: () => IDataObject;
	misbehave?: () => void;
	error: RegExp;
	details: RegExp;
	reachesZApi: boolean;
}

/** What happened and what to do, as an item has it under `error`. */
function inOneText({ error, details }: { error: RegExp; details: RegExp }): RegExp {
	const [message, advice] = [error, details].map(({ source }) => source.replace(/^\^|\$$/g, ''));
	return new RegExp(`${message}\\.? .*${advice}`);
}

const isBad = ({ body }: { body: unknown }): boolean => JSON.stringify(body).includes('666-group');

const failingCases: FailingCase[] = [
	{
		name: 'an answer that refuses',
		bad: () => ({ community: communityId, groups: ['666-group'] }),
		error: /^Z-API didn't unlink groups from the community, and gave no reason$/,
		details: /must keep at least one linked group/,
		reachesZApi: true,
	},
	{
		name: 'a network failure',
		bad: () => ({ community: communityId, groups: ['666-group'] }),
		misbehave: () => emulator.misbehave({ when: isBad, hangUp: 'before' }),
		error: /^The connection to Z-API broke before the response was complete/,
		details: /may still have been carried out/,
		reachesZApi: true,
	},
	{
		name: 'no groups',
		bad: () => ({ community: communityId, groups: [] }),
		error: /^Group Names or IDs is empty \[item [135]\]$/,
		details: /^Choose from the list/,
		reachesZApi: false,
	},
	{
		name: 'no community',
		bad: () => ({ groups: '1-group' }),
		error: /^Community is empty \[item [135]\]$/,
		details: /^Choose from the list/,
		reachesZApi: false,
	},
	{
		name: 'neither',
		bad: () => ({ name: 'nothing of use' }),
		error: /^Community is empty \[item [135]\]$/,
		details: /^Choose from the list/,
		reachesZApi: false,
	},
	{
		name: 'groups that are no IDs',
		bad: () => ({ community: communityId, groups: [{ name: 'Família' }] }),
		error:
			/^Group Names or IDs has an entry that isn't a group's ID: \{"name":"Família"\} \[item [135]\]$/,
		details: /^Choose from the list/,
		reachesZApi: false,
	},
];

describe.each(failingCases)('$name, among good items', (failing) => {
	let input: IDataObject[];

	beforeEach(() => {
		emulator.misbehave({
			when: ({ body }) => JSON.stringify(body).includes('777'),
			answer: { body: { success: true } },
		});
		failing.misbehave?.();
		input = Array.from({ length: 6 }, (_, index) => ({
			note: `item ${index}`,
			...(index % 2 ? failing.bad() : { community: communityId, groups: `777${index}-group` }),
		}));
	});

	it('stops the workflow, naming the first of them', async () => {
		const { items, error } = await unlink(input);
		expect(items).toEqual([]);
		expect(error?.name).toBe('NodeApiError');
		expect(error?.message).toMatch(failing.error);
		expect(error?.description).toMatch(failing.details);
		expect(error?.context.itemIndex).toBe(1);
	});

	it('continues with the error in its place', async () => {
		const { items, error } = await unlink(input, { onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
		for (const [index, { json }] of items.entries()) {
			expect(json).toEqual(
				index % 2
					? { error: expect.stringMatching(inOneText(failing)) as string }
					: { success: true },
			);
		}
	});

	it('sends each to the error output, with its own data beside the error', async () => {
		const { items, failedItems, error } = await unlink(input, { onError: 'continueErrorOutput' });
		expect(error).toBeUndefined();
		expect(items).toEqual(
			[0, 2, 4].map((item) => ({ json: { success: true }, pairedItem: { item } })),
		);
		expect(failedItems.map(({ pairedItem }) => pairedItem)).toEqual(
			[1, 3, 5].map((item) => ({ item })),
		);
		for (const [position, { json }] of failedItems.entries()) {
			const { error: text, ...own } = json;
			expect(text).toMatch(inOneText(failing));
			expect(own).toEqual(input[position * 2 + 1]);
		}
		expect(emulator.requests).toHaveLength(failing.reachesZApi ? 6 : 3);
	});
});

describe('an answer that is no success', () => {
	interface Answer {
		status?: number;
		headers?: Record<string, string>;
		body?: string | object | null;
	}

	/** One of each sort; test/unit/failures.test.mts knows the words for all. */
	const cases: Array<[string, Answer, RegExp, RegExp]> = [
		['success false', { body: { success: false } }, /, and gave no reason$/, /at least one linked/],
		[
			'a page',
			{ body: '<html><title>Hi</title></html>' },
			/isn't in the documented format: Hi$/,
			/Base URL/,
		],
		[
			'cut JSON',
			{ body: '{"success": tr' },
			/isn't in the documented format.*: {"success": tr$/,
			/Base URL/,
		],
		['a number', { body: '7' }, /isn't in the documented format: 7$/, /Base URL/],
		['400', { status: 400, body: { error: 'Bad id' } }, /: Bad id \(status 400\)$/, /at least one/],
		['405', { status: 405 }, /no reason \(status 405\)$/, /Base URL/],
		['502', { status: 502, body: '<h1>Bad Gateway</h1>' }, /502: Bad Gateway$/, /Look in WhatsApp/],
	];

	describe.each(cases)('%s', (_name, answer, message, description) => {
		it.each<OnError>(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'])(
			'becomes an error in words (%s)',
			async (onError) => {
				emulator.misbehave({ answer });
				const input = { community: communityId, groups: '1-group', note: 'mine' };
				const { items, failedItems, error } = await unlink([input], { onError });
				if (onError === 'stopWorkflow') {
					expect(error?.message).toMatch(message);
					expect(error?.description).toMatch(description);
					expect(error?.context.itemIndex).toBe(0);
					expect(error?.httpCode).toBe(String(answer.status ?? 200));
					return;
				}
				expect(error).toBeUndefined();
				const [item] = onError === 'continueErrorOutput' ? failedItems : items;
				expect(item?.pairedItem).toEqual({ item: 0 });
				expect(item?.json).toEqual({
					...(onError === 'continueErrorOutput' && input),
					error: expect.stringMatching(
						inOneText({ error: message, details: description }),
					) as string,
				});
			},
		);
	});

	it('never shows the secrets that an answer repeats', async () => {
		const { instance, token, clientToken } = account;
		const address = `/instances/${instance}/token/${token}/communities/unlink`;
		for (const answer of [
			{ status: 404, body: `Cannot POST ${address}` },
			{ status: 403, body: { error: `${clientToken} not allowed` } },
			{ status: 500, body: { message: `Failed at ${emulator.baseUrl}${address}?x=1` } },
			{ body: `<title>${token}</title>` },
			{ body: { success: false, instance, token } },
			{ body: { success: true, you: { instance, token, clientToken } } },
		]) {
			for (const onError of [
				'stopWorkflow',
				'continueRegularOutput',
				'continueErrorOutput',
			] as const) {
				emulator.reset();
				emulator.misbehave({ answer });
				// The harness looks for the secrets in all that is left behind.
				await unlink([{ community: communityId, groups: '1-group' }], { onError });
				expect(emulator.requests).toHaveLength(1);
			}
		}
	});

	it('follows no redirect, so that nothing is sent anywhere else', async () => {
		const stranger = await startEmulator();
		try {
			for (const status of [301, 302, 303, 307, 308]) {
				emulator.reset();
				emulator.misbehave({
					answer: { status, headers: { location: `${stranger.baseUrl}/elsewhere` } },
				});
				const { error } = await unlink([{ community: communityId, groups: '1-group' }]);
				expect(error?.message).toContain(`(status ${status})`);
			}
			expect(stranger.requests).toEqual([]);
		} finally {
			await stranger.close();
		}
	});
});

describe('a connection that fails', () => {
	it('while the answer is on its way is reported as such', async () => {
		emulator.misbehave({ hangUp: 'during' });
		const { error } = await unlink([{ community: communityId, groups: '1-group' }]);
		expect(error?.message).toContain('broke before the response was complete');
		expect(error?.description).toContain('may still have been carried out');
	});

	it('by taking too long ends after the time that the user allows', async () => {
		emulator.misbehave({ delayMilliseconds: 5_000 });
		const { error } = await unlink([{ community: communityId, groups: '1-group' }], {
			parameters: fromItem({ requestOptions: { timeout: 100 } }),
		});
		expect(error?.message).toContain("didn't answer in time");
		expect(error?.description).toContain('Timeout');
	});

	it('because nothing listens there names the cause', async () => {
		const nowhere = await startEmulator();
		await nowhere.close();
		const { error } = await unlink([{ community: communityId, groups: '1-group' }], {
			credential: { ...account, baseUrl: nowhere.baseUrl },
		});
		expect(error?.message).toContain('ECONNREFUSED');
		expect(error?.description).toContain('Base URL');
	});
});
