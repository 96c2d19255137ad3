import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { loadOptions, searchList } from './editorHarness.mts';
import { emulator, account, byId, run, jsons } from './operating.mts';

describe('a list', () => {
	const COUNT = 230;

	beforeEach(() => {
		emulator.state.communities = Array.from({ length: COUNT }, (_, index) => ({
			id: String(120363000000000000n + BigInt(index)),
			name: `Comunidade ${index}`,
			description: '',
			subGroups: [],
		}));
	});

	it('comes whole, one item an entry, each linked to the item that asked for it', async () => {
		const { items } = await run('community', 'getAll', { returnAll: true }, { items: [{}, {}] });
		expect(items).toHaveLength(2 * COUNT);
		expect(new Set(items.slice(0, COUNT).map(({ json }) => json.id)).size).toBe(COUNT);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1].flatMap((item) => Array.from({ length: COUNT }, () => ({ item }))),
		);
	});

	it.each([1, 50, 99, 100, 101, 230, 500])('comes up to a limit of %d', async (limit) => {
		const { items } = await run('community', 'getAll', { returnAll: false, limit });
		expect(items).toHaveLength(Math.min(limit, COUNT));
		expect(jsons(items)[0]).toEqual({ id: '120363000000000000', name: 'Comunidade 0' });
	});

	it('asks for no more than the limit, and for no page too many', async () => {
		await run('community', 'getAll', { returnAll: false, limit: 5 });
		expect(emulator.requests.map(({ query }) => query)).toEqual([{ page: '1', pageSize: '5' }]);
	});

	it('may be empty', async () => {
		emulator.state.communities = [];
		const { items, error } = await run('community', 'getAll', { returnAll: true });
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
	});

	it('ends with a server that ignores paging, or gives small pages', async () => {
		emulator.misbehave({ answer: { body: [{ id: '1', name: 'Sempre' }] }, times: 5 });
		const { items } = await run('community', 'getAll', { returnAll: true });
		expect(jsons(items)).toEqual([{ id: '1', name: 'Sempre' }]);
		expect(emulator.requests.length).toBeLessThanOrEqual(2);
	});

	it.each([[0], [-1], [1.5], ['many'], [true], ['0x10']])('refuses the limit %j', async (limit) => {
		const { error } = await run('community', 'getAll', {
			returnAll: false,
			limit: `={{ ${JSON.stringify(limit)} }}`,
		});
		expect(error?.message).toBe(`Limit isn't a whole number above 0: ${limit}`);
		expect(emulator.requests).toEqual([]);
	});

	it.each(['true', 'TRUE', ' True '])('takes %j for Return All', async (returnAll) => {
		const { items } = await run(
			'group',
			'getAll',
			{ returnAll: '={{ $json.all }}', limit: 1 },
			{ items: [{ all: returnAll }] },
		);
		expect(items.length).toBeGreaterThan(1);
	});

	it.each(['yes', '1', 1, {}, null])('refuses %j for Return All', async (returnAll) => {
		const { error } = await run(
			'group',
			'getAll',
			{ returnAll: '={{ $json.all }}', limit: 1 },
			{ items: [{ all: returnAll }] },
		);
		expect(error?.message).toMatch(/^Return All isn't true or false: .*$/);
		expect(emulator.requests).toEqual([]);
	});

	it('that fails on a later page gives an error, not half of the list', async () => {
		emulator.misbehave({
			when: ({ query }) => query.page === '2',
			answer: { status: 500, body: { error: 'Oops' } },
		});
		const { items } = await run(
			'community',
			'getAll',
			{ returnAll: true },
			{ onError: 'continueRegularOutput' },
		);
		expect(items).toHaveLength(1);
		expect(items[0]?.json.error).toMatch(/^Z-API failed with status 500: Oops\. /);
	});
});

