import type { IHttpRequestOptions } from 'n8n-workflow';
import { secretsOf, signRequest } from '../../nodes/shared/account/addressing.ts';

const credential = {
	baseUrl: 'https://api.z-api.io',
	instance: '3C01CAFE01CAFE01CAFE01CAFE01CAFE',
	token: '8F7ECAFE8F7ECAFE8F7ECAFE8F7ECAFE',
	clientToken: 'Fcafe0cafe0cafe0cafe0cafe0cafe0caS',
};
const ACCOUNT = `/instances/${credential.instance}/token/${credential.token}`;
const COMMUNITIES = `https://api.z-api.io${ACCOUNT}/communities`;

type Request = Partial<IHttpRequestOptions> & { uri?: string };

function sign(request: Request, changes: object = {}) {
	return signRequest({ ...credential, ...changes }, request) as IHttpRequestOptions & {
		uri?: string;
	};
}

describe('where a signed request goes', () => {
	it.each<[string, Request]>([
		['a path alone', { url: '/communities' }],
		['a path without a slash', { url: 'communities' }],
		['a base URL and a path', { baseURL: 'https://api.z-api.io', url: '/communities' }],
		['a base URL with a slash', { baseURL: 'https://api.z-api.io/', url: '/communities' }],
		['a whole address', { url: 'https://api.z-api.io/communities' }],
		['a whole address with blanks', { url: ' https://api.z-api.io/communities ' }],
		['an address in capitals', { url: 'HTTPS://API.Z-API.IO/communities' }],
		['an address with the default port', { url: 'https://api.z-api.io:443/communities' }],
		['an address with the instance in it already', { url: COMMUNITIES }],
		[
			'a base URL that is overruled',
			{ baseURL: 'https://example.com', url: 'https://api.z-api.io/communities' },
		],
	])('addresses %s', (_form, request) => {
		const { url, baseURL, headers } = sign(request);
		expect(url).toBe(COMMUNITIES);
		expect(baseURL).toBeUndefined();
		expect(headers).toEqual({ 'Client-Token': credential.clientToken });
	});

	it('addresses the whole uri that the HTTP Request node gives', () => {
		const signed = sign({ uri: 'https://api.z-api.io/communities', headers: { Accept: '*/*' } });
		expect(signed.uri).toBe(COMMUNITIES);
		expect(signed.url).toBeUndefined();
		expect(signed.headers).toEqual({ Accept: '*/*', 'Client-Token': credential.clientToken });
	});

	it('keeps the query, wherever it stands, and everything else', () => {
		const signed = sign({ url: '/groups?page=1', qs: { pageSize: 5 }, method: 'GET', timeout: 7 });
		expect(signed.url).toBe(`https://api.z-api.io${ACCOUNT}/groups?page=1`);
		expect(signed).toMatchObject({ qs: { pageSize: 5 }, method: 'GET', timeout: 7 });
	});

	it.each([
		['https://api.z-api.io/', '/communities'],
		['https://api.z-api.io///', '/communities'],
		['  https://api.z-api.io\n', '/communities'],
		['\u200Bhttps://api.z-api.io\u00A0', '/communities'],
	])('takes the base URL %j', (baseUrl, url) => {
		expect(sign({ url }, { baseUrl }).url).toBe(COMMUNITIES);
	});

	it('keeps a path that the base URL has', () => {
		const baseUrl = 'https://example.com/z-api/';
		const expected = `https://example.com/z-api${ACCOUNT}/communities`;
		expect(sign({ url: '/communities' }, { baseUrl }).url).toBe(expected);
		expect(sign({ url: 'https://example.com/z-api/communities' }, { baseUrl }).url).toBe(expected);
	});

	it('keeps an encoded path segment encoded', () => {
		expect(sign({ url: '/communities-metadata/a%2Fb%3Fc' }).url).toBe(
			`https://api.z-api.io${ACCOUNT}/communities-metadata/a%2Fb%3Fc`,
		);
	});

	it('lets no path climb out of the instance', () => {
		for (const path of ['/../../communities', '/x/../communities', '/%2e%2e/communities']) {
			expect(sign({ url: path }).url).toBe(COMMUNITIES);
		}
	});

	it('does not follow redirects, which would carry the header away', () => {
		expect(sign({ url: '/communities' })).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
	});

	it('leaves the given request as it was', () => {
		const request = { url: '/communities', headers: { Accept: '*/*' } };
		sign(request);
		expect(request).toEqual({ url: '/communities', headers: { Accept: '*/*' } });
	});
});

