import type { Field } from '../contract/endpoints.mts';
import type { Route } from './routes.mts';
import type { ReceivedRequest } from './types.mts';

// Assumption: the documentation lists what an endpoint takes but not what happens to anything else. The
// emulator refuses all of it, so that a test sees every deviation: unknown and missing names, other types
// (a number is no string, null is nothing) and values outside an enumeration. The wording is its own too.

type Values = Record<string, unknown>;

function isObject(value: unknown): value is Values {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasType(type: string, value: unknown): boolean {
	const itemType = /^array<(.+)>$/.exec(type)?.[1];
	if (itemType !== undefined) {
		return Array.isArray(value) && value.every((item) => hasType(itemType, item));
	}
	switch (type) {
		case 'string':
		case 'boolean':
		case 'number':
			return typeof value === type;
		case 'integer':
			return Number.isInteger(value);
		case 'object':
			return isObject(value);
		default:
			throw new Error(`The endpoint data has a type that the emulator doesn't know: ${type}`);
	}
}

/** The figure that a minimum and a maximum are about. */
function extent(value: unknown): number {
	return typeof value === 'string' || Array.isArray(value) ? value.length : Number(value);
}

function checkValue(field: Field, value: unknown, name: string): string | undefined {
	if (!hasType(field.type, value)) return `${name} must be of type ${field.type}`;

	const items: unknown[] = Array.isArray(value) ? value : [value];
	const { enum: allowed, min = -Infinity, max = Infinity } = field;
	if (allowed && !items.every((item) => allowed.includes(item))) {
		return `${name} must be one of ${allowed.join(', ')}`;
	}
	const tooSmall = extent(value) < min;
	if (tooSmall || extent(value) > max) {
		return `${name} must be at ${tooSmall ? `least ${min}` : `most ${max}`}`;
	}

	const inner = field.fields ?? field.items;
	if (!inner) return undefined;
	return firstProblem(items.filter(isObject), (item) => checkFields(inner, item, `${name}.`));
}

function checkFields(fields: Field[], values: Values, prefix = ''): string | undefined {
	const unknown = Object.keys(values).find((name) => !fields.some((field) => field.name === name));
	if (unknown !== undefined) return `${prefix}${unknown} is unknown`;
	return firstProblem(fields, (field) => {
		const name = prefix + field.name;
		if (Object.hasOwn(values, field.name)) return checkValue(field, values[field.name], name);
		return field.required ? `${name} is missing` : undefined;
	});
}

function firstProblem<Item>(items: Item[], check: (item: Item) => string | undefined) {
	for (const item of items) {
		const problem = check(item);
		if (problem !== undefined) return problem;
	}
	return undefined;
}

/** Text from a path or query, as the value it stands for; left as it is where it stands for none. */
function readText(type: string | undefined, text: string): unknown {
	const isNumber = (type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text);
	if (isNumber) return Number(text);
	return type === 'boolean' && /^(true|false)$/.test(text) ? text === 'true' : text;
}

function checkTexts(fields: Field[], texts: Record<string, string>, kind: string) {
	const typeOf = (name: string) => fields.find((field) => field.name === name)?.type;
	const values = Object.entries(texts).map(([name, text]) => [name, readText(typeOf(name), text)]);
	return checkFields(fields, Object.fromEntries(values) as Values, `${kind} `);
}

function checkBody(fields: Field[], body: unknown): string | undefined {
	const whole = fields.find(({ name }) => name === '$');
	if (whole) return checkValue(whole, body, 'The body');
	return isObject(body) ? checkFields(fields, body) : 'The body must be a JSON object';
}

/**
 * Compares a request with what the documentation says about an endpoint.
 *
 * @param route the endpoint, with the values of its path parameters
 * @param request its `body` already read from JSON; undefined if the request has none
 * @returns what is wrong, naming the field; undefined if nothing is
 */
export function findProblem(
	{ endpoint, pathParameters }: Route,
	{ query, body }: Pick<ReceivedRequest, 'query' | 'body'>,
): string | undefined {
	return (
		checkTexts(endpoint.pathParams, pathParameters, 'Path parameter') ??
		checkTexts(endpoint.query, query, 'Query parameter') ??
		// Assumption: no body at all is the same as an empty object.
		checkBody(endpoint.body, body === undefined ? {} : body)
	);
}

/**
 * Tells how far a request is from an endpoint: of several that share a path, the closest is meant.
 *
 * @param route the endpoint
 * @param request its `body` already read from JSON
 * @returns how many names of fields are unknown or missing in the body
 */
export function countMisfits({ endpoint }: Route, { body }: Pick<ReceivedRequest, 'body'>): number {
	const given = isObject(body) ? Object.keys(body) : [];
	const unknown = given.filter((name) => !endpoint.body.some((field) => field.name === name));
	const missing = endpoint.body.filter(({ name, required }) => required && !given.includes(name));
	return unknown.length + missing.length;
}
