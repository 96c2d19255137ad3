import type { IHttpRequestOptions } from 'n8n-workflow';
import { signRequest } from '../../nodes/shared/account/signing.ts';

const credential = {
	baseUrl: 'https://api.z-api.io',
	instance: '3C01CAFE01CAFE01CAFE01CAFE01CAFE',
	token: '8F7ECAFE8F7ECAFE8F7ECAFE8F7ECAFE',
	clientToken: 'Fcafe0cafe0cafe0cafe0cafe0cafe0caS',
};
const ACCOUNT = `/instances/${credential.instance}/token/${credential.token}`;
const COMMUNITIES = `https://api.z-api.io${ACCOUNT}/communities`;

/** What each request has, whatever else it brings. */
const SIGNED = { 'Client-Token': credential.clientToken, 'Content-Type': 'application/json' };

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
		expect(headers).toEqual(SIGNED);
	});

	it('addresses the whole uri that the HTTP Request node gives', () => {
		const signed = sign({ uri: 'https://api.z-api.io/communities', headers: { Accept: '*/*' } });
		expect(signed.uri).toBe(COMMUNITIES);
		expect(signed.url).toBeUndefined();
		expect(signed.headers).toEqual({ Accept: '*/*', ...SIGNED });
	});

	it('keeps the query, wherever it stands, and everything else', () => {
		const signed = sign({ url: '/groups?page=1', qs: { pageSize: 5 }, method: 'GET', timeout: 7 });
		expect(signed.url).toBe(`https://api.z-api.io${ACCOUNT}/groups?page=1`);
		expect(signed).toMatchObject({ qs: { pageSize: 5 }, method: 'GET', timeout: 7 });
	});

	it.each([
		['https://api.z-api.io/', '/communities'],
		['https://api.z-api.io///', '/communities'],
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
	it('is not sent when the field is empty', () => {
		expect(sign({ url: '/x' }, { clientToken: ' ' }).headers).not.toHaveProperty('Client-Token');
	});

	it('replaces one that the request brings, in whatever spelling', () => {
		const { headers } = sign({ url: '/x', headers: { 'client-token': 'other' } });
		expect(headers).toEqual(SIGNED);
	});
});

describe('the Content-Type header', () => {
	it.each<[string, Request]>([
		['no body', { url: '/x', method: 'GET' }],
		['an empty body', { url: '/x', method: 'POST', body: '' }],
		['an object', { url: '/x', method: 'POST', body: { phone: '5511999999999' } }],
		['other headers', { url: '/x', headers: { Accept: '*/*' } }],
		['a whole uri', { uri: 'https://api.z-api.io/x' }],
	])('says JSON for a request with %s', (_form, request) => {
		expect(sign(request).headers).toMatchObject({ 'Content-Type': 'application/json' });
	});

	it.each(['Content-Type', 'CONTENT-TYPE', ' content-type '])(
		'stays as the request brings it: %j',
		(name) => {
			const headers = { [name]: 'application/json; charset=utf-8' };
			expect(sign({ url: '/x', headers }, { clientToken: '' }).headers).toEqual(headers);
		},
	);

	it.each<[string, Request['body']]>([
		['a form', new FormData()],
		['fields of a form', new URLSearchParams('a=b')],
		['a file', Buffer.from('a')],
		['text', 'a'],
	])("is left to n8n's HTTP client for %s", (_form, body) => {
		expect(sign({ url: '/x', method: 'POST', body }).headers).not.toHaveProperty('Content-Type');
	});
});

describe('a connection', () => {
	const UNVERIFIED = {
		skipSslCertificateValidation: true,
		rejectUnauthorized: false,
		agentOptions: { rejectUnauthorized: false, ca: 'another authority' },
	};
	const proxy = { host: 'proxy.example.com', port: 8080 };

	it.each<[string, Request]>([
		['httpRequest', { url: '/communities' }],
		['request', { uri: 'https://api.z-api.io/communities' }],
	])('to Z-API has its certificate checked, whatever the options of %s say', (_name, request) => {
		const signed = sign({ ...request, ...UNVERIFIED, proxy } as Request);
		for (const option of Object.keys(UNVERIFIED)) expect(signed).not.toHaveProperty(option);
		expect(signed.proxy).toEqual(proxy);
	});

	it('to this machine needs no certificate, but goes through no proxy', () => {
		const baseUrl = 'https://localhost:4000';
		const signed = sign({ url: '/x', ...UNVERIFIED, proxy } as Request, { baseUrl });
		expect(signed).toMatchObject(UNVERIFIED);
		expect(signed).not.toHaveProperty('proxy');
	});

	it('to anyone else keeps its options', () => {
		const request = { url: 'https://example.com/x', ...UNVERIFIED, proxy } as Request;
		expect(sign(request)).toEqual(request);
	});
});

describe('a header that could lead a request to another server', () => {
	it.each([
		'Host',
		'host',
		'HOST ',
		'Forwarded',
		'X-Forwarded-Host',
		'x-forwarded-server',
		'X-Host',
		'X-HTTP-Host-Override',
		'X-Original-URL',
		'X-Rewrite-URL',
	])('is taken out: %j', (name) => {
		const headers = { Accept: '*/*', [name]: 'example.com' };
		expect(sign({ url: '/x', headers }).headers).toEqual({ Accept: '*/*', ...SIGNED });
	});

	it('is taken out with the group that it is in', () => {
		const headers = {
			Accept: '*/*',
			common: { Host: 'example.com' },
			get: { Host: 'example.com' },
		};
		expect(sign({ url: '/x', headers }).headers).toEqual({ Accept: '*/*', ...SIGNED });
	});

	it('is no other', () => {
		const headers = { Authorization: 'x', Cookie: 'y', 'X-Hosted-By': 'z', List: ['a', 'b'] };
		expect(sign({ url: '/x', headers }).headers).toEqual({ ...headers, ...SIGNED });
	});
});

describe('a timeout', () => {
	it.each([undefined, 0, -1, NaN])('%p is none', (timeout) => {
		const { signal } = new AbortController();
		const signed = sign({ url: '/x', timeout, abortSignal: signal } as Request);
		expect(signed.abortSignal).toBe(signal);
	});

	it.each([20, '20', 19.5])('%p ends the request', async (timeout) => {
		const { abortSignal } = sign({ url: '/x', timeout } as Request);
		expect(abortSignal?.aborted).toBe(false);
		await new Promise<void>((resolve) => {
			abortSignal?.addEventListener?.('abort', () => resolve());
		});
	});

	it('leaves the request to the signal that it has, too', () => {
		const stop = new AbortController();
		const { abortSignal } = sign({ url: '/x', timeout: 300_000, abortSignal: stop.signal });
		let ends = 0;
		const end = () => (ends += 1);
		abortSignal?.addEventListener?.('abort', end);
		expect(abortSignal?.aborted).toBe(false);
		stop.abort();
		expect(abortSignal?.aborted).toBe(true);
		expect(ends).toBe(1);
	});

	it.each([300_000, 2 ** 31, Infinity])('%p does not end it at once', async (timeout) => {
		const { abortSignal } = sign({ url: '/x', timeout });
		await new Promise((resolve) => setTimeout(resolve, 10));
		expect(abortSignal?.aborted).toBe(false);
	});
});

it('encodes the values of the credential in the address', () => {
	expect(sign({ url: '/x' }, { token: 'a+b%c' }).url).toContain('/token/a%2Bb%25c/x');
});

it('takes no credential that is not valid', () => {
	expect(() => sign({ url: '/x' }, { token: '' })).toThrow('Instance Token is missing');
});
