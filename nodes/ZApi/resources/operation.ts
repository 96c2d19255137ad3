import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestMethods,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { KnownRefusal } from '../../shared/requests/knownFailures';
import { collection, type Draft, type Field, type ValueField } from '../fields/field';
import { requestsAtOnce } from '../fields/requestsAtOnce';

/** One thing that the node can do, as data. */
export interface Operation {
	/** As the operation dropdown shows it, in title case. */
	name: string;
	/** As saved workflows keep it; never changes once released. */
	value: string;
	/** As the nodes panel lists it, in sentence case. Errors repeat it: "Z-API didn't unlink groups …". */
	action: string;
	description: string;
	/**
	 * Z-API's endpoint, relative to the instance's address; `{name}` is filled by the field of that name. The body is
	 * what it always sends beside the fields' values.
	 */
	request: { method: IHttpRequestMethods; url: string; body?: IDataObject };
	/** The documented endpoint's `id`, where several share method and path; in a list, the first is the main one. */
	endpoint?: string | string[];
	/**
	 * Whether it changes nothing, and so may be sent again. What isn't said follows from the method: GET only reads.
	 */
	isRead?: boolean;
	/**
	 * Whether it sends something to the chat `phone`, or to one's own status, if it has no such field: what goes to one
	 * place arrives in the items' order.
	 */
	sendsToChat?: true;
	/** Whether the execution waits for somebody's answer: then it is carried out in `sendAndWait/`. */
	waitsForResponse?: true;
	/** Whether it lists entries: one item each, and none if there are none. */
	isList?: true;
	/**
	 * Tells an answer that is one, though it looks like a refusal, as GET /status does with its `error`, or isn't an
	 * object.
	 */
	isAnswer?: (body: unknown) => boolean;
	/** Finds the entries in an answer's body, where they aren't the body itself or the list that it is. */
	toEntries?: (body: unknown, draft: Draft) => IDataObject[];
	/** Gives the fields of an entry that people look for, where the user wants these only: the field `simplify` asks. */
	simplify?: (entry: IDataObject) => IDataObject;
	/** Makes an item of an entry, where it isn't simply its data. */
	toItem?: (
		entry: IDataObject,
		context: IExecuteSingleFunctions,
	) => INodeExecutionData | Promise<INodeExecutionData>;
	/**
	 * Z-API's names for the body's fields, in its documentation's order, where the panel's order differs; `order.tax` is
	 * the `tax` in `order`.
	 */
	bodyOrder?: string[];
	/** Share a field between operations by listing the same object: it is shown for all of them. */
	fields: Field[];
	/** Fields that are sent only if they are added, under *Options*. */
	options?: ValueField[];
	/** What the user should do when Z-API understands the request and refuses it. */
	refusedAdvice: string;
	/** Words of Z-API's that mean something of their own here, with what to do. They count before all others. */
	refusals?: KnownRefusal[];
}

/** What an operation works on. */
export interface Resource {
	name: string;
	value: string;
	/** In the order of the operation dropdown, which is alphabetical. */
	operations: Operation[];
	/** The operation that a new node starts with. Like every default, it never changes once released. */
	preselected: Operation;
}

/** @returns whether an operation changes nothing */
export function isRead({ isRead: only, request }: Operation): boolean {
	return only ?? request.method === 'GET';
}

const OPTIONS: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
};

function optionsOf({ options = [] }: Operation): ValueField[] {
	return [...options, requestsAtOnce];
}

/** @returns everything that an item's values are read from; the options come last */
export function fieldsOf(operation: Operation): Field[] {
	return [...operation.fields, collection(OPTIONS, optionsOf(operation))];
}

/**
 * Puts the entries of several lists into one order, which is that of every list, as far as the lists agree.
 *
 * @param lists none has an entry twice
 */
function merge<Entry>(lists: Entry[][]): Entry[] {
	const left = new Set(lists.flat());
	const merged: Entry[] = [];
	while (left.size > 0) {
		const next = lists.map((list) => list.find((entry) => left.has(entry)));
		const isFirst = (entry: Entry) =>
			lists.every((list, index) => next[index] === entry || !list.includes(entry));
		const [first] = left;
		const entry = [...left].find(isFirst) ?? (first as Entry);
		merged.push(entry);
		left.delete(entry);
	}
	return merged;
}

/** Maps each entry to the values of the operations that have it, in an order that suits all of them. */
function byEntry<Entry>(operations: Operation[], entriesOf: (operation: Operation) => Entry[]) {
	const lists = operations.map(entriesOf);
	return merge(lists).map((entry) => {
		const having = operations.filter((_, index) => lists[index]?.includes(entry));
		return [entry, having.map(({ value }) => value)] as const;
	});
}

/** One collection for all operations of a resource, in which each shows its own options. */
function optionsProperty({ value, operations }: Resource): INodeProperties {
	const options = byEntry(operations, optionsOf).flatMap(([{ properties }, names]) =>
		names.length === operations.length
			? properties
			: updateDisplayOptions({ show: { '/operation': names } }, properties),
	);
	return {
		...OPTIONS,
		displayOptions: { show: { resource: [value] } },
		options: options.sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

function operationOption({
	name,
	value,
	action,
	description,
	request,
}: Operation): INodePropertyOptions {
	return { name, value, action, description, routing: { request } };
}

/**
 * Turns a resource into node properties: its operation dropdown and every field, each shown for the
 * operations that list it.
 *
 * @param resource the resource with its operations
 * @returns the properties, the dropdown first
 */
export function operationProperties(resource: Resource): INodeProperties[] {
	const { value: preselected } = resource.preselected;
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [resource.value] } },
			options: resource.operations.map(operationOption),
			default: preselected,
		},
		...byEntry(resource.operations, ({ fields }) => fields).flatMap(([{ properties }, operation]) =>
			updateDisplayOptions({ show: { resource: [resource.value], operation } }, properties),
		),
		optionsProperty(resource),
	];
}
