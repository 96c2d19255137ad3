import type {
	IDataObject,
	IHttpRequestMethods,
	INodeProperties,
	INodePropertyOptions,
	PreSendAction,
} from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { PAGE_SIZE } from '../../shared/requests/pages';
import { answerReader } from '../transport/readAnswer';

/** One thing that the node can do, as data. */
export interface Operation {
	/** As the operation dropdown shows it, in title case. */
	name: string;
	/** As saved workflows keep it; never changes once released. */
	value: string;
	/** As the nodes panel lists it, in sentence case. */
	action: string;
	description: string;
	/** Z-API's endpoint, relative to the instance's address; `{name}` is filled by the field of that name. */
	request: { method: IHttpRequestMethods; url: string };
	/** For an endpoint with pages: one item an entry, as many as *Return All* and *Limit* ask for. */
	isList?: true;
	/** Z-API's names for the body's fields, in its documentation's order, where the panel's order differs. */
	bodyOrder?: string[];
	/** Share a field between operations by listing the same object: it is shown for all of them. */
	fields: INodeProperties[];
	/** What the user should do when Z-API understands the request and refuses it. */
	refusedAdvice: string;
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

/** Puts the body's fields into this order, so that a request reads like the documentation's samples. */
function orderBody(names: string[]): PreSendAction {
	return async (request) => {
		const body = request.body as IDataObject;
		const entries = names.filter((name) => name in body).map((name) => [name, body[name]]);
		request.body = { ...Object.fromEntries(entries), ...body };
		return request;
	};
}

function operationOption({
	name,
	value,
	action,
	description,
	request,
	isList,
	bodyOrder,
	refusedAdvice,
}: Operation): INodePropertyOptions {
	return {
		name,
		value,
		action,
		description,
		routing: {
			request: { ...request, ...(isList && { qs: { page: 1, pageSize: PAGE_SIZE } }) },
			// `paginate` hands the request to the node's `send`, also where there is just one page.
			send: { paginate: true, ...(bodyOrder && { preSend: [orderBody(bodyOrder)] }) },
			output: { postReceive: [answerReader(refusedAdvice, isList === true)] },
		},
	};
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
	const operationsByField = new Map<INodeProperties, string[]>();
	for (const { fields, value } of resource.operations) {
		for (const field of fields) {
			operationsByField.set(field, [...(operationsByField.get(field) ?? []), value]);
		}
	}
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
		...[...operationsByField].flatMap(([field, operation]) =>
			updateDisplayOptions({ show: { resource: [resource.value], operation } }, [field]),
		),
	];
}
