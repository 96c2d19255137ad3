import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { isObject } from '../values/objects';
import { cleanText } from '../values/cleanText';
import { isLocalHost, readAccount, secretsOf } from './account';

/** A request whose sender wants to know which secrets it is signed with, to redact them. */
export type Signable<Request> = Request & {
	/** @param secrets the account's secrets in every form, as {@link secretsOf} gives them */
	onSigned?: (secrets: string[]) => void;
};

/** n8n passes either the options of `httpRequest`, or those of its older `request`, with a whole `uri`. */
type SignableRequest = Signable<Partial<IHttpRequestOptions>> & { uri?: string };

const ABSOLUTE_ADDRESS = /^([a-z][a-z\d+.-]*:)?\/\//i;

/** Headers by which a server in front of others may route a request to somebody else's. */
const ROUTING_HEADER =
	/^(host|forwarded|x-host|x-http-host-override|x-(forwarded|original|rewrite)-.*)$/;

/** n8n's names, old and new, for options that accept invalid certificates. */
const CERTIFICATE_OPTIONS = ['skipSslCertificateValidation', 'rejectUnauthorized', 'agentOptions'];

/** The longest that a timer can take; longer ones would fire at once. */
const LONGEST_TIMEOUT_MILLISECONDS = 2 ** 31 - 1;

/**
 * Resolves where a request would go, in the same way as n8n's HTTP client. A request without a host goes to the
 * account's own host.
 */
function resolveTarget({ uri, url, baseURL }: SignableRequest, ownBase: URL): URL | undefined {
	const path = cleanText(String(uri ?? url ?? ''));
	const base = (cleanText(String(baseURL ?? '')) || ownBase.href).replace(/\/+$/, '');
	const address = ABSOLUTE_ADDRESS.test(path) ? path : `${base}/${path.replace(/^\/+/, '')}`;
	return URL.canParse(address, ownBase.href) ? new URL(address, ownBase) : undefined;
}

/**
 * Removes options that could lead a signed request to somebody other than Z-API. Whoever writes a workflow chooses the
 * options of its requests, and may use the credential without being allowed to see it.
 */
function withoutDetours(request: SignableRequest, isLocal: boolean): SignableRequest {
	// Connections within this machine need no protection, but a proxy could be elsewhere.
	const unsafe = isLocal ? ['proxy'] : CERTIFICATE_OPTIONS;
	return Object.fromEntries(Object.entries(request).filter(([name]) => !unsafe.includes(name)));
}

/** n8n's HTTP client treats an object among the headers as a group of headers. */
function isOwnHeader([name, value]: [string, unknown]): boolean {
	const plainName = name.trim().toLowerCase();
	return !isObject(value) && plainName !== 'client-token' && !ROUTING_HEADER.test(plainName);
}

/** Without a body, or with an object for one, n8n's HTTP client names no type, or that of JSON. */
function mayBeJson({ body }: SignableRequest): boolean {
	if (body === undefined || body === null || body === '') return true;
	return Object.getPrototypeOf(body) === Object.prototype;
}

/** Z-API answers 415 to a request without a `Content-Type`, also to one without a body, such as a GET. */
function lacksType(request: SignableRequest, headers: object): boolean {
	const isNamed = Object.keys(headers).some((name) => name.trim().toLowerCase() === 'content-type');
	return !isNamed && mayBeJson(request);
}

/**
 * Stands for several signals (a polyfill of `AbortSignal.any`), which n8n's HTTP client listens to until the request is
 * done, as it does with one. The original would be shorter, but with a timeout in it, Node.js 20 may forget the timeout
 * before it fires, and Node.js 24 keeps it until it has fired, long after the request.
 */
class AnySignal {
	constructor(private readonly signals: AbortSignal[]) {}

	get aborted(): boolean {
		return this.signals.some(({ aborted }) => aborted);
	}

	addEventListener(type: 'abort', listener: () => void): void {
		for (const signal of this.signals) signal.addEventListener(type, listener);
	}

	removeEventListener(type: 'abort', listener: () => void): void {
		for (const signal of this.signals) signal.removeEventListener(type, listener);
	}
}

/**
 * @returns what ends a request: the signal that it already has, if any, and its timeout (deadline). The timeout of
 * n8n's HTTP client applies only while nothing arrives: an answer that trickles in would never end, nor would a change
 * of protocol (101).
 */
function abortSignalOf({ abortSignal, timeout }: SignableRequest): SignableRequest['abortSignal'] {
	const milliseconds = Number(timeout);
	if (!(milliseconds > 0)) return abortSignal;
	const deadline = AbortSignal.timeout(
		Math.min(Math.ceil(milliseconds), LONGEST_TIMEOUT_MILLISECONDS),
	);
	return abortSignal ? new AnySignal([abortSignal as AbortSignal, deadline]) : deadline;
}

/**
 * Addresses a request to the account's own instance, and signs it: `<base URL>/communities` goes out as
 * `<base URL>/instances/{instance}/token/{token}/communities`, with the `Client-Token` header if there is one, and a
 * `Content-Type`, which Z-API wants on every request.
 *
 * A request to any other host comes back untouched. A signed request only goes over a connection whose certificate is
 * checked, except to this machine. It follows no redirect, since n8n's HTTP client would carry the header to wherever
 * the redirect points. With a `timeout`, the whole answer has to arrive in time. Otherwise the request ends like one
 * that is stopped, with the code `ERR_CANCELED`.
 *
 * @param credential the decrypted `zApi` credential
 * @param request n8n's request options, with `url` (and maybe `baseURL`), or with a whole `uri`
 * @returns a copy of the request, ready to be sent
 * @throws UserError when the credential lacks a value, or has one that can't be right
 * @see https://developer.z-api.io/security/client-token
 */
export function signRequest(
	credential: ICredentialDataDecryptedObject,
	request: SignableRequest,
): IHttpRequestOptions {
	const { baseUrl, instance, token, clientToken } = readAccount(credential);
	request.onSigned?.(secretsOf(credential));
	const target = resolveTarget(request, baseUrl);
	const basePath = baseUrl.pathname.replace(/\/+$/, '');
	if (
		target === undefined ||
		target.origin !== baseUrl.origin ||
		!`${target.pathname}/`.startsWith(`${basePath}/`)
	) {
		return request as IHttpRequestOptions;
	}

	const account = `/instances/${encodeURIComponent(instance)}/token/${encodeURIComponent(token)}`;
	const path = target.pathname.slice(basePath.length);
	const isAddressed = `${path}/`.startsWith(`${account}/`);
	const address = `${baseUrl.origin}${basePath}${isAddressed ? '' : account}${path}${target.search}`;

	const headers = Object.fromEntries(Object.entries(request.headers ?? {}).filter(isOwnHeader));
	if (clientToken !== '') headers['Client-Token'] = clientToken;
	if (lacksType(request, headers)) headers['Content-Type'] = 'application/json';

	const signed: SignableRequest & { followRedirect?: boolean; followAllRedirects?: boolean } = {
		...withoutDetours(request, isLocalHost(baseUrl)),
		...(request.uri === undefined ? { url: address } : { uri: address, url: undefined }),
		baseURL: undefined,
		headers,
		abortSignal: abortSignalOf(request),
		// The first is for n8n's `httpRequest`, the others are for its older `request`.
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	};
	return signed as IHttpRequestOptions;
}