describe('an ID in the path', () => {
	it.each([
		...[
			'',
			' ',
			'\u200B',
			'.',
			'..',
			'...',
			'a/b?c=d&e#f',
			'../../me',
			'%2e%2e',
			'$& {phone}',
			'é 🙏',
		],
		...['Bloco Z', '120363019502650977', '1-group 2-group', '1-group\uD800', 0, true, Number.NaN],
	])('%j is refused', async (id) => {
		const { error } = await run(
			'group',
			'get',
			{ phone: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
			{ items: [{ id }] },
		);
		expect(error?.message).toMatch(
			/^Group (is empty|isn't (a group's ID|the name or the ID of a group): .+|looks like .+, not a group's ID: .+)$/,
		);
		expect(error?.description).toMatch(/Choose from the list|The nearest names are: /);
		// A name may have been looked up, but nothing is sent to that path.
		expect(emulator.requests.filter(({ path }) => path !== '/groups')).toEqual([]);
	});

	it('is judged by its own kind where a group and a community share a path', async () => {
		emulator.misbehave({ answer: { body: { invitationLink: 'x' } } });
		const reset = (resource: string, field: string, id: string) =>
			run(resource, 'resetInviteLink', { [field]: byId(id) });
		const refused = [
			await reset('group', 'groupId', '120363019502650977'),
			await reset('community', 'communityId', '120363019502650977-group'),
		];
		expect(refused.map(({ error }) => error?.message)).toEqual([
			"Group looks like a community's ID, not a group's ID: 120363019502650977",
			"Community looks like a group's ID, not a community's ID: 120363019502650977-group",
		]);
		expect(emulator.requests).toEqual([]);
		await reset('group', 'groupId', '\u202A120363019502650977-group\u202C');
		await reset('community', 'communityId', '120363019502650977');
		expect(emulator.requests.map(({ path }) => path)).toEqual([
			'/redefine-invitation-link/120363019502650977-group',
			'/redefine-invitation-link/120363019502650977',
		]);
	});

	it('is named when it is missing, and the item keeps its data on the error output', async () => {
		const { failedItems } = await run(
			'community',
			'deactivate',
			{ communityId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
			{ items: [{ note: 'mine' }], onError: 'continueErrorOutput' },
		);
		expect(failedItems).toEqual([
			{
				json: {
					note: 'mine',
					error: expect.stringMatching(/^Community is empty\. \w/) as string,
				},
				pairedItem: { item: 0 },
			},
		]);
	});
});

describe('the pickers', () => {
	it('find groups by name', async () => {
		const { results } = await searchList(account, 'searchGroups', 'bloco a');
		expect(results).toEqual([{ name: 'Bloco A', value: '120363100000000012-group' }]);
	});

	const ofGroup = (id: string) =>
		loadOptions(account, 'getGroupParticipants', {
			resource: 'group',
			operation: 'removeParticipants',
			groupId: byId(id),
		});
	const ofCommunity = (id: string) =>
		loadOptions(account, 'getCommunityParticipants', {
			resource: 'community',
			operation: 'removeParticipants',
			communityId: byId(id),
		});

	it('offer the participants of a group, and of a community', async () => {
		for (const options of [
			await ofGroup('120363100000000012-group'),
			await ofCommunity('120363100000000010'),
		]) {
			expect(options.length).toBeGreaterThan(0);
			for (const { value } of options) expect(value).toMatch(/^\d+(@lid)?$/);
		}
	});

	it('offer all groups for linking', async () => {
		const options = await loadOptions(account, 'getCommunityGroups', {
			operation: 'linkGroups',
		});
		expect(options.map(({ value }) => value)).toContain('120363100000000012-group');
	});

	it('ask for nothing as long as nothing is chosen', async () => {
		const nothing = [{ value: '', disabled: true, description: expect.any(String) as string }];
		expect(await ofGroup('')).toMatchObject(nothing);
		expect(await ofCommunity('')).toMatchObject(nothing);
		expect(emulator.requests).toEqual([]);
	});
});

it('the operations work together as in life', async () => {
	type Answer = IDataObject & { id: string; phone: string };
	const one = async (resource: string, operation: string, parameters: INodeParameters) => {
		const { items, error } = await run(resource, operation, parameters);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		return items[0]?.json as Answer;
	};
	const created = await one('community', 'create', { name: 'Vizinhos' });
	const communityId = byId(created.id);
	const group = await one('group', 'create', {
		groupName: 'Rua de Cima',
		phones: '+55 (11) 99999-0001',
		autoInvite: false,
	});
	const other = await one('group', 'create', {
		groupName: 'Rua de Baixo',
		phones: '+55 (11) 99999-0002',
		autoInvite: false,
	});
	const groupsPhones = [group.phone, other.phone];
	await one('community', 'linkGroups', { communityId, groupsPhones });
	await one('group', 'updateName', { groupId: byId(group.phone), groupName: 'Rua Nova' });
	const { subGroups } = await one('community', 'get', { communityId });
	expect((subGroups as IDataObject[]).map(({ name }) => name)).toEqual([
		'Vizinhos',
		'Rua Nova',
		'Rua de Baixo',
	]);
	await one('community', 'unlinkGroups', { communityId, groupsPhones: groupsPhones.slice(0, 1) });
	expect(await one('community', 'deactivate', { communityId, confirm: true })).toEqual({
		success: true,
	});
});
