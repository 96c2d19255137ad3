import { describe, expect, it } from '@jest/globals';
import { endpointOf, endpoints } from '../../tools/contract/endpoints.mts';
import * as client from '../../tools/emulator/client.mts';
import { handlers } from '../../tools/emulator/handlers.mts';
import { seedAccount } from '../../tools/emulator/seed.mts';
import {
	condominium,
	emulator,
	ok,
	type Call,
	send,
	answer,
	refused,
	withEmulator,
} from './emulatorCalls.mts';

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
