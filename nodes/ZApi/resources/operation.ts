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
import { checkConnection } from '../fields/checkConnection';
import { collection, type Draft, type Field, type ValueField } from '../fields/field';
import { requestsAtOnce } from '../fields/requestsAtOnce';

/** One thing that the node can do, as data. */
export interface Operation {
	/** As the operation dropdown shows it, in title case. */
	name: string;
	/** As saved workflows contain it; never changes once released. */
	value: string;
	/** As the nodes panel lists it, in sentence case. Errors repeat it: "Z-API didn't unlink groups …". */
	action: string;
	description: string;
	/**
	 * Z-API's endpoint, relative to the instance's address; `{name}` is filled by the field of that name. The body is what
	 * is always sent along with the values of the fields.
	 */
	request: {
		method: IHttpRequestMethods;
		url: string;
		/** Tried if Z-API doesn't know the `url`. */
		olderUrl?: string;
		body?: IDataObject;
	};
	/** The documented endpoint's `id`, where several share method and path; in a list, the first is the main one. */
	endpoint?: string | string[];
	/** Whether it changes nothing, and so may be sent again. By default, this follows from the method: GET only reads. */
	isRead?: boolean;
	/**
	 * Whether it sends something to the chat in `phone`, or, without such a field, to one's own status. What goes to the
	 * same chat is sent in the order of the items.
	 */
	sendsToChat?: true;
	/** Whether the execution waits for somebody's answer. Such an operation is carried out in `sendAndWait/`. */
	waitsForResponse?: true;
	/** Whether it lists entries: one item each, and none if there are none. */
	isList?: true;
	/**
	 * Recognizes a good answer that looks like a refusal, such as that of GET /status with its `error`, or that isn't an
	 * object.
	 */
	isAnswer?: (body: unknown) => boolean;
	/** Finds the entries in the body of an answer, if it isn't the list itself: `entriesIn('products')`. */
	toEntries?: (body: unknown, draft: Draft) => IDataObject[];
	/** Makes the entries for an empty answer, if that says something: nobody has the number, for example. */
	whenNothing?: (draft: Draft) => IDataObject[];
	/** Picks the fields of an entry that people look for, if the user wants only these: see the field `simplify`. */
	simplify?: (entry: IDataObject) => IDataObject;
	/** Turns an entry into an item, if the item isn't simply the entry's data. */
	toItem?: (
		entry: IDataObject,
		context: IExecuteSingleFunctions,
	) => INodeExecutionData | Promise<INodeExecutionData>;
	/**
	 * Z-API's names for the fields of the body, in the documented order, if the panel's order differs; `order.tax` is the
	 * `tax` in `order`.
	 */
	bodyOrder?: string[];
	/** To share a field between operations, list the same object in each: it is shown for all of them. */
	fields: Field[];
	/** Fields under *Options*, which are sent only if the user adds them. */
	options?: ValueField[];
	/** What the user should do if Z-API understands the request but refuses it. */
	refusedAdvice: string;
	/** Words from Z-API with a special meaning here, and what to do. They take precedence over all others. */
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

function optionsOf({ options = [], sendsToChat, waitsForResponse }: Operation): ValueField[] {
	const canWait = sendsToChat && !waitsForResponse;
	return [...options, ...(canWait ? [checkConnection] : []), requestsAtOnce];
}

/** @returns all fields from which the values of an item are read; the options come last */
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

/** Maps each entry to the operations that have it, by their values, in an order that suits all of them. */
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
