import { describe, expect, it } from '@jest/globals';
import { endpointOf, type Field } from '../../tools/contract/endpoints.mts';
import { seedState } from '../../tools/emulator/seed.mts';
import { findProblem } from '../../tools/emulator/validation.mts';
import { condominium, emulator, ok, send, answer, refused, first } from './emulatorCalls.mts';

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
