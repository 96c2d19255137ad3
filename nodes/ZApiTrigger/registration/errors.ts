import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions } from 'n8n-workflow';
import { isLocalHost } from '../shared/account/account';
import { failureOfError, FailureInWords, toNodeError } from '../shared/requests/errors';
import { isOnInternet } from '../shared/values/hosts';
import { nameOfCallback } from './events';
import type { OwnAddress } from './ownAddress';
import type { FoundAddress } from './places';

/**
 * @param address the address at which this n8n would receive events
 * @throws NodeOperationError when Z-API couldn't reach it
 */
export function checkReachable(context: IHookFunctions, address: string, baseUrl: URL): void {
	// A stand-in for Z-API on this machine can reach addresses that Z-API itself can't.
	if (isLocalHost(baseUrl)) return;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url?.protocol === 'https:' && isOnInternet(url)) return;
	const advice =
		"Set n8n's environment variable WEBHOOK_URL to its public https:// address. If it has none, use a tunnel such as cloudflared or ngrok.";
	const where = url === undefined ? 'no web address' : url.origin;
	throw new NodeOperationError(
		context.getNode(),
		`Z-API can't send events to this n8n, whose address is ${where}: it accepts only public https:// addresses. ${advice}`,
		{ description: advice },
	);
}

function hostOf(address: string): string {
	const host = URL.canParse(address) ? new URL(address).host : '';
	return host === '' ? 'an invalid address' : host;
}

/**
 * @param inTheWay what this node may not replace. Only the host of an address is named, since the rest can be secret.
 * @returns the error that keeps the node from being registered
 */
export function inTheWayError(
	context: IHookFunctions,
	inTheWay: FoundAddress[],
	own: OwnAddress,
): NodeOperationError {
	const places = inTheWay.map(({ callback, current }) => {
		const host = hostOf(current);
		const who = host === hostOf(own.url) ? `${host}, another workflow of this n8n` : host;
		return `"${nameOfCallback(callback)}" to ${who}`;
	});
	const advice =
		"Z-API keeps one address per event. Remove that address in the Z-API panel, unpublish the workflow that uses it, or turn on this node's option Replace Existing Addresses.";
	return new NodeOperationError(
		context.getNode(),
		`Z-API already sends ${places.join(', and ')}. ${advice}`,
		{ description: advice },
	);
}

/**
 * @param error why a registration failed halfway
 * @param left the names of what couldn't be restored
 * @returns an error in words for the user, which also says what is set now
 */
export function halfwayError(context: IHookFunctions, error: unknown, left: string[]): Error {
	const { message, description } = failureOfError(error);
	const outcome =
		left.length === 0
			? 'Nothing was changed.'
			: `What was set before couldn't be put back for ${left.join(', ')}: look at the webhooks of your instance in the Z-API panel.`;
	const statusCode = Number((error as { httpCode?: unknown }).httpCode) || undefined;
	const failure = { message: `${message}. ${outcome}`, description, statusCode };
	// Its secrets are hidden already: it comes from a request.
	return toNodeError(context, new FailureInWords(failure), []);
}
