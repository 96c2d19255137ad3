import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { loadOptions, runNode, searchList, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

function run(
	resource: string,
	operation: string,
	parameters: INodeParameters,
	options: Partial<RunOptions> = {},
) {
	return runNode({ account, parameters: { resource, operation, ...parameters }, ...options });
}

const jsons = (items: INodeExecutionData[]) => items.map(({ json }) => json);

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
		expect(error?.message).toBe(`Limit isn't a whole number above 0: ${limit} [item 0]`);
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
		expect(error?.message).toMatch(/^Return All isn't true or false: .* \[item 0\]$/);
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
			/^Group (is empty|isn't (a group's ID|the name or the ID of a group): .+|looks like .+, not a group's ID: .+) \[item 0\]$/,
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
			"Group looks like a community's ID, not a group's ID: 120363019502650977 [item 0]",
			"Community looks like a group's ID, not a community's ID: 120363019502650977-group [item 0]",
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
					error: expect.stringMatching(/^Community is empty \[item 0\]\. \w/) as string,
				},
				pairedItem: { item: 0 },
			},
		]);
	});
});

describe('phone numbers', () => {
	it('go out as Z-API wants them', async () => {
		emulator.misbehave({ answer: { body: { value: true } } });
		await run('group', 'addParticipants', {
			groupId: byId('120363019502650977-group'),
			phones: '+55 (44) 99999-9999, 5511988888888',
			autoInvite: true,
		});
		expect(emulator.requests[0]?.text).toBe(
			JSON.stringify({
				autoInvite: true,
				groupId: '120363019502650977-group',
				phones: ['5544999999999', '5511988888888'],
			}),
		);
	});

	it('that can not be any are refused, naming the item, and nobody is added', async () => {
		const { items } = await run(
			'group',
			'addParticipants',
			{ groupId: byId('1-group'), phones: '={{ $json.phones }}', autoInvite: false },
			{ items: [{ phones: '5544999999999, fulano' }], onError: 'continueRegularOutput' },
		);
		expect(items[0]?.json.error).toMatch(
			/^Phones has an entry that isn't a phone number: fulano \[item 0\]\. /,
		);
		expect(emulator.requests).toEqual([]);
	});
});

describe('an @lid', () => {
	const LID = '999999999999999@lid';

	it.each<[string, string, INodeParameters]>([
		['group', 'create', { groupName: 'Bloco A' }],
		['group', 'addParticipants', { groupId: byId('1-group') }],
		['community', 'addParticipants', { communityId: byId('1') }],
	])('is refused by %s.%s, as Z-API takes none there', async (resource, operation, parameters) => {
		const { error } = await run(resource, operation, { ...parameters, phones: LID });
		expect(error?.message).toBe(
			`Phones has an entry that looks like an @lid, not a phone number: ${LID} [item 0]`,
		);
		expect(error?.description).toMatch(/^Z-API adds people by phone number/);
		expect(emulator.requests).toEqual([]);
	});

	it('names a participant', async () => {
		emulator.misbehave({ answer: { body: { value: true } } });
		await run('group', 'removeParticipants', { groupId: byId('1-group'), phones: [LID] });
		expect(emulator.requests[0]?.body).toEqual({ groupId: '1-group', phones: [LID] });
	});
});

