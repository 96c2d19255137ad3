import { getCredentialAllowedDomains, NodeOperationError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INode,
} from 'n8n-workflow';
import type { Connection } from './perform';

/** n8n's own default. */
const TIMEOUT_MILLISECONDS = 300_000;

/** What n8n adds to the settings of every declarative node. */
export interface RequestOptions {
	batching?: { batch?: { batchSize?: number; batchInterval?: number } };
	proxy?: string;
	timeout?: number;
	allowUnauthorizedCerts?: boolean;
}

/** Reads the address of a proxy. If it is invalid, the error has the words of n8n's own engine. */
function readProxy(node: INode, proxy: string, itemIndex: number): IHttpRequestOptions['proxy'] {
	const url = URL.canParse(proxy) ? new URL(proxy) : undefined;
	const port = /:(\d+)\/?$/.exec(proxy)?.[1];
	const missing = !url?.hostname ? 'host' : port === undefined ? 'port' : undefined;
	if (!url || missing !== undefined) {
		throw new NodeOperationError(node, 'The proxy is not valid', {
			itemIndex,
			description: `The proxy URL does not contain a valid value for "${missing}"`,
		});
	}
	const { username, password, hostname, protocol } = url;
	return {
		host: hostname,
		port: Number(port),
		protocol: protocol.replace(/:$/, ''),
		...(username && {
			auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) },
		}),
	};
}

/**
 * The domains that the credential may be sent to, if its owner limits them.
 *
 * @throws NodeOperationError when it may not be used here at all
 */
export function allowedDomainsOf(
	node: INode,
	credentialData: ICredentialDataDecryptedObject,
): Connection['allowedDomains'] {
	// Older versions of n8n have no such restriction.
	if (typeof getCredentialAllowedDomains !== 'function') return undefined;
	const nodeEndpointUrl = undefined;
	return getCredentialAllowedDomains({
		node,
		credentialData,
		credentialOwnedSurface: true,
		nodeEndpointUrl,
	});
}

/**
 * How the request of an item is sent, according to the node's *Request Options*.
 *
 * @throws NodeOperationError when the proxy is invalid
 */
export function connectionOf(context: IExecuteSingleFunctions): Connection {
	const options = context.getNodeParameter('requestOptions', {}) as RequestOptions;
	const { proxy, timeout, allowUnauthorizedCerts } = options;
	return {
		timeout: Number(timeout) || TIMEOUT_MILLISECONDS,
		...(proxy && { proxy: readProxy(context.getNode(), proxy, context.getItemIndex()) }),
		...(allowUnauthorizedCerts && { skipSslCertificateValidation: true }),
	};
}
