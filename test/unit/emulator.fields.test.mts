import { describe, expect, it } from '@jest/globals';
import {
	endpoints as documented,
	endpointOf,
	type Endpoint,
	type Field,
} from '../../tools/contract/endpoints.mts';
import * as client from '../../tools/emulator/client.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { answerRequest } from '../../tools/emulator/answering.mts';
import { noQuirks } from '../../tools/emulator/quirks.mts';
import { seedAccount, seedState } from '../../tools/emulator/seed.mts';
import type { State } from '../../tools/emulator/types.mts';

type Values = Record<string, unknown>;

const endpoints = documented.filter(({ auth }) => auth === 'instance');

let emulator: Emulator;

/** What the requests of this file that go past the network reach. */
const { instance, token, clientToken } = seedAccount;
const address = `/instances/${instance}/token/${token}`;

/** Answers the documented sample of an endpoint, with changes; undefined takes a field out. */
function answerSample(
	{ method, sample }: Endpoint,
	{ query = {}, body, state = refusing }: { query?: Values; body?: Values; state?: State },
) {
	const isGiven = ([, value]: [string, unknown]) => value !== undefined;
	const values = Object.entries({ ...sample.query, ...query }).filter(isGiven);
	const changed = { ...sample.body, ...body };
	const sent = body && '$' in body ? body.$ : Array.isArray(sample.body) ? sample.body : changed;
	const text = method === 'GET' && !body ? '' : (JSON.stringify(sent) ?? '');
	const { status = 200, body: answered } = answerRequest(
		{
			...{ method, path: sample.path, target: address + sample.path, text },
			query: Object.fromEntries(values.map(([name, value]) => [name, String(value)])),
			headers: { 'client-token': clientToken, 'content-type': 'application/json' },
			body: text === '' ? undefined : (JSON.parse(text) as unknown),
		},
		[{ account: seedAccount, state, quirks: noQuirks(), httpsWebhooksOnly: false }],
	);
	return { status, body: answered };
}

/** The state that every request meets which is refused. */
const refusing = seedState();

function refusal(error: string | RegExp) {
	return client.refused(400, expect.stringMatching(error));
}

/** Values that a field isn't documented to take; an object of another form is refused for what is in it. */
function wrongValues({ type }: Field, place: 'body' | 'query'): unknown[] {
	if (place === 'query') return ['wrong'];
	return [type === 'string' ? 7 : 'wrong', null, ...(type === 'object' ? [] : [{ a: 1 }])];
}

// A path can serve several endpoints; a request that fits none gets the errors of the closest.
const isShared = ({ method, path, id }: Endpoint) =>
	endpoints.some(
		(other) =>
			other.id !== id &&
			other.method === method &&
			other.path.replace(/{.*?}/g, '') === path.replace(/{.*?}/g, ''),
	);

describe('what the documentation knows nothing of', () => {
	it.each(['create-tag', 'get-chats', 'instance-status'])(
		'is refused by %s, as a field and in the query',
		(id) => {
			const endpoint = endpointOf(id);
			expect(answerSample(endpoint, { body: { unheardOf: 1 } })).toEqual(
				refusal(/^unheardOf is unknown$/),
			);
			expect(answerSample(endpoint, { query: { unheardOf: '1' } })).toEqual(
				refusal(/^Query parameter unheardOf is unknown$/),
			);
		},
	);
});

/** One field of each kind, and an endpoint that has it and that its path is enough to tell. */
const kinds = new Map(
	endpoints
		.filter((endpoint) => !isShared(endpoint))
		.flatMap((endpoint) =>
			(['body', 'query'] as const).flatMap((place) =>
				endpoint[place].map((field) => ({ endpoint, place, field, ...field })),
			),
		)
		.map((each) => [
			[each.place, each.type, each.enum && 'enum', each.required, each.name === '$'].join(),
			each,
		]),
);

