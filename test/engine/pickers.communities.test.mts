import { loadOptions, searchList } from './editorHarness.mts';
import {
	emulator,
	account,
	failures,
	expectListFailure,
	expectDropdownFailure,
	nothing,
} from './picking.mts';

describe('the list of communities', () => {
	const search = (filter?: string) => searchList(account, 'searchCommunities', filter);

	function hold(count: number): void {
		emulator.state.communities = Array.from({ length: count }, (_, index) => ({
			id: String(120363000000000000n + BigInt(index)),
			name: `Comunidade ${index}`,
			description: '',
			subGroups: [],
		}));
	}

	it('offers every community by name, in the order of the names', async () => {
		const { results } = await search();
		const expected = emulator.state.communities.map(({ id, name }) => ({ name, value: id }));
		expect(results).toHaveLength(expected.length);
		expect(results).toEqual(expect.arrayContaining(expected));
		const names = results.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	});

	it.each([0, 1, 99, 100, 101, 250])('has all of %d communities', async (count) => {
		hold(count);
		const { results } = await search();
		expect(new Set(results.map(({ value }) => value)).size).toBe(count);
		expect(results).toHaveLength(count);
	});

	it('has all of them from a server with small pages', async () => {
		const communities = Array.from({ length: 7 }, (_, index) => ({
			id: String(index),
			name: `Comunidade ${index}`,
		}));
		for (const page of [1, 2, 3, 4]) {
			emulator.misbehave({
				when: ({ query }) => query.page === String(page),
				answer: { body: communities.slice((page - 1) * 3, page * 3) },
			});
		}
		expect((await search()).results).toHaveLength(7);
	});

	it('ends with a server that ignores paging', async () => {
		emulator.misbehave({ answer: { body: [{ id: '1', name: 'Sempre' }] } });
		expect((await search()).results).toEqual([{ name: 'Sempre', value: '1' }]);
		expect(emulator.requests.length).toBeLessThanOrEqual(2);
	});

	it('says so when a full page comes again, since nobody can tell whether there is more', async () => {
		const body = Array.from({ length: 100 }, (_, id) => ({ id: String(id), name: 'Sempre' }));
		emulator.misbehave({ answer: { body } });
		await expectListFailure(search(), /sent page 1 again/, /^Try again\. You can also enter an ID/);
		expect(emulator.requests).toHaveLength(2);
	});

	it.each([[{}], [{ data: [] }], [{ communities: [{ id: '1' }] }]])(
		'says so when the answer is no list: %j',
		async (body) => {
			emulator.misbehave({ answer: { body } });
			await expectListFailure(search(), /documented format: it isn't a list/, /enter an ID/);
		},
	);

	it('is searched without regard to case and accents, or by ID', async () => {
		emulator.state.communities = [
			{ id: '111', name: 'Condomínio São João ☀️', description: '', subGroups: [] },
			{ id: '222', name: 'Pais da Escola', description: '', subGroups: [] },
		];
		for (const filter of ['sao joao', 'CONDOMINIO', 'São', ' joão ', '☀️', '111']) {
			expect((await search(filter)).results.map(({ value }) => value)).toEqual(['111']);
		}
		expect((await search('nothing like it')).results).toEqual([]);
	});

	it('shows the ID of a community without a name', async () => {
		emulator.misbehave({ answer: { body: [{ id: '333', name: '' }] } });
		expect((await search()).results).toEqual([{ name: '333', value: '333' }]);
	});

	it.each(failures)(
		'says why it can not load: %s',
		async (_name, misbehave, message, description) => {
			misbehave();
			await expectListFailure(search(), message, description);
		},
	);
});

describe('the groups of a community', () => {
	const load = (communityId: unknown, groupsPhones: string[] | string = []) =>
		loadOptions(account, 'getCommunityGroups', {
			communityId: { __rl: true, mode: 'list', value: communityId } as never,
			groupsPhones,
		});
	const paths = () => emulator.requests.map(({ path }) => path);

	it('are offered by name, without the announcement group', async () => {
		for (const { id, subGroups } of emulator.state.communities) {
			const groups = subGroups.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement);
			const options = await load(id);
			expect(options.map(({ value }) => value).sort()).toEqual(
				groups.map(({ phone }) => phone).sort(),
			);
			for (const { name, phone } of groups) {
				expect(options.find(({ value }) => value === phone)?.name).toContain(name);
			}
		}
	});

	it('can be told apart when they share a name', async () => {
		emulator.misbehave({
			answer: {
				body: {
					subGroups: [
						{ name: 'Avisos', phone: '1-group' },
						{ name: 'Avisos', phone: '2-group' },
						{ name: '', phone: '3-group' },
					],
				},
			},
		});
		expect(await load('1')).toEqual([
			{ name: '3-group', value: '3-group' },
			{ name: 'Avisos (1-group)', value: '1-group' },
			{ name: 'Avisos (2-group)', value: '2-group' },
		]);
	});

	it.each([[''], ['  '], ['..'], [undefined], [null], ['={{ $json.id }}']])(
		'are not asked for as long as the community is %j: a line that can not be chosen says so',
		async (communityId) => {
			expect(await load(communityId)).toEqual([
				nothing(
					'Choose the community first. If an expression chooses it, use an expression here, too.',
				),
			]);
			expect(emulator.requests).toEqual([]);
		},
	);

	it('are none beside the announcement group: a line that can not be chosen says so', async () => {
		const [community] = emulator.state.communities;
		community!.subGroups = community!.subGroups.filter((group) => group.isGroupAnnouncement);
		expect(await load(community!.id)).toEqual([
			nothing("This community has no other groups. Its announcement group can't be unlinked."),
		]);
	});

	it("keep the names of those chosen for another community, and say that they aren't in this one", async () => {
		const [community, other] = emulator.state.communities;
		const own = community!.subGroups.find((group) => !group.isGroupAnnouncement)!;
		const foreign = other!.subGroups.find((group) => !group.isGroupAnnouncement)!;
		const options = await load(community!.id, [foreign.phone, own.phone, '999-group']);
		expect(options.slice(-2)).toEqual([
			{ name: `${foreign.name} (not in this community)`, value: foreign.phone },
			{ name: '999-group (not in this community)', value: '999-group' },
		]);
		expect(options.filter(({ value }) => value === own.phone)).toHaveLength(1);
	});

	it('keep the names of those chosen before the community is', async () => {
		const { name, phone } = emulator.state.communities[0]!.subGroups[1]!;
		const options = await load('', [phone]);
		expect(options).toEqual([expect.objectContaining({ value: '' }), { name, value: phone }]);
	});

	it('are read without the list of all groups as long as nothing else is chosen', async () => {
		const { id, subGroups } = emulator.state.communities[0]!;
		const groups = subGroups.filter((group) => !group.isGroupAnnouncement);
		for (const chosen of [[], groups.map(({ phone }) => phone), '={{ $json.groups }}', ['']]) {
			await load(id, chosen);
		}
		expect(new Set(paths())).toEqual(new Set([`/communities-metadata/${id}`]));
	});

	it('are asked for with an ID full of URL characters in one segment of the path', async () => {
		const communityId = '../x?y=z&a#b%2F é';
		await expect(load(communityId)).rejects.toThrow();
		expect(paths()).toEqual([`/communities-metadata/${encodeURIComponent(communityId)}`]);
	});

	it.each(failures)(
		'say why they can not load: %s',
		async (_name, misbehave, message, description) => {
			misbehave();
			await expectDropdownFailure(load('1'), message, description);
		},
	);
});

describe('the groups to link to a community', () => {
	const load = (groupsPhones: string[]) =>
		loadOptions(account, 'getCommunityGroups', { operation: 'linkGroups', groupsPhones });

	it('are all groups of the connected number, and say which of the chosen ones is none of them', async () => {
		const options = await load(['999-group']);
		expect(options.length).toBeGreaterThan(1);
		expect(options.at(-1)).toEqual({
			name: '999-group (not one of your groups)',
			value: '999-group',
		});
	});

	it('are none: a line that can not be chosen says so', async () => {
		emulator.misbehave({ answer: { body: [] } });
		expect(await load([])).toEqual([nothing("The connected number isn't in any group.")]);
	});
});
