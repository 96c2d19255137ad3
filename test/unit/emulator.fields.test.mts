import { describe, expect, it } from '@jest/globals';
import documented from '../contract/endpoints.json' with { type: 'json' };
import * as client from '../emulator/client.mts';
import type { Emulator } from '../emulator/emulator.mts';
import { useEmulator } from '../emulator/useEmulator.mts';
import type { Endpoint, Field } from '../emulator/endpoints.mts';
import { seedState } from '../emulator/seed.mts';

type Values = Record<string, unknown>;

interface Documented extends Endpoint {
	sample: { path: string; query: Values; body: Values | null };
}

const endpoints = documented as unknown as Documented[];

let emulator: Emulator;
useEmulator((started) => (emulator = started));

/** Sends the documented sample of an endpoint, with changes. */
async function send({ method, sample }: Documented, query: Values = {}, changes?: Values) {
	const values = Object.entries({ ...sample.query, ...query }).filter(
		([, value]) => value !== undefined,
	);
	const search = new URLSearchParams(values as Array<[string, string]>).toString();
	const body =
		sample.body || changes || method === 'POST' ? { ...sample.body, ...changes } : undefined;
	const path = search ? `${sample.path}?${search}` : sample.path;
	return client.answer(emulator, path, { method, body });
}

function refusal(error: string | RegExp) {
	return client.refused(400, expect.stringMatching(error));
}

/** A value of another type than the documented one. */
function wrongValue({ type }: Field) {
	return type === 'string' ? 7 : 'wrong';
}

function rows(pick: (endpoint: Documented) => Field[], wanted: (field: Field) => boolean) {
	return endpoints.flatMap((endpoint) =>
		pick(endpoint)
			.filter(wanted)
			.map((field): [string, string, Documented, Field] => [
				endpoint.id,
				field.name,
				endpoint,
				field,
			]),
	);
}

const ofBody = ({ body }: Documented) => body;
const ofQuery = ({ query }: Documented) => query;

// A path can serve several endpoints; a request that fits none gets the errors of the closest.
const alternatives = /^(groupId|communityId)$/;
// Without them, it is a text that mentions nobody.
const mentions = /^(mentioned|groupMentioned|mentionAll)$/;

describe('what the documentation says of each endpoint', () => {
	it.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
		'lets the documented sample of %s through',
		async (_id, endpoint) => {
			const { status, body } = await send(endpoint);
			if (status === 200) return;
			// The samples' groups and communities aren't the emulator's.
			const notFound = /^(Community|Group|Invitation) not found$/;
			expect({ status, body }).toEqual(refusal(notFound));
		},
	);

	it.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
		'refuses an unknown field and an unknown query parameter of %s',
		async (_id, endpoint) => {
			// A GET from here can't have a body.
			if (endpoint.method !== 'GET') {
				const unknown = refusal(/^unheardOf is unknown$/);
				expect(await send(endpoint, {}, { unheardOf: 1 })).toEqual(unknown);
			}
			const query = { unheardOf: '1' };
			expect(await send(endpoint, query)).toEqual(
				refusal(/^Query parameter unheardOf is unknown$/),
			);
			expect(emulator.state).toEqual(seedState());
		},
	);

	it.each(rows(ofBody, ({ name, required }) => required && !mentions.test(name)))(
		'refuses %s without %s',
		async (_id, name, endpoint) => {
			const error = alternatives.test(name) ? / is missing$/ : `^${name} is missing$`;
			expect(await send(endpoint, {}, { [name]: undefined })).toEqual(refusal(error));
			expect(emulator.state).toEqual(seedState());
		},
	);

	it.each(rows(ofBody, () => true))(
		'refuses %s with %s of a wrong type',
		async (_id, name, endpoint, field) => {
			for (const value of [wrongValue(field), null, { a: 1 }]) {
				const error = `^${name} must be of type ${field.type}$`;
				expect(await send(endpoint, {}, { [name]: value })).toEqual(refusal(error));
			}
			expect(emulator.state).toEqual(seedState());
		},
	);

	it.each(rows(ofBody, (field) => field.enum !== undefined))(
		'refuses %s with %s that is not on the list',
		async (_id, name, endpoint) => {
			expect(await send(endpoint, {}, { [name]: 'wrong' })).toEqual(
				refusal(`^${name} must be one of `),
			);
		},
	);

	it.each(rows(ofQuery, ({ required }) => required))(
		'refuses %s without the query parameter %s',
		async (_id, name, endpoint) => {
			const error = `^Query parameter ${name} is missing$`;
			expect(await send(endpoint, { [name]: undefined })).toEqual(refusal(error));
		},
	);

	it.each(rows(ofQuery, ({ type }) => type !== 'string'))(
		'refuses %s with the query parameter %s of a wrong type',
		async (_id, name, endpoint, { type }) => {
			const error = `^Query parameter ${name} must be of type ${type}$`;
			expect(await send(endpoint, { [name]: 'wrong' })).toEqual(refusal(error));
		},
	);
});

describe('endpoints that share a path', () => {
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
			expect(await post(path, both)).toEqual(refusal(/^communityId is unknown$/));
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
