import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { endpointOf, endpoints, type Field } from '../../tools/contract/endpoints.mts';
import * as client from '../../tools/emulator/client.mts';
import {
	startEmulator,
	type Emulator,
	type EmulatorOptions,
} from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { handlers } from '../../tools/emulator/handlers.mts';
import { seedAccount, seedState } from '../../tools/emulator/seed.mts';
import { findProblem } from '../../tools/emulator/validation.mts';

const [condominium, school, church] = seedState().communities as [Seed, Seed, Seed];
type Seed = ReturnType<typeof seedState>['communities'][number];

let emulator: Emulator;
useEmulator((started) => (emulator = started));

const { ok } = client;
type Call = client.Call & { of?: Emulator };

async function send(path: string, { of = emulator, ...call }: Call = {}) {
	return client.send(of, path, call);
}

async function answer(path: string, { of = emulator, ...call }: Call = {}) {
	return client.answer(of, path, call);
}

function refused(status: number, error: unknown = expect.any(String)) {
	return client.refused(status, error);
}

function phonesOf(community: Seed) {
	return community.subGroups
		.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement)
		.map(({ phone }) => phone);
}

function first(community: Seed) {
	return phonesOf(community)[0] as string;
}

function change(verb: 'link' | 'unlink', communityId: unknown, groupsPhones: unknown) {
	return answer(`/communities/${verb}`, { body: { communityId, groupsPhones } });
}

async function withEmulator(options: EmulatorOptions, use: (other: Emulator) => Promise<void>) {
	const other = await startEmulator(options);
	try {
		await use(other);
	} finally {
		await other.close();
	}
}

