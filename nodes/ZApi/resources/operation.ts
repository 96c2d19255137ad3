import type {
	IDataObject,
	IHttpRequestMethods,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { KnownRefusal } from '../../shared/requests/knownFailures';
import { collection, type Field } from '../fields/field';
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
	/** Whether it sends something to the chat `phone`: what goes to one chat arrives in the items' order. */
	sendsToChat?: true;
	/** Whether it lists entries: one item each, and none if there are none. */
	isList?: true;
	/** Z-API's names for the body's fields, in its documentation's order, where the panel's order differs. */
	bodyOrder?: string[];
	/** Share a field between operations by listing the same object: it is shown for all of them. */
	fields: Field[];
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

const options = collection(
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
	},
	[requestsAtOnce],
);

/** @returns everything that an item's values are read from, in the panel's order */
export function fieldsOf({ fields }: Operation): Field[] {
	return [...fields, options];
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
	const operationsByField = new Map<Field, string[]>();
	const show = (field: Field, { value }: Operation) =>
		operationsByField.set(field, [...(operationsByField.get(field) ?? []), value]);
	for (const operation of resource.operations) {
		for (const field of operation.fields) show(field, operation);
	}
	// Options come last, whichever operation is chosen.
	for (const operation of resource.operations) show(options, operation);
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
		...[...operationsByField].flatMap(([{ properties }, operation]) =>
			updateDisplayOptions({ show: { resource: [resource.value], operation } }, properties),
		),
	];
}
