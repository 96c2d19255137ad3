import type {
	IDataObject,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	NodeParameterValueType,
} from 'n8n-workflow';
import type { Operation, Resource } from '../../nodes/ZApi/language/operation.ts';
import { endpointOf, endpoints, type Endpoint } from './endpoints.mts';
import { exceptions } from './exceptions.mts';

/** What a user enters into an operation to get a documented sample request, and what has to come of it. */
export interface ContractRow {
	/** Resource and operation, as in `group.updateName`. */
	title: string;
	resource: string;
	operation: string;
	endpoint: Endpoint;
	/** The operation's own fields, as its file lists them. */
	fields: INodeProperties[];
	/** What is sent beside them, which nobody enters. */
	constants: IDataObject;
	/** What is entered into the fields. */
	parameters: INodeParameters;
	request: { method: string; path: string; query: Record<string, string>; text: string };
	/** What Z-API answers. */
	answer: object | string | null;
	/** What the operation gives for the documented answer. */
	items: IDataObject[];
}

type Values = Record<string, unknown>;

/** What the panel calls by n8n's names. */
const OTHER_NAMES = new Map([
	['returnAll', 'page'],
	['limit', 'pageSize'],
]);

/**
 * @param field a field of the panel
 * @returns what the documentation calls it, with dots inside of objects; undefined for a field that only helps
 *   to fill in others
 */
export function documentedName(field: INodeProperties): string | undefined {
	return OTHER_NAMES.get(field.name) ?? field.routing?.send?.property;
}

/** @returns the fields that have a value of their own: a collection gives those inside of it */
export function leavesOf(fields: INodeProperties[]): INodeProperties[] {
	return fields.flatMap((field) =>
		field.type === 'collection' ? (field.options as INodeProperties[]) : [field],
	);
}

function isObject(value: unknown): value is Values {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unlessEmpty(entered: INodeParameters): INodeParameters | undefined {
	return Object.keys(entered).length > 0 ? entered : undefined;
}

/** @returns the value at a path with dots, if there is one */
function valueAt(values: Values, path = ''): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), values);
}

type Given = (field: INodeProperties) => unknown;

/** What is chosen in a field that shows others: its own value, or what shows a field that has one, or its default. */
function choiceIn(chooser: INodeProperties, fields: INodeProperties[], given: Given): unknown {
	const own = OTHER_NAMES.has(chooser.name) ? undefined : given(chooser);
	if (own !== undefined) return own;
	const choices: unknown[] = fields
		.filter((field) => given(field) !== undefined)
		.flatMap(({ displayOptions }) => displayOptions?.show?.[chooser.name] ?? []);
	return choices.length === 0 || choices.includes(chooser.default) ? chooser.default : choices[0];
}

/** @returns whether a field is shown once the values are entered, and nothing else is chosen */
function isShown(
	{ displayOptions }: INodeProperties,
	fields: INodeProperties[],
	given: Given,
): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(([name, values]) => {
		const chooser = fields.find((field) => field.name === name);
		return !chooser || values?.includes(choiceIn(chooser, fields, given) as string);
	});
}

/** What has to be chosen in a field that isn't sent itself; undefined where that is its default. */
function choiceToEnter(field: INodeProperties, fields: INodeProperties[], given: Given): unknown {
	const choice = choiceIn(field, fields, given);
	return choice === field.default ? undefined : choice;
}

function locate({ modes = [] }: INodeProperties, value: unknown): NodeParameterValueType {
	const isPhone = /^\d+$/.test(String(value)) && modes.some(({ name }) => name === 'phone');
	return { __rl: true, mode: isPhone ? 'phone' : 'id', value: value as string };
}

/** A list of the panel: of objects, or of single values under the name of its only field. */
function enterList({ options, typeOptions }: INodeProperties, value: unknown) {
	const [group] = options as INodePropertyCollection[];
	if (!group) return undefined;
	const entries = [value].flat().map((entry) => {
		const values = isObject(entry) ? entry : { [group.values[0]?.name ?? '']: entry };
		return enter(group.values, values, ({ name }) => name);
	});
	return { [group.name]: typeOptions?.multipleValues ? entries : entries[0] } as INodeParameters;
}

function enterOne(field: INodeProperties, value: unknown): NodeParameterValueType | undefined {
	if (value === undefined) return undefined;
	if (field.type === 'resourceLocator') return locate(field, value);
	if (field.type === 'fixedCollection') return enterList(field, value);
	if (field.type === 'json') return JSON.stringify(value);
	if (field.type === 'string' && Array.isArray(value)) return value.join(', ');
	return value as NodeParameterValueType;
}

/**
 * Finds out what to enter into fields so that certain values are sent.
 *
 * @param fields the fields, in the panel's form
 * @param values what is to be sent, under the documentation's names
 * @param nameOf what the documentation calls a field
 * @returns the parameters of a node; what isn't to be sent is left out
 */
export function enter(
	fields: INodeProperties[],
	values: Values,
	nameOf: (field: INodeProperties) => string | undefined = documentedName,
): INodeParameters {
	const entered: INodeParameters = {};
	const given: Given = (field) => valueAt(values, nameOf(field));
	for (const field of fields.filter((candidate) => isShown(candidate, fields, given))) {
		const value =
			field.type === 'collection'
				? unlessEmpty(enter(leavesOf([field]), values, nameOf))
				: enterOne(field, given(field) ?? choiceToEnter(field, fields, given));
		// A list has to end at its limit, so it isn't asked for as a whole.
		if (value !== undefined) entered[field.name] = field.name === 'returnAll' ? false : value;
	}
	return entered;
}

