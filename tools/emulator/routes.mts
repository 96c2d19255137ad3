import { endpointOf, endpoints, type Endpoint, type Field } from '../contract/endpoints.mts';

/** An endpoint that a path leads to, with the values of its path parameters. */
export interface Route {
	endpoint: Endpoint;
	pathParameters: Record<string, string>;
}

/** The endpoints for texts that mention someone, and what they mention them with. */
const MENTIONS = new Map([
	['mention-participant', 'mentioned'],
	['mention-group', 'groupMentioned'],
	['mention-all', 'mentionAll'],
]);

/**
 * Tells apart the endpoints for texts, which share a path: `send-text` has the fields of all of them.
 *
 * Documented, but only in words: mentions of groups may be combined with mentions of people. Assumption: no
 * other kinds of mentions may, and all else that a text can have goes with any of them.
 */
function separateMentions(endpoint: Endpoint): Endpoint {
	const { id, body } = endpoint;
	const mentions = [...MENTIONS.values()];
	const plain = endpointOf('send-text').body.filter(({ name }) => !mentions.includes(name));
	if (id === 'send-text') return { ...endpoint, body: plain };
	if (!MENTIONS.has(id)) return endpoint;

	const people = endpointOf('mention-participant').body.filter(({ name }) => name === 'mentioned');
	const optional = people.map((field) => ({ ...field, required: false }));
	const more = id === 'mention-group' ? [...plain, ...optional] : plain;
	const isNew = (field: Field) => !body.some(({ name }) => name === field.name);
	return { ...endpoint, body: [...body, ...more.filter(isNew)] };
}

const routes = endpoints
	// Assumption: what is for partners is elsewhere; it takes another token.
	.filter(({ auth }) => auth === 'instance')
	.map(separateMentions)
	.map((endpoint) => ({ endpoint, segments: endpoint.path.split('/') }));

/**
 * @param text a part of a path
 * @returns it without percent-encoding; as it is, if the encoding is broken
 */
export function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function parameterName(segment: string): string | undefined {
	return /^\{(.+)\}$/.exec(segment)?.[1];
}

function match(segments: string[], pattern: string[]): Record<string, string> | undefined {
	if (segments.length !== pattern.length) return undefined;
	const pathParameters: Record<string, string> = {};
	for (const [index, expected] of pattern.entries()) {
		const segment = segments[index] ?? '';
		const name = parameterName(expected);
		if (name === undefined ? segment !== expected : segment === '') return undefined;
		if (name !== undefined) pathParameters[name] = decode(segment);
	}
	return pathParameters;
}

/**
 * Finds every endpoint that a path may mean, whatever the method: one path can serve several methods, and
 * several endpoints can share path and method and differ only in the body.
 *
 * @param path the path behind the instance's address
 */
export function findRoutes(path: string): Route[] {
	// Assumption: a path is taken literally; upper case or a slash at the end make it an unknown one.
	const segments = path.split('/');
	const found: Route[] = [];
	for (const { endpoint, segments: pattern } of routes) {
		const pathParameters = match(segments, pattern);
		if (pathParameters) found.push({ endpoint, pathParameters });
	}
	// Assumption: a literal path goes before a parameter, so `link` in `/communities/link` is no community's id.
	const count = (route: Route) => Object.keys(route.pathParameters).length;
	const fewest = Math.min(...found.map(count));
	return found.filter((route) => count(route) === fewest);
}
