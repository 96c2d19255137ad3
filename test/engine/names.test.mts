import type { INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type Carrier, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

const ACACIAS = '120363100000000010';
const SCHOOL = '120363200000000020';
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const sent = () => emulator.requests.map(({ method, path }) => `${method} ${path}`);
const lastBody = () => emulator.requests.at(-1)?.body;

const inCommunity: INodeParameters = {
	resource: 'community',
	operation: 'unlinkGroups',
	communityId: byId('={{ $json.community }}'),
	groupsPhones: '={{ $json.groups }}',
};

describe.each<Carrier>(['customOperations', 'routingNode'])('a name (%s)', (carrier) => {
	const run = async (parameters: INodeParameters, ...items: RunOptions['items'] & object) =>
		await runNode({
			...{ account, parameters, carrier, onError: 'continueErrorOutput' },
			items: items.length > 0 ? items : [{}],
		});
	const errorOf = async (parameters: INodeParameters, ...items: RunOptions['items'] & object) =>
		(await run(parameters, ...items)).failedItems[0]?.json.error as string;

	it.each<[string, string | string[]]>([
		['as a text', 'bloco a, PORTARIA E SEGURANCA'],
		['as a list', ['Bloco A', 'Portaria e segurança']],
		['as a model writes it', '```json\n["Bloco A", "Portaria e segurança"]\n```'],
		['beside an ID', ['120363100000000012-group', 'Portaria e segurança']],
		['twice', ['Bloco A', '120363100000000012-group', 'Portaria  e segurança']],
	])('of groups %s is found among those of the community', async (_what, groups) => {
		const { failedItems } = await run(inCommunity, { community: ACACIAS, groups });
		expect(failedItems).toEqual([]);
		expect(sent()).toEqual([`GET /communities-metadata/${ACACIAS}`, 'POST /communities/unlink']);
		expect(lastBody()).toEqual({
			communityId: ACACIAS,
			groupsPhones: ['120363100000000012-group', '120363100000000014-group'],
		});
	});

	it('with a comma is found in a list, not in a text', async () => {
		const community = 'Pais e Mães da Escola Monteiro Lobato 📚';
		const groups = 'Associação de Pais, Mães e Mestres';
		const error = await errorOf(inCommunity, { community, groups });
		expect(error).toContain("isn't the name or the ID of a group: Associação de Pais");
		expect(error).toContain('Associação de Pais, Mães e Mestres (120363200000000028-group)');
		expect(error).toContain('if a name has one, pass a list');
		await run(inCommunity, { community, groups: [groups] });
		expect(lastBody()).toEqual({
			communityId: SCHOOL,
			groupsPhones: ['120363200000000028-group'],
		});
	});

	it('that several have is refused with their IDs', async () => {
		const error = await errorOf(inCommunity, { community: SCHOOL, groups: '3º ANO' });
		expect(error).toContain('Group Names or IDs has an entry that is the name of 2 groups: 3º ANO');
		expect(error).toContain('120363200000000022-group, 120363200000000023-group');
		expect(sent()).toEqual([`GET /communities-metadata/${SCHOOL}`]);
	});

	it('that nobody has is refused with the nearest', async () => {
		const error = await errorOf(inCommunity, { community: ACACIAS, groups: 'Blocco B' });
		expect(error).toContain("isn't the name or the ID of a group: Blocco B");
		expect(error).toContain('The nearest names are: Bloco B (120363100000000013-group)');
	});

	it('is also found without its emojis, unless it has others or another one is called so', async () => {
		const get = (name: string): INodeParameters => ({
			...{ resource: 'community', operation: 'get', communityId: byId(`=${name}`) },
		});
		expect(await errorOf(get('Igreja Batista da Esperança 🎉'))).toContain('(120363300000000030)');
		await run(get('igreja batista da esperança'));
		expect(sent().at(-1)).toBe('GET /communities-metadata/120363300000000030');
		emulator.state.communities.at(-1)!.name = 'Igreja Batista da Esperança';
		await run(get('igreja batista da esperança'));
		expect(sent().at(-1)).toBe(
			`GET /communities-metadata/${emulator.state.communities.at(-1)?.id}`,
		);
	});

	it('of another community counts for none', async () => {
		const error = await errorOf(inCommunity, { community: SCHOOL, groups: 'Bloco A' });
		expect(error).toContain("isn't the name or the ID of a group");
	});

	it('is not looked up where there are only IDs', async () => {
		const groups = ['120363100000000012-group'];
		await run(inCommunity, { community: ACACIAS, groups });
		expect(sent()).toEqual(['POST /communities/unlink']);
	});

	it.each<[string, INodeParameters, string, string]>([
		[
			'a group',
			{ resource: 'group', operation: 'getInviteLink', groupId: byId('=familia goncalves') },
			'GET /groups',
			'GET /group-invitation-link/120363500000000052-group',
		],
		[
			'a community',
			{
				resource: 'community',
				operation: 'get',
				communityId: byId('=igreja batista da esperança 🙏'),
			},
			'GET /communities',
			'GET /communities-metadata/120363300000000030',
		],
	])('of %s is found', async (_what, parameters, list, request) => {
		const { failedItems } = await run(parameters);
		expect(failedItems).toEqual([]);
		expect(sent()[0]).toBe(list);
		expect(sent().at(-1)).toBe(request);
	});

	it('is refused with what Z-API says if the list cannot be read, unless it looks like an ID', async () => {
		emulator.misbehave({ answer: { status: 500, body: { error: 'broken' } }, times: 1 });
		const tag = (value: string): INodeParameters => ({
			resource: 'chat',
			operation: 'addTag',
			phone: { __rl: true, mode: 'phone', value: '5544999999999' },
			tag: byId(value),
		});
		expect(await errorOf(tag('=Novo cliente'))).toContain('broken');
		emulator.reset();
		emulator.misbehave({ answer: { status: 500, body: { error: 'broken' } }, times: 1 });
		await run(tag('=2025'));
		expect(sent()).toEqual(['GET /tags', 'PUT /chats/5544999999999/tags/2025/add']);
	});
});

it('is looked up once a run, and in the engine of n8n once an item', async () => {
	const items = ['Bloco A', 'Bloco B', 'Portaria e segurança'].map((groups) => ({
		community: ACACIAS,
		groups,
	}));
	const count = async (carrier: Carrier) => {
		emulator.reset();
		await runNode({ account, parameters: inCommunity, items, carrier });
		return sent().filter((request) => request.startsWith('GET')).length;
	};
	expect(await count('customOperations')).toBe(1);
	expect(await count('routingNode')).toBe(3);
});
