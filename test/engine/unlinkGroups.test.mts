import type { INodeParameters } from 'n8n-workflow';
import { runNode } from './harness.mts';
import { emulator, account, communityId, groups, fromItem, unlink } from './unlinking.mts';

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
			expect(error?.message).toMatch(/^(Community|Group Names or IDs) .*$/);
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
