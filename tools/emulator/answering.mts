import { answerAsDocumented } from './documented.mts';
import { isGroupId } from './groups.mts';
import { handlers } from './handlers.mts';
import { Refusal } from './refusal.mts';
import type { Quirks } from './quirks.mts';
import { decode, findRoutes } from './routes.mts';
import type { Route } from './routes.mts';
import type { Answer, Instance, ReceivedRequest } from './types.mts';
import { countMisfits, findProblem } from './validation.mts';

const INSTANCE_ADDRESS = /^\/instances\/([^/]+)\/token\/([^/]+)(?=\/|$)/;

/**
 * Splits a path into the instance's address and what follows it.
 *
 * @param path a whole path, percent-encoded
 * @returns the whole path as `path`, without instance and token, if it doesn't start with an instance's address
 */
export function splitAddress(path: string): { instance?: string; token?: string; path: string } {
	const [address, instance, token] = INSTANCE_ADDRESS.exec(path) ?? [];
	if (address === undefined || instance === undefined || token === undefined) return { path };
	return { instance: decode(instance), token: decode(token), path: path.slice(address.length) };
}

/** Recorded: what is said of a path that Z-API doesn't know. */
function unknownPath({ unknownPathStatus }: Pick<Quirks, 'unknownPathStatus'>) {
	const message = 'Unable to find matching target resource method';
	return new Refusal(unknownPathStatus, 'NOT_FOUND', { message });
}

/** Finds the instance that a request is for. */
function findInstance({ target }: ReceivedRequest, instances: Instance[]): Instance {
	const { instance, token } = splitAddress(target.replace(/\?.*$/s, ''));
	// Assumption: an address without instance or token is an unknown path.
	if (instance === undefined) throw unknownPath({ unknownPathStatus: 404 });
	const isMeant = ({ account }: Instance) =>
		account.instance === instance && account.token === token;
	const found = instances.find(isMeant);
	if (found) return found;
	// Recorded, for a wrong instance and a wrong token alike.
	throw new Refusal(400, 'Instance not found', { value: null });
}

/** Refuses a request that isn't allowed to use the account. */
function checkAccount({ headers }: ReceivedRequest, { account, quirks }: Instance) {
	// Assumption: an empty header is a missing one.
	const clientToken = String(headers['client-token'] ?? '');
	// Documented: the token is asked for once the account has activated it.
	const isMissing = account.clientToken !== '' && clientToken === '';
	if (isMissing || quirks.clientTokenMissingInPanel) {
		throw new Refusal(400, 'your client-token is not configured');
	}
	if (account.clientToken !== '' && clientToken !== account.clientToken) {
		throw new Refusal(403, `Client-Token ${clientToken} not allowed`);
	}
}

function checkSubscription({ path }: ReceivedRequest, { quirks: { subscriptionOver } }: Instance) {
	if (!subscriptionOver || (subscriptionOver === 'exceptStatus' && path === '/status')) return;
	const what = 'To continue sending a message, you must subscribe to this instance again';
	throw new Refusal(400, what);
}

/** Assumption: what is about the instance itself, its webhooks and its queue needs no WhatsApp. */
function checkConnection({ endpoint }: Route, { state, quirks: { notConnected } }: Instance) {
	const needsWhatsApp = !['instance', 'webhooks', 'queue'].includes(endpoint.section);
	if (notConnected && needsWhatsApp && !state.connected) throw new Refusal(400, notConnected);
}

/** Finds the endpoints for path and method. */
function route({ path, method }: ReceivedRequest, { quirks }: Instance): Route[] {
	const routes = findRoutes(path);
	if (routes.length === 0) throw unknownPath(quirks);
	const allowed = routes.filter(({ endpoint }) => endpoint.method === method);
	// Documented: the status. Assumption: the body, here and for the content type.
	if (allowed.length === 0) throw new Refusal(405, 'Method Not Allowed');
	return allowed;
}

function checkContent({ headers, text, body }: ReceivedRequest) {
	const isJson = /^application\/json\s*(;|$)/i.test(headers['content-type']?.toString() ?? '');
	// Documented for nearly every endpoint, and recorded for GET as well, which has no content.
	if (!isJson) throw new Refusal(415, 'Unsupported Media Type');
	// Assumption: 400 for what isn't JSON.
	if (text !== '' && body === undefined) throw new Refusal(400, 'The body is not valid JSON');
}

/** Whether the ids in the path have the form that the endpoint takes. */
function fitsIds({ pathParameters: { groupId, communityId } }: Route): boolean {
	return (groupId ? isGroupId(groupId) : true) && (communityId ? !isGroupId(communityId) : true);
}

/**
 * Chooses among endpoints that share path and method the one whose documented fields the request has; where
 * these are the same, the one for ids of that form.
 */
function choose(routes: Route[], request: ReceivedRequest): Route {
	const fitting = routes.filter((candidate) => findProblem(candidate, request) === undefined);
	const chosen = fitting.find(fitsIds) ?? fitting[0];
	if (chosen) return chosen;
	const misfits = routes.map((candidate) => countMisfits(candidate, request));
	const closest = routes[misfits.indexOf(Math.min(...misfits))];
	// Assumption: the status; the documentation has 400 for wrong data on a few other pages.
	throw new Refusal(400, (closest && findProblem(closest, request)) ?? 'Bad Request');
}

function carryOut(request: ReceivedRequest, instances: Instance[]): Answer {
	// Assumption: the order of the checks.
	const instance = findInstance(request, instances);
	checkAccount(request, instance);
	checkSubscription(request, instance);
	const routes = route(request, instance);
	checkContent(request);
	const chosen = choose(routes, request);
	checkConnection(chosen, instance);
	const { endpoint, pathParameters } = chosen;

	const handler = handlers[endpoint.id] ?? answerAsDocumented;
	const { query, body } = request;
	return {
		status: endpoint.response.status,
		body: handler({ ...instance, endpoint, pathParameters, query, body }),
	};
}

/**
 * Answers a request as Z-API is documented to, and changes the state accordingly. Synchronous, so that no
 * other request comes in between.
 *
 * @param request the request
 * @param instances whose requests are answered, and whose state is looked at and changed
 */
export function answerRequest(request: ReceivedRequest, instances: Instance[]): Answer {
	try {
		return carryOut(request, instances);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { status: error.status, body: { error: error.message, ...error.more } };
	}
}
