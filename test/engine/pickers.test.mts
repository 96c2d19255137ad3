import { ExpressionError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { credentialOf } from './harness.mts';
import { loadOptions, searchList, withoutField } from './editorHarness.mts';
import {
	emulator,
	account,
	failures,
	expectListFailure,
	expectDropdownFailure,
	nothing,
} from './picking.mts';

describe.each([
	['getGroupParticipants', 'groupId', 'group'],
	['getCommunityParticipants', 'communityId', 'community'],
] as const)('the participants: %s', (method, field, what) => {
	const load = (id: string, phones: string[] = []) =>
		loadOptions(account, method, {
			resource: what,
			operation: 'removeParticipants',
			[field]: { __rl: true, mode: 'list', value: id },
			phones,
		});
	const filled = () =>
		what === 'group'
			? emulator.state.groups.find(({ participants }) => participants.length > 1)!.phone
			: emulator.state.communities[0]!.id;

	it('are offered, and say which of the chosen ones is none of them', async () => {
		const offered = await load(filled());
		expect(offered.length).toBeGreaterThan(1);
		const chosen = String(offered[0]!.value);
		expect(await load(filled(), [chosen, '5521911111111'])).toEqual([
			...offered,
			{ name: `5521911111111 (not in this ${what})`, value: '5521911111111' },
		]);
	});

	it(`are not asked for before the ${what} is chosen: a line that can not be chosen says so`, async () => {
		expect(await load('')).toEqual([
			nothing(
				`Choose the ${what} first. If an expression chooses it, use an expression here, too.`,
			),
		]);
		expect(emulator.requests).toEqual([]);
	});

	it('are none: a line that can not be chosen says so', async () => {
		emulator.misbehave({ answer: { body: {} } });
		expect(await load('1')).toEqual([nothing(`Z-API doesn't list this ${what}'s participants.`)]);
	});

	it.each(failures)('say why they can not load: %s', async (_, spoil, message, description) => {
		spoil();
		await expectDropdownFailure(load('1'), message, description);
	});
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
		await expectListFailure(search(), message, description);
	});
});

describe('a credential whose token is an expression', () => {
	const leftOut = () => withoutField(account, 'token');
	/** As an n8n gives it that can't leave out a field. */
	const failing = () =>
		Object.defineProperty({ ...credentialOf(account) }, 'token', {
			enumerable: true,
			get() {
				throw new ExpressionError("Node '' hasn't been executed");
			},
		}) as ICredentialDataDecryptedObject;

	it.each([
		[/^Instance Token in the Z-API credential is an expression, which only/, leftOut],
		[/^A field in the Z-API credential is an expression, which only/, failing],
	])('lists nothing, and says why: %s', async (message, make) => {
		const advice = /^So nothing can be listed here\. Choose By ID/;
		await expectListFailure(searchList(account, 'searchTags', '', {}, make()), message, advice);
		const load = loadOptions(account, 'getBusinessCategories', {}, make());
		await expectDropdownFailure(load, message, advice);
		expect(emulator.requests).toEqual([]);
	});
});

const peopleAndGroups = [
	{ phone: '5544999999999', name: 'Maria' },
	{ phone: '999999999999999@lid', name: 'João' },
	{ phone: '120363019502650977-group', name: 'Bloco A' },
	{ phone: '120363166555745933@newsletter', name: 'Notícias' },
	{ phone: '1779474934@broadcast', name: 'Clientes' },
];

describe.each([
	[
		'channels',
		'searchChannels',
		[{ id: '120363166555745933@newsletter', name: 'Notícias' }],
		[{ name: 'Notícias', value: '120363166555745933@newsletter' }],
		{},
	],
	[
		'broadcast lists',
		'searchBroadcastLists',
		[{ broadcastId: '1779474934@broadcast', name: 'Clientes', phones: [] }],
		[{ name: 'Clientes', value: '1779474934@broadcast' }],
		{ page: '1', pageSize: '100' },
	],
	[
		'people, without groups and channels,',
		'searchPeople',
		peopleAndGroups,
		[
			{ name: 'João', value: '999999999999999@lid' },
			{ name: 'Maria', value: '5544999999999' },
		],
		{ page: '1', pageSize: '100' },
	],
])('the list of %s', (_, method, body, expected, query) => {
	const search = (filter?: string) => searchList(account, method, filter);

	it('offers them by name, and asks for nothing that is not documented', async () => {
		emulator.misbehave({ answer: { body } });
		expect((await search()).results).toEqual(expected);
		expect(emulator.requests[0]?.query).toEqual(query);
	});

	it.each(failures)('says why it can not load: %s', async (_name, spoil, message, description) => {
		spoil();
		await expectListFailure(search(), message, description);
	});
});
