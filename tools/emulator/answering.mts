import { answerAsDocumented } from './documented.mts';
import { isGroupId } from './groups.mts';
import { handlers } from './handlers.mts';
import { Refusal } from './refusal.mts';
import { decode, findRoutes } from './routes.mts';
import type { Route } from './routes.mts';
import type { Account, Answer, Instance, ReceivedRequest } from './types.mts';
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

/** Refuses a request that isn't for the account or isn't allowed to use it. */
function checkAccount({ target, headers }: ReceivedRequest, account: Account) {
	const { instance, token } = splitAddress(target.replace(/\?.*$/s, ''));
	// Assumption: an address without instance or token is an unknown path.
	if (instance === undefined) throw new Refusal(404, 'Not Found');
	// Assumption: a wrong token gets the same answer as a wrong instance, known only from others' code.
	if (instance !== account.instance || token !== account.token) {
		throw new Refusal(400, 'Instance not found');
	}
	// Documented: the token is asked for once the account has activated it.
	if (account.clientToken === '') return;
	// Assumption: an empty header is a missing one. The wording for a wrong value and the status 403 are
	// assumptions too; documented is the text `null not allowed`.
	const clientToken = String(headers['client-token'] || 'null');
	if (clientToken !== account.clientToken) throw new Refusal(403, `${clientToken} not allowed`);
}

/** Finds the endpoints for path and method. */
function route({ path, method }: ReceivedRequest): Route[] {
	const routes = findRoutes(path);
	// Assumption: 404; the documentation doesn't know that status.
	if (routes.length === 0) throw new Refusal(404, 'Not Found');
	const allowed = routes.filter(({ endpoint }) => endpoint.method === method);
	// Documented: the status. Assumption: the body, here and for the content type.
	if (allowed.length === 0) throw new Refusal(405, 'Method Not Allowed');
	return allowed;
}

function checkContent({ method, headers, text, body }: ReceivedRequest) {
	const canGoWithout = text === '' && (method === 'GET' || method === 'DELETE');
	const isJson = /^application\/json\s*(;|$)/i.test(headers['content-type']?.toString() ?? '');
	// Assumption: GET, and DELETE without a body, need no content type, though every page lists the status.
	if (!canGoWithout && !isJson) throw new Refusal(415, 'Unsupported Media Type');
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

function carryOut(request: ReceivedRequest, instance: Instance): Answer {
	// Assumption: the order of the checks.
	checkAccount(request, instance.account);
	const routes = route(request);
	checkContent(request);
	const { endpoint, pathParameters } = choose(routes, request);

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
 * @param instance whose requests are answered, and whose state is looked at and changed
 */
export function answerRequest(request: ReceivedRequest, instance: Instance): Answer {
	try {
		return carryOut(request, instance);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { status: error.status, body: { error: error.message } };
	}
}
