import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startEmulator, type Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type OnError, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];

/** The community with the most groups, and its ordinary groups. */
let communityId: string;
let groups: string[];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

beforeEach(() => {
	const [community] = [...emulator.state.communities].sort(
		(a, b) => b.subGroups.length - a.subGroups.length,
	);
	communityId = community?.id ?? '';
	groups = (community?.subGroups ?? [])
		.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement)
		.map(({ phone }) => phone);
});

/** Both fields take their value from the item, as behind a trigger. */
function fromItem(changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'community',
		operation: 'unlinkGroups',
		communityId: { __rl: true, mode: 'id', value: '={{ $json.community }}' },
		groupsPhones: '={{ $json.groups }}',
		...changes,
	};
}

function unlink(items: IDataObject[], options: Partial<RunOptions> = {}) {
	return runNode({ account, parameters: fromItem(), items, ...options });
}

function groupsLeft(): string[] {
	const community = emulator.state.communities.find(({ id }) => id === communityId);
	return (community?.subGroups ?? []).map(({ phone }) => phone);
}

describe('the request', () => {
	it('is exactly the documented one', async () => {
		const parameters: INodeParameters = {
			resource: 'community',
			operation: 'unlinkGroups',
			communityId: { __rl: true, mode: 'list', value: communityId, cachedResultName: 'A name' },
			groupsPhones: groups.slice(0, 2),
		};
		const { items, error } = await runNode({ account, parameters });

		expect(error).toBeUndefined();
		expect(items).toEqual([{ json: { success: true }, pairedItem: { item: 0 } }]);
		expect(emulator.requests).toHaveLength(1);
		const [request] = emulator.requests;
		expect(request?.method).toBe('POST');
		expect(request?.target).toBe(
			`/instances/${account.instance}/token/${account.token}/communities/unlink`,
		);
		expect(request?.headers).toMatchObject({
			'client-token': account.clientToken,
			'content-type': 'application/json',
			accept: 'application/json',
		});
		expect(request?.text).toBe(JSON.stringify({ communityId, groupsPhones: groups.slice(0, 2) }));
		expect(groupsLeft()).not.toContain(groups[0]);
		expect(groupsLeft()).not.toContain(groups[1]);
		expect(groupsLeft()).toContain(groups[2]);
	});

	it('has no Client-Token header when the credential has none', async () => {
		await runNode({
			account,
			parameters: fromItem(),
			items: [{ community: communityId, groups: [groups[0] ?? ''] }],
			credential: { ...account, clientToken: '' },
			onError: 'continueRegularOutput',
		});
		expect(emulator.requests).toHaveLength(1);
		expect(emulator.requests[0]?.headers).not.toHaveProperty('client-token');
	});

	it.each<[string, (both: string[]) => unknown]>([
		['a list', (both) => both],
		['one string', ([first]) => first],
		['strings separated by commas', (both) => both.join(', ')],
		['strings in lines', (both) => both.join('\n')],
		['JSON in a string', (both) => JSON.stringify(both)],
		['objects with a phone', (both) => both.map((phone) => ({ phone, name: 'Grupo' }))],
		['repeated and padded strings', (both) => [...both, ` ${both[0] ?? ''} `]],
	])('takes the groups as %s', async (_form, write) => {
		const both = groups.slice(0, 2);
		const { error } = await unlink([{ community: communityId, groups: write(both) as never }]);
		expect(error).toBeUndefined();
		const sent = (emulator.requests[0]?.body as { groupsPhones: string[] }).groupsPhones;
		expect(sent).toEqual(_form === 'one string' ? both.slice(0, 1) : both);
	});

	it('never goes out with the name of nothing, an ID of another kind, or two IDs in one', async () => {
		const bad = [
			{ groups: 'Bloco Z' },
			{ groups: [groups[0] ?? '', communityId] },
			{ groups: groups.slice(0, 2).join(' ') },
			{ groups: 0 },
			{ community: groups[0] ?? '' },
			{ community: 'Condomínio' },
			{ community: '../../x?y=z&a#b' },
		].map((changes) => ({ community: communityId, groups: groups[0] ?? '', ...changes }));
		for (const item of bad) {
			const { error } = await unlink([item]);
			expect(error?.message).toMatch(/^(Community|Group Names or IDs) .* \[item 0\]$/);
			expect(error?.description).toMatch(
				/^(Choose from the list, or use the ID|The nearest names)/,
			);
		}
		expect(emulator.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it('leaves out marks that no one sees', async () => {
		await unlink([
			{ community: `\u202A${communityId}\u202C`, groups: `\u200B${groups[0] ?? ''}\uFEFF` },
		]);
		expect(emulator.requests[0]?.body).toEqual({ communityId, groupsPhones: groups.slice(0, 1) });
	});

	it('goes out once for each of many items, and each result is linked to its item', async () => {
		const count = 500;
		emulator.misbehave({ answer: { body: { success: true } } });
		const { items } = await unlink(
			Array.from({ length: count }, (_, index) => ({
				community: communityId,
				groups: `${index}-group`,
			})),
		);
		expect(items).toHaveLength(count);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			Array.from({ length: count }, (_, item) => ({ item })),
		);
		const sent = emulator.requests.map(
			({ body }) => (body as { groupsPhones: string[] }).groupsPhones[0],
		);
		expect(new Set(sent).size).toBe(count);
		expect(sent).toHaveLength(count);
	});
});

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
	});

	it('disturbs no other request', async () => {
		await unlink(input, { onError: 'continueErrorOutput' });
		expect(emulator.requests).toHaveLength(failing.reachesZApi ? 6 : 3);
	});
});

