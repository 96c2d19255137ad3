import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

/** A Z-API account, as the credential holds it: cleaned of pasted blanks and checked. */
export interface ZApiAccount {
	/** Where Z-API answers. Its `pathname` never ends in a slash, except for the root itself. */
	baseUrl: URL;
	instance: string;
	token: string;
	/** Empty when the account's security token isn't in use. */
	clientToken: string;
}

/** n8n hands over either the options of `httpRequest`, or those of its older `request` with a whole `uri`. */
type SignableRequest = Partial<IHttpRequestOptions> & { uri?: string };

// Pages and chats bring invisible characters along with a copied value; `\s` alone leaves the zero-width ones.
const BLANKS_AROUND = /^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/g;
const LOCAL_HOST = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const ABSOLUTE_ADDRESS = /^([a-z][a-z\d+.-]*:)?\/\//i;

/** A value shorter than this can't be a secret of Z-API's; hiding it would only garble the text around it. */
const SHORTEST_SECRET = 4;

/** Which secrets each request was signed with, for as long as the request is in use. */
const secretsInUse = new WeakMap<object, string[]>();

/** What ends each request early, besides the signal that n8n gives it. */
const deadlines = new WeakMap<object, AbortSignal>();

function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number'
		? String(value).replace(BLANKS_AROUND, '')
		: '';
}

function readIdentifier(value: unknown, fieldName: string): string {
	const identifier = text(value);
	if (identifier === '') {
		throw new UserError(`${fieldName} is missing in the Z-API credential`, {
			description: `Open the credential and fill in ${fieldName}.`,
		});
	}
	if (/[\s/\\?#]/.test(identifier) || /^\.+$/.test(identifier)) {
		throw new UserError(`${fieldName} in the Z-API credential isn't valid`, {
			description: `Open the credential and paste only the ${fieldName}, not a whole address or a sentence.`,
		});
	}
	return identifier;
}

/** @returns whether an address leads to the machine itself, as that of a stand-in for Z-API does */
export function isLocalHost({ hostname }: URL): boolean {
	return LOCAL_HOST.test(hostname);
}

function readBaseUrl(value: unknown): URL {
	const address = text(value).replace(/\/+$/, '');
	if (!URL.canParse(address)) {
		throw new UserError("Base URL in the Z-API credential isn't a web address", {
			description: 'Open the credential and set Base URL to https://api.z-api.io',
		});
	}
	const baseUrl = new URL(address);
	if (baseUrl.protocol !== 'https:' && !(baseUrl.protocol === 'http:' && isLocalHost(baseUrl))) {
		throw new UserError('Base URL in the Z-API credential must start with https://', {
			description:
				'Without https, your tokens would travel unprotected. Only an address on localhost may use http.',
		});
	}
	return baseUrl;
}

/**
 * Reads the account that a credential holds.
 *
 * @param credential the decrypted `zApi` credential
 * @throws UserError when the credential lacks a value, or has one that can't be right
 */
export function readAccount(credential: ICredentialDataDecryptedObject): ZApiAccount {
	return {
		baseUrl: readBaseUrl(credential.baseUrl),
		instance: readIdentifier(credential.instance, 'Instance ID'),
		token: readIdentifier(credential.token, 'Instance Token'),
		clientToken: text(credential.clientToken),
	};
}

/**
 * Resolves where a request would go, in the same way as n8n's HTTP client does. A request that names
 * no host at all goes to the account's own.
 */
function resolveTarget({ uri, url, baseURL }: SignableRequest, ownBase: URL): URL | undefined {
	const path = text(uri ?? url);
	const base = (text(baseURL) || ownBase.href).replace(/\/+$/, '');
	const address = ABSOLUTE_ADDRESS.test(path) ? path : `${base}/${path.replace(/^\/+/, '')}`;
	return URL.canParse(address, ownBase.href) ? new URL(address, ownBase) : undefined;
}

/**
 * Addresses and signs a request for the account's own instance: `<base URL>/communities` goes out as
 * `<base URL>/instances/{instance}/token/{token}/communities`, with the `Client-Token` header if there is one.
 *
 * A request to any other host comes back untouched. A signed request follows no redirect, since n8n's HTTP
 * client would carry the header to wherever the redirect points.
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
	secretsInUse.set(request, secretsOf(credential));
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

	const headers = Object.fromEntries(
		Object.entries(request.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'client-token'),
	);
	if (clientToken !== '') headers['Client-Token'] = clientToken;

	const signals = [request.abortSignal, deadlines.get(request)].filter(
		(signal) => signal !== undefined,
	) as AbortSignal[];
	const signed: SignableRequest & { followRedirect?: boolean; followAllRedirects?: boolean } = {
		...request,
		...(request.uri === undefined ? { url: address } : { uri: address, url: undefined }),
		baseURL: undefined,
		headers,
		...(signals.length > 0 && { abortSignal: AbortSignal.any(signals) }),
		// The first is for n8n's `httpRequest`, the others are for its older `request`.
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	};
	return signed as IHttpRequestOptions;
}

/**
 * Lets a signal end a request. n8n puts a signal of its own into the request's options just before it is signed, so
 * another one would be lost there.
 *
 * @param request the request as it is before {@link signRequest} signs it
 */
export function endWith(request: object, signal: AbortSignal): void {
	deadlines.set(request, signal);
}

/**
 * Lists every form in which the account's secrets could turn up in a text, the longest first.
 *
 * @param credential the decrypted `zApi` credential; values may be missing
 * @returns the instance, the token and the Client-Token, as they are and as they look inside an address
 */
export function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	const values = [credential.instance, credential.token, credential.clientToken]
		.map(text)
		.filter((value) => value.length >= SHORTEST_SECRET);
	return [...new Set(values.flatMap((value) => [value, encodeURIComponent(value)]))].sort(
		(a, b) => b.length - a.length,
	);
}

/**
 * @param request the request as it was before {@link signRequest} signed it
 * @returns the secrets it was signed with, as {@link secretsOf} gives them; undefined if it never was
 */
export function secretsSignedInto(request: object): string[] | undefined {
	return secretsInUse.get(request);
}