it.each([...kinds.values()])(
	'in the $place, $name of $endpoint.id is of its type, among its values, and there if it is needed',
	({ endpoint, place, field, name, type, required }) => {
		const inWords = { body: name === '$' ? 'The body' : name, query: `Query parameter ${name}` }[
			place
		];
		const answerWith = (value: unknown) => answerSample(endpoint, { [place]: { [name]: value } });
		if (place === 'body' || type !== 'string') {
			for (const value of wrongValues(field, place)) {
				expect(answerWith(value)).toEqual(refusal(`^${inWords} must be of type ${type}$`));
			}
		}
		if (field.enum) {
			const value = type.startsWith('array') ? ['wrong'] : 'wrong';
			expect(answerWith(value)).toEqual(refusal(`^${inWords} must be one of `));
		}
		if (required && name !== '$') {
			expect(answerWith(undefined)).toEqual(refusal(`^${inWords} is missing$`));
		}
	},
);

it('nothing is changed by what is refused', () => {
	expect(refusing).toEqual(seedState());
});

describe('an endpoint that changes nothing', () => {
	useEmulator((started) => (emulator = started));
	const { shape } = endpointOf('list-collections').response;
	const collections = (query = '') => client.answer(emulator, `/catalogs/collection${query}`);

	it('gives the documented answer', async () => {
		expect(await collections()).toEqual(client.ok(shape));
	});

	it('comes to an end behind a cursor', async () => {
		const end = { ...shape, collections: [], nextCursor: null };
		expect(await collections('?nextCursor=AQHR')).toEqual(client.ok(end));
	});

	it('comes to an end behind its first page', async () => {
		const lists = (query: string) => client.answer(emulator, `/broadcast?${query}`);
		const { response } = endpointOf('list-broadcast');
		expect(await lists('page=1&pageSize=20')).toEqual(client.ok(response.shape));
		expect(await lists('page=2&pageSize=20')).toEqual(client.ok([]));
	});

	it('says nothing where nothing is documented', async () => {
		const response = await client.send(emulator, '/queue', { method: 'DELETE' });
		expect([response.status, await response.text()]).toEqual([200, '']);
	});
});

describe('endpoints that share a path', () => {
	useEmulator((started) => (emulator = started));
	const post = (path: string, body: unknown) => client.answer(emulator, path, { body });
	const group = '120363100000000012-group';
	const community = '120363100000000010';
	const phones = ['5511900000031'];
	const shared = ['/remove-participant', '/add-admin', '/remove-admin'];

	it('are told apart by the name of the id', async () => {
		for (const path of shared) {
			expect((await post(path, { groupId: group, phones })).status).toBe(200);
			expect((await post(path, { communityId: community, phones })).status).toBe(200);
			const swapped = { groupId: community, phones };
			expect(await post(path, swapped)).toEqual(refusal(/^Group not found$/));
			const swappedToo = { communityId: group, phones };
			expect(await post(path, swappedToo)).toEqual(refusal(/^Community not found$/));
		}
	});

	it('take one id, not both', async () => {
		for (const path of shared) {
			const both = { groupId: group, communityId: community, phones };
			expect(await post(path, both)).toEqual(refusal(/^(communityId|groupId) is unknown$/));
		}
	});

	it('give the errors of the closest', async () => {
		const byCommunity = { communityId: community, phones: '5511900000031', autoInvite: true };
		const wrongType = refusal(/^phones must be of type array<string>$/);
		expect(await post('/add-participant', byCommunity)).toEqual(wrongType);
		expect(await post('/add-participant', { communityId: 7, phones })).toEqual(
			refusal(/^autoInvite is missing$/),
		);
		expect(await post('/add-participant', [])).toEqual(refusal(/^The body must be a JSON object$/));
		const wrongMention = { phone: group, message: '', mentionAll: 'yes' };
		expect(await post('/send-text', wrongMention)).toEqual(
			refusal(/^mentionAll must be of type boolean$/),
		);
	});

	it('are told apart by the form of the id in the path', async () => {
		const links = new Set<unknown>();
		for (const id of [group, '5511999999999-1623281429', community]) {
			const { status, body } = await post(`/redefine-invitation-link/${id}`, {});
			expect(status).toBe(200);
			links.add((body as { invitationLink: string }).invitationLink);
		}
		expect(links.size).toBe(3);
		expect(await post('/redefine-invitation-link/1', {})).toEqual(refusal(/^Community not found$/));
		expect(await post('/redefine-invitation-link/1-group', {})).toEqual(
			refusal(/^Group not found$/),
		);
	});
});