function pathValues({ path, sample }: Endpoint): Values {
	const given = sample.path.split('/');
	const entries = path.split('/').map((segment, index) => [segment, given[index] ?? '']);
	return Object.fromEntries(
		entries
			.filter(([segment]) => segment?.startsWith('{'))
			.map(([segment = '', value = '']) => [segment.slice(1, -1), decodeURIComponent(value)]),
	);
}

function constantsOf({ request }: Pick<Operation, 'request'>): IDataObject {
	return (request as { body?: IDataObject }).body ?? {};
}

/**
 * Finds the endpoint of an operation: by its method and path or, where several share these, by what it says in
 * `endpoint`. Of more than one, the first counts, and the others are offered along with it; they may lie below it, where
 * an option leads.
 *
 * @throws {Error} if it isn't clear which
 */
function findEndpoints(title: string, operation: Operation): Endpoint[] {
	const { method, url } = operation.request;
	const { endpoint: said } = operation;
	const found = endpoints.filter(
		(endpoint) =>
			endpoint.auth === 'instance' && endpoint.method === method && endpoint.path === url,
	);
	if (found.length === 0)
		throw new Error(`${title}: tools/contract/endpoints has no ${method} ${url}`);
	if (said === undefined && found.length === 1) return found;
	const chosen = [said ?? []].flat().map(endpointOf);
	const isThere = ({ method: of, path }: Endpoint) =>
		of === method && (path === url || path.startsWith(`${url}/`));
	if (chosen.some((endpoint) => found.includes(endpoint)) && chosen.every(isThere)) return chosen;
	const ids = found.map(({ id }) => id).join(', ');
	throw new Error(`${title} needs an \`endpoint\`, of those with ${method} ${url}: ${ids}`);
}

function textsOf(values: Values): Record<string, string> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** The body of the sample, with what the operation always sends; undefined for none. */
function bodyOf({ sample: { body } }: Endpoint, constants: IDataObject): object | undefined {
	if (Array.isArray(body) || Object.keys(constants).length === 0) return body ?? undefined;
	return { ...body, ...constants };
}

/** The items that a documented answer becomes: one for each entry of a list, and never one without content. */
function itemsOf({ shape, status }: Endpoint['response'], list?: string): IDataObject[] {
	if (list !== undefined) return (shape as Record<string, IDataObject[]>)[list] ?? [];
	if (Array.isArray(shape)) return shape as IDataObject[];
	if (shape && Object.keys(shape).length > 0) return [shape as IDataObject];
	return [
		{ success: true, message: `Z-API accepted the request (status ${status}) and sent no details` },
	];
}

/** What the panel shows for an operation, its options in their collection. */
function panelOf({ fields, options }: Operation): INodeProperties[] {
	const added = options.flatMap(({ properties }) => properties);
	return [
		...fields.flatMap(({ properties }) => properties),
		{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: added },
	];
}

function makeRow(resource: string, operation: Operation, endpoint: Endpoint): ContractRow {
	const title = `${resource}.${operation.value}`;
	const { method, sample, response } = endpoint;
	const values = Array.isArray(sample.body) ? { $: sample.body } : sample.body;
	const constants = constantsOf(operation);
	const body = bodyOf(endpoint, constants);
	const exception = exceptions[title] ?? {};
	const { parameters, request, answer = response.shape, list } = exception;
	const { items: answered = itemsOf(response, list) } = exception;
	const items = operation.deletes ? answered.map((item) => ({ deleted: true, ...item })) : answered;
	const fields = panelOf(operation);
	return {
		...{ title, resource, operation: operation.value, endpoint, items },
		...{ fields, constants, answer },
		parameters: {
			...enter(fields, { ...pathValues(endpoint), ...sample.query, ...values }),
			...parameters,
		},
		request: {
			...{ method, path: sample.path, query: textsOf(sample.query) },
			text: body ? JSON.stringify(body) : '',
			...request,
		},
	};
}

/**
 * Makes the contract of the node, from the operations' data and from what is documented.
 *
 * @param resources what the node offers
 * @param samplesOf gives an endpoint with each sample to make a row of, if that isn't its own
 * @returns for each operation one row for each endpoint that it is for, most often one
 * @throws {Error} if an operation has no documented endpoint, or doesn't say which of several
 */
export function rowsOf(
	resources: Resource[],
	samplesOf: (endpoint: Endpoint) => Endpoint[] = (endpoint) => [endpoint],
): ContractRow[][] {
	// What waits for a response sends what the documentation has for others; what tells the trigger isn't Z-API's.
	const isOwn = ({ waitsForResponse, carryOut }: Operation) => !waitsForResponse && !carryOut;
	return resources.flatMap(({ value, operations }) =>
		operations.filter(isOwn).map((operation) =>
			findEndpoints(`${value}.${operation.value}`, operation)
				.flatMap(samplesOf)
				.map((endpoint) => makeRow(value, operation, endpoint)),
		),
	);
}