describe('an answer that is no success', () => {
	interface Answer {
		status?: number;
		headers?: Record<string, string>;
		body?: string | object | null;
	}

	const cases: Array<[string, Answer, RegExp, RegExp]> = [
		['success false', { body: { success: false } }, /, and gave no reason$/, /at least one linked/],
		['value false', { body: { value: false } }, /, and gave no reason$/, /at least one linked/],
		[
			'error in a 200',
			{ body: { error: 'Not an admin' } },
			/: Not an admin$/,
			/at least one linked/,
		],
		[
			'a page',
			{ body: '<html><title>Hi</title></html>' },
			/isn't in the documented format: Hi$/,
			/Base URL/,
		],
		['text', { body: 'OK' }, /isn't in the documented format: OK$/, /Base URL/],
		[
			'cut JSON',
			{ body: '{"success": tr' },
			/isn't in the documented format.*: {"success": tr$/,
			/Base URL/,
		],
		['a number', { body: '7' }, /isn't in the documented format: 7$/, /Base URL/],
		['400', { status: 400, body: { error: 'Bad id' } }, /: Bad id \(status 400\)$/, /at least one/],
		[
			'401',
			{ status: 401, body: { error: 'null not allowed' } },
			/null not allowed/,
			/Client-Token/,
		],
		['403', { status: 403, body: { error: 'x' } }, /: x \(status 403\)$/, /Client-Token/],
		[
			'404',
			{ status: 404, body: { error: 'NOT_FOUND' } },
			/: NOT_FOUND \(status 404\)$/,
			/update this node/,
		],
		['405', { status: 405 }, /no reason \(status 405\)$/, /Base URL/],
		['415', { status: 415 }, /no reason \(status 415\)$/, /Base URL/],
		[
			'429',
			{ status: 429, body: { error: 'Slow down' } },
			/: Slow down \(status 429\)$/,
			/Batching/,
		],
		['500', { status: 500, body: { error: 'Oops' } }, /status 500: Oops$/, /Look in WhatsApp/],
		['502', { status: 502, body: '<h1>Bad Gateway</h1>' }, /502: Bad Gateway$/, /Look in WhatsApp/],
		['503', { status: 503 }, /status 503$/, /Look in WhatsApp/],
		['text with a network code', { status: 400, body: { error: 'ENOTFOUND' } }, /: ENOTFOUND/, /./],
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

describe('an answer without content', () => {
	it.each<[string, { status?: number; body?: string | object }]>([
		['204', { status: 204 }],
		['200 and nothing', { status: 200, body: '' }],
		['200 and {}', { status: 200, body: {} }],
		['200 and null', { status: 200, body: 'null' }],
		['200 and []', { status: 200, body: [] }],
	])('(%s) still gives an item that says what happened', async (_name, answer) => {
		emulator.misbehave({ answer });
		const { items, error } = await unlink([{ community: communityId, groups: '1-group' }]);
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{
				json: {
					success: true,
					message: `Z-API accepted the request (status ${answer.status}) and sent no details`,
				},
				pairedItem: { item: 0 },
			},
		]);
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

describe('a credential that can not be right', () => {
	it.each([
		[{ instance: '' }, 'Instance ID is missing'],
		[{ token: 'a/b' }, "Instance Token in the Z-API credential isn't valid"],
		[{ baseUrl: 'http://example.com' }, 'must start with https://'],
	])('%j is said in words, and nothing is sent', async (changes, words) => {
		const input = [{ community: communityId, groups: '1-group' }];
		const credential = { ...account, ...changes };
		const stopped = await unlink(input, { credential });
		expect(stopped.error?.message).toContain(words);
		expect(stopped.error?.description).not.toBe('');
		const continued = await unlink(input, { credential, onError: 'continueErrorOutput' });
		expect(continued.failedItems[0]?.json).toMatchObject({
			...input[0],
			error: expect.stringContaining(words) as string,
		});
		expect(emulator.requests).toEqual([]);
	});
});

describe("n8n's own settings", () => {
	it('Retry On Fail tries a failed request again', async () => {
		emulator.misbehave({ answer: { status: 503 }, times: 1 });
		const { items, error } = await unlink(
			[{ community: communityId, groups: groups.slice(0, 1) }],
			{
				retryOnFail: true,
			},
		);
		expect(error).toBeUndefined();
		expect(items).toEqual([{ json: { success: true }, pairedItem: { item: 0 } }]);
		expect(emulator.requests).toHaveLength(2);
	});

	it('Batching spaces the requests out', async () => {
		emulator.misbehave({ answer: { body: { success: true } } });
		const started = performance.now();
		const { items } = await unlink(
			Array.from({ length: 4 }, () => ({ community: communityId, groups: '1-group' })),
			{
				parameters: fromItem({
					requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 50 } } },
				}),
			},
		);
		expect(items).toHaveLength(4);
		expect(performance.now() - started).toBeGreaterThan(140);
	});

	it('a required field left empty is flagged before anything runs', async () => {
		await expect(
			runNode({ account, parameters: { resource: 'community', operation: 'unlinkGroups' } }),
		).rejects.toThrow(/issues/);
		expect(emulator.requests).toEqual([]);
	});
});
