import { getCredentialAllowedDomains, NodeOperationError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INode,
} from 'n8n-workflow';
import type { Connection } from './perform';

/** n8n's own, where the user sets none. */
const TIMEOUT_MILLISECONDS = 300_000;

/** What n8n adds to the settings of every declarative node. */
export interface RequestOptions {
	batching?: { batch?: { batchSize?: number; batchInterval?: number } };
	proxy?: string;
	timeout?: number;
	allowUnauthorizedCerts?: boolean;
}

/** Reads a proxy's address, and says what n8n's own engine says where it can't be one. */
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
 * How the request of an item goes out, by the node's *Request Options* and the credential's allowed domains.
 *
 * @param credential the run's credential, which may say where it can be sent
 * @throws NodeOperationError when the proxy can't be one, or the credential may not be used here
 */
export function connectionOf(
	context: IExecuteSingleFunctions,
	credential: ICredentialDataDecryptedObject,
): Connection {
	const node = context.getNode();
	const options = context.getNodeParameter('requestOptions', {}) as RequestOptions;
	const allowedDomains =
		// Older versions of n8n have no such restriction.
		typeof getCredentialAllowedDomains === 'function'
			? getCredentialAllowedDomains({
					node,
					credentialData: credential,
					credentialOwnedSurface: true,
					nodeEndpointUrl: undefined,
				})
			: undefined;
	const { proxy, timeout, allowUnauthorizedCerts } = options;
	return {
		timeout: Number(timeout) || TIMEOUT_MILLISECONDS,
		...(proxy && { proxy: readProxy(node, proxy, context.getItemIndex()) }),
		...(allowUnauthorizedCerts && { skipSslCertificateValidation: true }),
		...(allowedDomains && { allowedDomains }),
	};
}