describe('a request to anywhere else', () => {
	it.each<[string, Request]>([
		['another host', { url: 'https://example.com/communities' }],
		['another host as uri', { uri: 'https://example.com/communities' }],
		['another host as base URL', { baseURL: 'https://example.com', url: '/communities' }],
		['a host that starts alike', { url: 'https://api.z-api.io.example.com/communities' }],
		['a host that ends alike', { url: 'https://xapi.z-api.io/communities' }],
		['our host as user name', { url: 'https://api.z-api.io@example.com/communities' }],
		['our host as path', { url: 'https://example.com/https://api.z-api.io' }],
		['our host without encryption', { url: 'http://api.z-api.io/communities' }],
		['another port', { url: 'https://api.z-api.io:8443/communities' }],
		['no protocol', { url: '//example.com/communities' }],
		['another protocol', { url: 'ftp://api.z-api.io/communities' }],
		['nonsense', { url: 'https://' }],
	])('is left alone: %s', (_form, request) => {
		const before = structuredClone(request);
		const after = sign(request);
		expect(after).toEqual(before);
		expect(JSON.stringify(after)).not.toMatch(/CAFE|cafe/);
	});

	it('is left alone beside the path that the base URL has', () => {
		const baseUrl = 'https://example.com/z-api';
		for (const url of [
			'https://example.com/z-apix/communities',
			'https://example.com/communities',
		]) {
			expect(sign({ url }, { baseUrl })).toEqual({ url });
		}
	});
});

describe('the Client-Token header', () => {
	it.each([[''], ['   '], [undefined], [null]])(
		'is not sent when the field is %j',
		(clientToken) => {
			expect(sign({ url: '/x' }, { clientToken }).headers).toEqual({});
		},
	);

	it('replaces one that the request brings, in whatever spelling', () => {
		const { headers } = sign({ url: '/x', headers: { 'client-token': 'other' } });
		expect(headers).toEqual({ 'Client-Token': credential.clientToken });
	});
});

describe('the values of the credential', () => {
	it('may have blanks around them', () => {
		const signed = sign(
			{ url: '/communities' },
			{
				instance: ` ${credential.instance}\n`,
				token: `\t${credential.token}\u200B`,
				clientToken: `\u00A0${credential.clientToken} `,
			},
		);
		expect(signed.url).toBe(COMMUNITIES);
		expect(signed.headers).toEqual({ 'Client-Token': credential.clientToken });
	});

	it.each([
		[{ instance: '' }, 'Instance ID is missing'],
		[{ instance: undefined }, 'Instance ID is missing'],
		[{ token: '  ' }, 'Instance Token is missing'],
		[
			{ instance: 'https://api.z-api.io/instances/x' },
			"Instance ID in the Z-API credential isn't valid",
		],
		[{ instance: '..' }, "Instance ID in the Z-API credential isn't valid"],
		[{ token: 'a?b' }, "Instance Token in the Z-API credential isn't valid"],
		[{ token: 'two words' }, "Instance Token in the Z-API credential isn't valid"],
		[{ baseUrl: '' }, "Base URL in the Z-API credential isn't a web address"],
		[{ baseUrl: 'api.z-api.io' }, "Base URL in the Z-API credential isn't a web address"],
		[{ baseUrl: 'http://api.z-api.io' }, 'must start with https://'],
		[{ baseUrl: 'http://localhost.example.com' }, 'must start with https://'],
		[{ baseUrl: 'http://127.0.0.1.example.com' }, 'must start with https://'],
		[{ baseUrl: 'ftp://localhost' }, 'must start with https://'],
	])('are refused in words: %j', (changes, words) => {
		expect(() => sign({ url: '/communities' }, changes)).toThrow(words);
	});

	it.each([
		['http://localhost:4000'],
		['http://127.0.0.1:4000'],
		['http://127.1.2.3'],
		['http://[::1]:4000'],
		['http://emulator.localhost'],
	])('may name %s without https', (baseUrl) => {
		expect(sign({ url: '/x' }, { baseUrl }).url).toBe(`${baseUrl}${ACCOUNT}/x`);
	});

	it('are encoded in the address', () => {
		expect(sign({ url: '/x' }, { token: 'a+b%c' }).url).toContain('/token/a%2Bb%25c/x');
	});
});

describe('secretsOf', () => {
	it('lists each secret as it is and as it looks in an address, longest first', () => {
		expect(secretsOf({ instance: 'inst', token: 'a+b+c', clientToken: '' })).toEqual([
			'a%2Bb%2Bc',
			'a+b+c',
			'inst',
		]);
	});

	it('leaves out what is too short to be a secret, and what is missing', () => {
		expect(secretsOf({ instance: '1', token: undefined } as never)).toEqual([]);
	});
});