describe('the seed', () => {
	const { communities, groups, connectedPhone, ...rest } = seedState();
	const people = groups.flatMap(({ participants }) => participants);

	it('has ids in the documented form, none twice', () => {
		const phones = groups.map(({ phone }) => phone);
		for (const { id } of communities) expect(id).toMatch(/^\d{18}$/);
		const [old, ...others] = phones.filter((phone) => !/^\d{18}-group$/.test(phone));
		expect(old).toMatch(/^\d{13}-\d{10}$/);
		expect(others).toEqual([]);
		const ids = [...communities.map(({ id }) => id), ...phones.map((id) => id.slice(0, 18))];
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('has the details of every group of its communities, and groups outside them', () => {
		const inCommunities = communities.flatMap(({ subGroups }) => subGroups);
		for (const { phone, name } of inCommunities) {
			expect(groups.filter((group) => group.phone === phone)).toMatchObject([{ name }]);
		}
		expect(groups.length).toBeGreaterThan(inCommunities.length);
	});

	it('has groups that the connected number is admin, ordinary member and no member of', () => {
		const ranks = groups.map(({ participants }) => {
			const own = participants.find(({ phone }) => phone === connectedPhone);
			return own ? (own.isAdmin || own.isSuperAdmin ? 'admin' : 'member') : 'none';
		});
		const count = (wanted: string) => ranks.filter((rank) => rank === wanted).length;
		expect([count('member'), count('none')]).toEqual([1, 1]);
		expect(groups.filter(({ pendingRequests }) => pendingRequests.length > 0)).toHaveLength(1);
	});

	it('has whoever made a group in it, and nobody in a group twice', () => {
		for (const { owner, participants } of groups) {
			const founders = participants.filter(({ isSuperAdmin }) => isSuperAdmin);
			expect(founders).toMatchObject([{ phone: owner, isAdmin: false }]);
			expect(new Set(participants.map(({ phone }) => phone)).size).toBe(participants.length);
		}
	});

	it('has people with names and without, by number and by the id that stands for one', () => {
		const fictitious = /^(55119000000\d\d|5511999999999|\d{15}@lid)$/;
		for (const { phone } of people) expect(phone).toMatch(fictitious);
		expect(people.some(({ phone }) => phone.endsWith('@lid'))).toBe(true);
		expect(people.some(({ name, short }) => name?.startsWith(`${short} `))).toBe(true);
	});

	it('has nothing sent yet', () => {
		expect(rest).toMatchObject({ connected: true, invitations: [], messages: [], made: 0 });
	});

	it('has communities with one announcement group each, named like them', () => {
		expect(communities.length).toBeGreaterThanOrEqual(4);
		for (const { name, subGroups } of communities) {
			const announcements = subGroups.filter(({ isGroupAnnouncement }) => isGroupAnnouncement);
			expect(announcements.map((group) => group.name)).toEqual([name]);
		}
	});

	it('has a community with a single ordinary group, and one with two groups of the same name', () => {
		expect(communities.some((community) => phonesOf(community).length === 1)).toBe(true);
		const hasTwins = ({ subGroups }: Seed) =>
			new Set(subGroups.map(({ name }) => name)).size < subGroups.length;
		expect(communities.some(hasTwins)).toBe(true);
	});

	it('has an account in the form of a real one, of three distinct secrets', () => {
		expect(seedAccount.instance).toMatch(/^[0-9A-F]{32}$/);
		expect(seedAccount.token).toMatch(/^[0-9A-F]{32}$/);
		expect(seedAccount.clientToken).toMatch(/^F\w{32}S$/);
		expect(seedAccount.instance).not.toBe(seedAccount.token);
	});

	it('is new each time', () => {
		expect(seedState()).toEqual(seedState());
		expect(seedState().communities[0]?.subGroups[0]).not.toBe(communities[0]?.subGroups[0]);
	});
});

describe('the account', () => {
	it('refuses a wrong instance and a wrong token alike', async () => {
		const notFound = client.refused(400, 'Instance not found', { value: null });
		expect(await answer('/status', { instance: 'F'.repeat(32) })).toEqual(notFound);
		expect(await answer('/status', { token: 'F'.repeat(32) })).toEqual(notFound);
		expect(await answer('/status', { instance: seedAccount.token })).toEqual(notFound);
		expect(await answer('/status', { instance: '%' })).toEqual(notFound);
	});

	it('refuses a missing and a wrong Client-Token', async () => {
		const missing = { 'Client-Token': undefined };
		const unconfigured = refused(400, 'your client-token is not configured');
		expect(await answer('/status', { headers: missing })).toEqual(unconfigured);
		const wrong = { 'Client-Token': 'FwrongS' };
		expect(await answer('/status', { headers: wrong })).toEqual(
			refused(403, 'Client-Token FwrongS not allowed'),
		);
	});

	it('asks for no Client-Token before it is activated', async () => {
		await withEmulator({ account: { clientToken: '' } }, async (other) => {
			expect(other.account).toEqual({ ...seedAccount, clientToken: '' });
			expect((await send('/status', { of: other })).status).toBe(200);
		});
	});

	it('takes other values', async () => {
		const account = { instance: 'A', token: 'B', clientToken: 'C' };
		await withEmulator({ account }, async (other) => {
			expect((await send('/status', { of: other })).status).toBe(200);
			expect((await send('/status', { of: other, token: seedAccount.token })).status).toBe(400);
		});
	});

	it('is checked first: instance, then Client-Token, then path, method, content type, JSON, fields', async () => {
		const everythingWrong: Call = {
			instance: 'wrong',
			method: 'PUT',
			text: '{',
			headers: { 'Content-Type': 'text/plain', 'Client-Token': 'wrong' },
		};
		const steps: Array<[Call, number, string]> = [
			[{}, 400, '/nowhere'],
			[{ instance: seedAccount.instance }, 403, '/nowhere'],
			[{ headers: { 'Content-Type': 'text/plain' } }, 404, '/nowhere'],
			[{}, 405, '/communities/unlink?page=1'],
			[{ method: 'POST' }, 415, '/communities/unlink?page=1'],
			[{ headers: {} }, 400, '/communities/unlink?page=1'],
			[{ text: '{}' }, 400, '/communities/unlink?page=1'],
			[{}, 400, '/communities/unlink'],
		];
		const errors: unknown[] = [];
		let call = everythingWrong;
		for (const [repair, status, path] of steps) {
			call = { ...call, ...repair };
			const result = await answer(path, call);
			expect(result.status).toBe(status);
			errors.push((result.body as { error: string }).error);
		}
		expect(errors).toEqual([
			'Instance not found',
			'Client-Token wrong not allowed',
			'NOT_FOUND',
			'Method Not Allowed',
			'Unsupported Media Type',
			'The body is not valid JSON',
			'Query parameter page is unknown',
			'communityId is missing',
		]);
	});
});

describe('routing', () => {
	const unknownPath = client.refused(404, 'NOT_FOUND', {
		message: 'Unable to find matching target resource method',
	});

	it('answers 404 for an unknown path', async () => {
		for (const path of ['/nowhere', '/Status', '/status/', '/communities/a/b', '']) {
			expect(await answer(path)).toEqual(unknownPath);
		}
		expect(await answer('/communities-metadata/')).toEqual(unknownPath);
	});

	it('answers 404 for an address without instance or token', async () => {
		expect(await answer('/instances/a/status')).toEqual(unknownPath);
		expect(await answer('/instances/a/token/')).toEqual(unknownPath);
		expect((await fetch(`${emulator.baseUrl}/communities`)).status).toBe(404);
	});

	it('answers 405 for a known path with another method', async () => {
		expect(await answer('/communities/unlink')).toEqual(refused(405));
		expect(await answer('/communities/unlink', { method: 'DELETE' })).toEqual(refused(405));
		expect(await answer('/status', { body: {} })).toEqual(refused(405));
		expect(await answer('/communities', { method: 'PUT', body: {} })).toEqual(refused(405));
	});

	it('has code for endpoints of the data only', () => {
		const ids = endpoints.map(({ id }) => id);
		expect(Object.keys(handlers).filter((id) => !ids.includes(id))).toEqual([]);
	});

	it('answers 404 for what takes a partner token', async () => {
		const { path, body } = endpointOf('list-instances').sample;
		expect(await answer(path)).toEqual(unknownPath);
		expect(body).toBeNull();
	});

	it('decodes path parameters', async () => {
		const path = `/communities-metadata/%31${condominium.id.slice(1)}`;
		expect(await answer(path)).toEqual(ok(condominium));
		expect(emulator.requests[0]?.path).toBe(path);
	});
});

describe('content', () => {
	const path = '/communities/unlink';
	const body = () => ({ communityId: condominium.id, groupsPhones: [first(condominium)] });

	it('answers 415 unless it is application/json', async () => {
		for (const type of [
			undefined,
			'text/plain',
			'application/x-www-form-urlencoded',
			'application/jsonp',
		]) {
			const headers = { 'Content-Type': type };
			expect(await answer(path, { body: body(), headers })).toEqual(refused(415));
		}
		const none = { 'Content-Type': undefined };
		expect(await answer(path, { method: 'POST', headers: none })).toEqual(refused(415));
		const remove = { method: 'DELETE', text: '{}', headers: { 'Content-Type': undefined } };
		expect(await answer('/communities/1', remove)).toEqual(refused(415));
	});

	it('takes application/json with a character set', async () => {
		const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' };
		expect(await answer(path, { body: body(), headers })).toEqual(ok({ success: true }));
	});

	it('asks for it where there is no body, too', async () => {
		const headers = { 'Content-Type': undefined };
		expect(await answer('/status', { headers })).toEqual(refused(415));
		expect(await answer('/communities/1', { method: 'DELETE', headers })).toEqual(refused(415));
		expect((await send('/status')).status).toBe(200);
		expect((await send('/communities/1', { method: 'DELETE' })).status).toBe(400);
	});

	it('answers 400 for broken JSON', async () => {
		for (const text of ['{', '{"communityId":}', 'undefined', "{'communityId':''}"]) {
			expect(await answer(path, { text })).toEqual(refused(400, 'The body is not valid JSON'));
		}
	});

	it('answers 400 for JSON that is no object', async () => {
		for (const text of ['[]', '"text"', '7', 'null', 'false']) {
			expect(await answer(path, { text })).toEqual(refused(400, 'The body must be a JSON object'));
		}
	});
});

describe('fields', () => {
	const unlink = async (changes: object) => {
		const body = { communityId: condominium.id, groupsPhones: [first(condominium)], ...changes };
		return answer('/communities/unlink', { body });
	};

	it('names an unknown field', async () => {
		expect(await unlink({ phone: '1' })).toEqual(refused(400, 'phone is unknown'));
		expect(await unlink({ communityID: '1' })).toEqual(refused(400, 'communityID is unknown'));
	});

	it('names a missing field', async () => {
		const missing = refused(400, 'communityId is missing');
		expect(await unlink({ communityId: undefined })).toEqual(missing);
		expect(await answer('/communities/unlink', { text: '', method: 'POST' })).toEqual(missing);
		expect(await unlink({ groupsPhones: undefined })).toEqual(
			refused(400, 'groupsPhones is missing'),
		);
	});

	it('names a field of the wrong type', async () => {
		const noString = refused(400, 'communityId must be of type string');
		for (const communityId of [7, null, true, ['1'], { value: '1' }]) {
			expect(await unlink({ communityId })).toEqual(noString);
		}
		const noArray = refused(400, 'groupsPhones must be of type array<string>');
		for (const groupsPhones of ['1-group', null, {}, [7], ['1-group', null], [['1-group']]]) {
			expect(await unlink({ groupsPhones })).toEqual(noArray);
		}
		const boolean = { autoInvite: 'true', communityId: '1', phones: ['1'] };
		const noBoolean = refused(400, 'autoInvite must be of type boolean');
		expect(await answer('/add-participant', { body: boolean })).toEqual(noBoolean);
	});

	it('names a field with a value that is not on its list', async () => {
		const body = { communityId: '1', whoCanAddNewGroups: 'nobody' };
		const error = 'whoCanAddNewGroups must be one of admins, all';
		expect(await answer('/communities/settings', { body })).toEqual(refused(400, error));
	});

	it('refuses fields where none are documented', async () => {
		const path = '/redefine-invitation-link/1';
		expect(await answer(path, { body: { a: 1 } })).toEqual(refused(400, 'a is unknown'));
		expect(await answer(path, { body: {} })).toEqual(refused(400, 'Community not found'));
	});

	it('names an unknown query parameter and one of the wrong type', async () => {
		const unknown = refused(400, 'Query parameter limit is unknown');
		expect(await answer('/communities?limit=1')).toEqual(unknown);
		expect(await answer('/status?page=1')).toEqual(refused(400, 'Query parameter page is unknown'));
		const wrong = refused(400, 'Query parameter page must be of type integer');
		for (const page of ['', 'one', '1.5', '1e3', ' 1', '0x1']) {
			expect(await answer(`/communities?page=${encodeURIComponent(page)}`)).toEqual(wrong);
		}
	});

	it('changes nothing when it refuses', async () => {
		await unlink({ extra: 1 });
		expect(emulator.state).toEqual(seedState());
	});
});

// What the endpoint data can say but the endpoints above don't.
describe('the rules of the endpoint data', () => {
	const problem = (
		body: Array<Partial<Field>>,
		value: unknown,
		query: Array<Partial<Field>> = [],
	) => {
		const complete = (fields: Array<Partial<Field>>) =>
			fields.map((field) => ({ name: 'a', type: 'string', required: true, ...field }));
		const endpoint = {
			...endpointOf('send-text'),
			...{ query: complete(query), body: complete(body) },
		};
		const [texts, json] = query.length > 0 ? [value as Record<string, string>, {}] : [{}, value];
		return findProblem({ endpoint, pathParameters: {} }, { query: texts, body: json });
	};

	it('leaves optional fields out', () => {
		expect(problem([{ required: false }], {})).toBeUndefined();
		expect(problem([{ required: false }], { a: null })).toBe('a must be of type string');
	});

	it('tells numbers and whole numbers apart', () => {
		expect(problem([{ type: 'number' }], { a: 1.5 })).toBeUndefined();
		expect(problem([{ type: 'number' }], { a: '1' })).toBe('a must be of type number');
		expect(problem([{ type: 'integer' }], { a: 1.5 })).toBe('a must be of type integer');
	});

	it('keeps minimum and maximum: of values, lengths and numbers of items', () => {
		const [least, most] = ['a must be at least 2', 'a must be at most 3'];
		const range = { min: 2, max: 3 };
		const values = (type: string, four: unknown[]) =>
			four.map((a) => problem([{ type, ...range }], { a }));
		const expected = [least, undefined, undefined, most];
		expect(values('number', [1, 2, 3, 4])).toEqual(expected);
		expect(values('string', ['a', 'aa', 'aaa', 'aaaa'])).toEqual(expected);
		const items = ['1', '2', '3', '4'];
		const lists = items.map((_, index) => items.slice(0, index + 1));
		expect(values('array<string>', lists)).toEqual(expected);
	});

	it('looks at the items of a list with allowed values', () => {
		const field = { type: 'array<string>', enum: ['x', 'y'] };
		expect(problem([field], { a: ['x', 'y'] })).toBeUndefined();
		expect(problem([field], { a: ['x', 'z'] })).toBe('a must be one of x, y');
	});

	it('looks into objects and lists of objects', () => {
		const inner = [{ name: 'b', type: 'string', required: true }];
		expect(problem([{ type: 'object', fields: inner }], { a: { b: '1' } })).toBeUndefined();
		expect(problem([{ type: 'object', fields: inner }], { a: {} })).toBe('a.b is missing');
		expect(problem([{ type: 'object', fields: inner }], { a: [] })).toBe(
			'a must be of type object',
		);
		const list = { type: 'array<object>', items: inner };
		expect(problem([list], { a: [{ b: '1' }, { b: 2 }] })).toBe('a.b must be of type string');
		expect(problem([list], { a: [{ b: '1', c: 2 }] })).toBe('a.c is unknown');
		expect(problem([list], { a: ['1'] })).toBe('a must be of type array<object>');
	});

	it('takes a list as the whole body', () => {
		const whole = { name: '$', type: 'array<string>' };
		expect(problem([whole], ['1'])).toBeUndefined();
		expect(problem([whole], {})).toBe('The body must be of type array<string>');
	});

	it('reads query parameters as the type they have', () => {
		expect(problem([], { a: 'true' }, [{ type: 'boolean' }])).toBeUndefined();
		expect(problem([], { a: '-1.5' }, [{ type: 'number' }])).toBeUndefined();
		expect(problem([], { a: '7' }, [{ type: 'string' }])).toBeUndefined();
		const wrong = 'Query parameter a must be of type boolean';
		expect(problem([], { a: '1' }, [{ type: 'boolean' }])).toBe(wrong);
		expect(problem([], {}, [{}, { name: 'b', required: false }])).toBe(
			'Query parameter a is missing',
		);
	});

	it('does not pass over a type it does not know', () => {
		expect(() => problem([{ type: 'date' }], { a: '1' })).toThrow("doesn't know: date");
	});
});

describe('GET /status and GET /me', () => {
	it('tells whether it is connected', async () => {
		const [yes, no] = ['You are already connected', 'You are not connected'];
		expect(await answer('/status')).toEqual(
			ok({ connected: true, error: yes, smartphoneConnected: true }),
		);
		emulator.state.connected = false;
		expect(await answer('/status')).toEqual(
			ok({ connected: false, error: no, smartphoneConnected: false }),
		);
	});

	it('can be started without a connection, and keeps to it', async () => {
		await withEmulator({ connected: false }, async (other) => {
			const status = async () => (await answer('/status', { of: other })).body;
			expect(await status()).toMatchObject({ connected: false });
			other.state.connected = true;
			expect(await status()).toMatchObject({ connected: true });
			other.reset();
			expect(await status()).toMatchObject({ connected: false });
		});
	});

	it('tells the documented fields of the instance, with its own id and token', async () => {
		emulator.state.connected = false;
		const { status, body } = await answer('/me');
		const shape = endpointOf('instance-me').response.shape;
		expect(status).toBe(200);
		expect(Object.keys(body as object)).toEqual(Object.keys(shape ?? {}));
		const { instance: id, token } = seedAccount;
		expect(body).toMatchObject({ id, token, connected: false });
	});
});

describe('the record of requests', () => {
	it('has each request as it came in', async () => {
		const text = '{ "communityId": "ação", "groupsPhones": [] }';
		await send('/communities/unlink?a=1&b=%C3%A9&a=2', { text, headers: { 'X-Extra': 'yes' } });
		const { instance, token, clientToken } = seedAccount;
		expect(emulator.requests).toEqual([
			{
				method: 'POST',
				path: '/communities/unlink',
				target: `/instances/${instance}/token/${token}/communities/unlink?a=1&b=%C3%A9&a=2`,
				query: { a: '2', b: 'é' },
				headers: expect.objectContaining({
					'client-token': clientToken,
					'content-type': 'application/json',
					'x-extra': 'yes',
				}) as unknown,
				text,
				body: { communityId: 'ação', groupsPhones: [] },
			},
		]);
	});

	it('has refused and misdirected ones too, in order', async () => {
		await send('/status', { instance: 'wrong' });
		await fetch(`${emulator.baseUrl}/nowhere?a=1`);
		await send('/communities-metadata/a%2Fb', { text: '{', method: 'PUT' });
		expect(emulator.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
			['GET', '/status', undefined],
			['GET', '/nowhere', undefined],
			['PUT', '/communities-metadata/a%2Fb', undefined],
		]);
	});
});

describe('misbehaviour', () => {
	it('answers what it is told, without carrying the request out', async () => {
		emulator.misbehave({ answer: { status: 503, body: { error: 'Busy' } } });
		expect(await change('unlink', school.id, [first(school)])).toEqual(refused(503, 'Busy'));
		expect(emulator.state).toEqual(seedState());
		expect(emulator.requests).toHaveLength(1);
	});

	it('sends objects as JSON, and text, nothing and headers as they are', async () => {
		const get = async (misbehaviour: Parameters<Emulator['misbehave']>[0]['answer']) => {
			emulator.reset();
			emulator.misbehave({ answer: misbehaviour ?? {} });
			const response = await send('/status');
			return [response.status, response.headers.get('content-type'), await response.text()];
		};
		expect(await get({ body: ['á'] })).toEqual([200, 'application/json', '["á"]']);
		const text = 'text/plain; charset=utf-8';
		expect(await get({ status: 500, body: 'Erro á' })).toEqual([500, text, 'Erro á']);
		expect(await get({ status: 204 })).toEqual([204, text, '']);
		expect(await get({ body: null })).toEqual([200, text, '']);
		const headers = { 'content-type': 'text/html' };
		expect(await get({ headers, body: '<h1>' })).toEqual([200, 'text/html', '<h1>']);
		emulator.reset();
		emulator.misbehave({ answer: { status: 429, headers: { 'Retry-After': '7' } } });
		expect((await send('/status')).headers.get('retry-after')).toBe('7');
	});

	it('hits only the requests it is for', async () => {
		emulator.misbehave({ when: ({ path }) => path === '/me', answer: { status: 500 } });
		expect((await send('/status')).status).toBe(200);
		expect((await send('/me')).status).toBe(500);
		expect((await send('/me')).status).toBe(500);
	});

	it('comes before the check of the account', async () => {
		emulator.misbehave({ answer: { status: 502 } });
		expect((await send('/status', { instance: 'wrong' })).status).toBe(502);
	});

	it('is over after a number of requests', async () => {
		emulator.misbehave({ when: ({ path }) => path === '/me', times: 2, answer: { status: 500 } });
		const statuses: number[] = [];
		for (const path of ['/me', '/status', '/me', '/me']) statuses.push((await send(path)).status);
		expect(statuses).toEqual([500, 200, 500, 200]);
	});

	it('follows the first that matches', async () => {
		emulator.misbehave({ times: 1, answer: { status: 501 } });
		emulator.misbehave({ when: ({ path }) => path === '/me', answer: { status: 502 } });
		emulator.misbehave({ answer: { status: 503 } });
		const statuses: number[] = [];
		for (const path of ['/me', '/me', '/status']) statuses.push((await send(path)).status);
		expect(statuses).toEqual([501, 502, 503]);
	});

	it('waits, and then answers as usual', async () => {
		emulator.misbehave({ delayMilliseconds: 60 });
		const start = performance.now();
		const slow = change('unlink', church.id, [first(church)]);
		expect(await slow).toEqual(ok({ success: true }));
		expect(performance.now() - start).toBeGreaterThanOrEqual(55);
	});

	it('carries a slow request out only after the wait, others in the meantime', async () => {
		emulator.misbehave({ times: 1, delayMilliseconds: 1_000 });
		const order: string[] = [];
		const slow = change('unlink', church.id, [phonesOf(church)[0]]).then((result) => {
			order.push('slow');
			return result;
		});
		while (emulator.requests.length === 0) await wait(1);
		expect(await change('unlink', church.id, [phonesOf(church)[1]])).toEqual(ok({ success: true }));
		order.push('quick');
		expect(await slow).toEqual(ok({ success: false }));
		expect(order).toEqual(['quick', 'slow']);
	});

	it('waits, and then answers what it is told or hangs up', async () => {
		for (const rest of [{ answer: { status: 504 } }, { hangUp: 'before' as const }]) {
			emulator.reset();
			emulator.misbehave({ delayMilliseconds: 60, ...rest });
			const start = performance.now();
			expect(
				await send('/status').then(
					({ status }) => status,
					() => 'lost',
				),
			).toBe('answer' in rest ? 504 : 'lost');
			expect(performance.now() - start).toBeGreaterThanOrEqual(55);
		}
	});

	it('hangs up before any answer, without carrying the request out', async () => {
		emulator.misbehave({ hangUp: 'before' });
		await expect(change('unlink', school.id, [first(school)])).rejects.toThrow('fetch failed');
		expect(emulator.state).toEqual(seedState());
		expect(emulator.requests).toHaveLength(1);
	});

	it('hangs up in the middle of the usual answer, the request carried out', async () => {
		emulator.misbehave({ hangUp: 'during' });
		const body = { communityId: school.id, groupsPhones: [first(school)] };
		const response = await send('/communities/unlink', { body });
		expect(response.status).toBe(200);
		expect(Number(response.headers.get('content-length'))).toBe('{"success":true}'.length);
		const reader = response.body?.getReader();
		const start = await reader?.read();
		expect(Buffer.from(start?.value as Uint8Array).toString()).toBe('{"succes');
		await expect(reader?.read()).rejects.toThrow('terminated');
		expect(emulator.state).not.toEqual(seedState());
	});

	it('hangs up in the middle of an answer it is told, even of an empty one', async () => {
		for (const body of ['x'.repeat(100_000), 'x', '']) {
			emulator.reset();
			emulator.misbehave({ hangUp: 'during', answer: { status: 500, body } });
			const response = await send('/status');
			expect(response.status).toBe(500);
			await expect(response.text()).rejects.toThrow('terminated');
		}
	});

	it('tells a mistake in the test instead of hiding it', async () => {
		emulator.misbehave({
			when: () => {
				throw new Error('Oops');
			},
		});
		expect(await answer('/status')).toEqual(refused(500, 'Error: Oops'));
	});
});

describe('reset and close', () => {
	it('goes back to the seed, in the same objects', async () => {
		const { state, requests } = emulator;
		emulator.misbehave({ answer: { status: 500 } });
		await send('/status');
		state.connected = false;
		state.groups = [];
		state.communities[0]?.subGroups.pop();
		emulator.reset();
		expect(emulator.requests).toBe(requests);
		expect(requests).toEqual([]);
		expect(emulator.state).toBe(state);
		expect(state).toEqual(seedState());
		expect((await send('/status')).status).toBe(200);
	});

	it('drops requests that still wait, so that they change nothing afterwards', async () => {
		emulator.misbehave({ delayMilliseconds: 50 });
		const slow = change('unlink', school.id, [first(school)]);
		while (emulator.requests.length === 0) await wait(1);
		emulator.reset();
		await expect(slow).rejects.toThrow('fetch failed');
		await wait(70);
		expect(emulator.state).toEqual(seedState());
	});

	it('runs beside another one, each with its own state', async () => {
		await withEmulator({}, async (other) => {
			other.state.connected = false;
			expect(other.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
			expect(other.baseUrl).not.toBe(emulator.baseUrl);
			expect((await answer('/status')).body).toMatchObject({ connected: true });
			expect(emulator.requests).toHaveLength(1);
			expect(other.requests).toEqual([]);
		});
	});

	it('takes the port it is given, and tells when it is taken', async () => {
		const port = await freePort();
		await withEmulator({ port }, async (other) => {
			expect(other.baseUrl).toBe(`http://127.0.0.1:${port}`);
			await expect(startEmulator({ port })).rejects.toThrow('EADDRINUSE');
		});
	});

	it('closes with connections open, idle and waiting', async () => {
		const other = await startEmulator();
		const idle = connect({ host: '127.0.0.1', port: Number(new URL(other.baseUrl).port) });
		await once(idle, 'connect');
		await send('/status', { of: other });
		other.misbehave({ when: ({ path }) => path === '/status', delayMilliseconds: 60_000 });
		other.misbehave({ delayMilliseconds: 50 });
		const slow = send('/status', { of: other });
		const lost = expect(slow).rejects.toThrow('fetch failed');
		const body = { communityId: school.id, groupsPhones: [first(school)] };
		const unlink = send('/communities/unlink', { of: other, body });
		const lostToo = expect(unlink).rejects.toThrow('fetch failed');
		while (other.requests.length < 3) await wait(1);
		await other.close();
		await Promise.all([lost, lostToo]);
		await wait(70);
		expect(other.state).toEqual(seedState());
		await expect(send('/status', { of: other })).rejects.toThrow('fetch failed');
		await other.close();
		idle.destroy();
	});

	it('survives callers that give up', async () => {
		emulator.misbehave({ times: 1, delayMilliseconds: 30 });
		const giveUp = new AbortController();
		const given = send('/status', { signal: giveUp.signal });
		while (emulator.requests.length === 0) await wait(1);
		giveUp.abort();
		await expect(given).rejects.toThrow('aborted');
		await wait(50);

		const socket = connect({ host: '127.0.0.1', port: Number(new URL(emulator.baseUrl).port) });
		socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{');
		await wait(20);
		socket.destroy();
		await wait(20);
		expect(emulator.requests).toHaveLength(1);
		expect((await send('/status')).status).toBe(200);
	});
});

async function freePort() {
	const other = await startEmulator();
	await other.close();
	return Number(new URL(other.baseUrl).port);
}

describe('the command line', () => {
	it('starts on the port it is given and prints how to reach it', async () => {
		const port = await freePort();
		const child = spawn(process.execPath, ['tools/emulator/run.mts', String(port)]);
		try {
			const [output] = (await once(child.stdout, 'data')) as [Buffer];
			expect(output.toString()).toContain(`http://127.0.0.1:${port}\n`);
			for (const value of Object.values(seedAccount)) expect(output.toString()).toContain(value);
			const { instance, token, clientToken } = seedAccount;
			const address = `http://127.0.0.1:${port}/instances/${instance}/token/${token}/status`;
			const headers = { 'Client-Token': clientToken, 'Content-Type': 'application/json' };
			const response = await fetch(address, { headers });
			expect(response.status).toBe(200);
		} finally {
			child.kill();
		}
		expect(await once(child, 'exit')).toEqual([0, null]);
	});
});
