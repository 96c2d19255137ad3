import type { Emulator } from '../emulator/emulator.mts';
import { useEmulator } from '../emulator/useEmulator.mts';
import { loadOptions, searchList, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

const failures: Array<[string, () => void, RegExp, RegExp]> = [
	[
		'a refusal',
		() => emulator.misbehave({ answer: { status: 401, body: { error: 'null not allowed' } } }),
		/null not allowed/,
		/Client-Token/,
	],
	['a broken connection', () => emulator.misbehave({ hangUp: 'before' }), /broke/, /./],
	[
		'garbage',
		() => emulator.misbehave({ answer: { body: '<title>Oops</title>' } }),
		/Oops/,
		/Base URL/,
	],
	['a fault', () => emulator.misbehave({ answer: { status: 502 } }), /status 502/, /later/],
];

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

	it('ends with a server that never runs out', async () => {
		const answer = { body: {} };
		emulator.misbehave({
			when: ({ query }) => {
				answer.body = [{ id: query.page, name: `Página ${query.page}` }];
				return true;
			},
			answer,
		});
		expect((await search()).results).toHaveLength(100);
		expect(emulator.requests).toHaveLength(100);
	});

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
			await expect(search()).rejects.toMatchObject({
				name: 'NodeApiError',
				message: expect.stringMatching(message) as string,
				description: expect.stringMatching(description) as string,
			});
		},
	);
});

describe('the groups of a community', () => {
	const load = (communityId: unknown) =>
		loadOptions(account, 'getCommunityGroups', {
			communityId: { __rl: true, mode: 'list', value: communityId } as never,
		});

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
		'are none, without a request, as long as the community is %j',
		async (communityId) => {
			expect(await load(communityId)).toEqual([]);
			expect(emulator.requests).toEqual([]);
		},
	);

	it('are asked for with an ID full of URL characters in one segment of the path', async () => {
		const communityId = '../x?y=z&a#b%2F é';
		await expect(load(communityId)).rejects.toThrow();
		expect(emulator.requests.map(({ path }) => path)).toEqual([
			`/communities-metadata/${encodeURIComponent(communityId)}`,
		]);
	});

	it.each(failures)(
		'say why they can not load: %s',
		async (_name, misbehave, message, description) => {
			misbehave();
			await expect(load('1')).rejects.toMatchObject({
				message: expect.stringMatching(message) as string,
				description: expect.stringMatching(description) as string,
			});
		},
	);
});

describe('the list of chats', () => {
	const search = (filter?: string) => searchList(account, 'searchChats', filter);

	it('offers people, groups and channels by name, and those without a name by their number', async () => {
		const { results } = await search();
		const { groups, chats, connectedPhone } = emulator.state;
		const own = groups.filter(({ participants }) =>
			participants.some(({ phone }) => phone === connectedPhone),
		);
		const expected = [...own, ...chats].map(({ phone }) => phone);
		expect(results.map(({ value }) => value).sort()).toEqual(expected.sort());
		const unnamed = chats.filter(({ name }) => !name).map(({ phone }) => phone);
		expect(unnamed.length).toBeGreaterThan(0);
		expect(results).toEqual(
			expect.arrayContaining(unnamed.map((phone) => ({ name: phone, value: phone }))),
		);
	});

	it('finds a chat by part of its name, without its accents', async () => {
		const { results } = await search('familia');
		expect(results.map(({ name }) => name)).toEqual(['Família Gonçalves']);
	});

	it.each(failures)('says what is wrong after %s', async (_, spoil, message, description) => {
		spoil();
		await expect(search()).rejects.toMatchObject({
			message: expect.stringMatching(message) as string,
			description: expect.stringMatching(description) as string,
		});
	});
});