describe('a photo', () => {
	const PIXEL =
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
	const file = (changes: IDataObject = {}): INodeExecutionData => ({
		json: { note: 'mine' },
		binary: { data: { data: PIXEL, mimeType: 'image/png', ...changes } },
	});

	function update(parameters: INodeParameters, item: INodeExecutionData) {
		emulator.misbehave({ answer: { body: { value: true } } });
		return run(
			'group',
			'updatePhoto',
			{ groupId: byId('120363019502650977-group'), ...parameters },
			{ fullItems: [item], onError: 'continueErrorOutput' },
		);
	}

	it.each([['https://example.com/photo.png'], ['data:image/jpeg;base64,AAAA']])(
		'may be given as %s',
		async (groupPhoto) => {
			await update({ mediaSource: 'text', groupPhoto }, { json: {} });
			expect(emulator.requests[0]?.body).toEqual({
				groupId: '120363019502650977-group',
				groupPhoto,
			});
		},
	);

	it('may be a file of the item', async () => {
		const { items } = await update({ mediaSource: 'file', binaryPropertyName: 'data' }, file());
		expect(jsons(items)).toEqual([{ value: true }]);
		expect(emulator.requests[0]?.body).toEqual({
			groupId: '120363019502650977-group',
			groupPhoto: `data:image/png;base64,${PIXEL}`,
		});
	});

	it.each<[string, INodeParameters, INodeExecutionData, string, string]>([
		[
			'a missing file',
			{ binaryPropertyName: 'other' },
			file(),
			"isn't a field that holds a file: other",
			'The files of this item are in: data.',
		],
		[
			'an item without files',
			{ binaryPropertyName: 'data' },
			{ json: {} },
			"isn't a field that holds a file: data",
			'This item has no file.',
		],
		[
			'a file where its name is due',
			{ binaryPropertyName: '={{ $binary.data }}' },
			file(),
			"isn't a field that holds a file: {",
			'The files of this item are in: data.',
		],
		[
			'a file of another kind',
			{ binaryPropertyName: 'data' },
			file({ mimeType: 'application/pdf' }),
			"isn't an image file",
			'JPEG',
		],
	])('is refused in words: %s', async (_what, parameters, item, words, advice) => {
		const { failedItems } = await update({ mediaSource: 'file', ...parameters }, item);
		expect(failedItems[0]?.json.error).toContain(words);
		expect(JSON.stringify(failedItems[0]?.json)).toContain(advice);
		expect(failedItems[0]?.json).toMatchObject(item.json);
		expect(emulator.requests).toEqual([]);
	});

	it.each([
		['={{ $binary.data }}', 'Photo is a file, not the address of one [item 0]'],
		['={{ $binary.data.mimeType }}', 'Photo is neither an address nor an image file: image/png'],
	])('is refused as %s, with a word on where files go', async (groupPhoto, words) => {
		const { failedItems } = await update({ mediaSource: 'text', groupPhoto }, file());
		expect(failedItems[0]?.json.error).toContain(words);
		expect(JSON.stringify(failedItems[0]?.json)).toContain('File From a Previous Step');
		expect(emulator.requests).toEqual([]);
	});

	it('is refused when it is neither an address nor a picture', async () => {
		const { failedItems } = await update(
			{ mediaSource: 'text', groupPhoto: 'photo.png' },
			{ json: {} },
		);
		expect(failedItems[0]?.json.error).toContain(
			'is neither an address nor an image file: photo.png',
		);
	});
});

describe('other values', () => {
	it('a switch takes true and false only', async () => {
		const { items } = await run(
			'group',
			'updateSettings',
			{ phone: byId('1-group'), adminOnlyMessage: '={{ $json.x }}' },
			{ items: [{ x: 'sim' }], onError: 'continueRegularOutput' },
		);
		expect(items[0]?.json.error).toMatch(
			/^Only Admins Send Messages isn't true or false: sim \[item 0\]\. /,
		);
	});

	it('a choice takes documented values only', async () => {
		const { items } = await run(
			'community',
			'updateSettings',
			{ communityId: byId('1'), whoCanAddNewGroups: '={{ $json.x }}' },
			{ items: [{ x: 'nobody' }], onError: 'continueRegularOutput' },
		);
		expect(items[0]?.json.error).toContain("isn't one of the possible values: nobody");
	});

	it('a description that was not asked for is not sent', async () => {
		await run('community', 'create', { name: 'Vizinhos' });
		expect(emulator.requests[0]?.body).toEqual({ name: 'Vizinhos' });
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
