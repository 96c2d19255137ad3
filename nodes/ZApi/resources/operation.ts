import type { IHttpRequestMethods, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
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
	/** Z-API's endpoint, relative to the instance's address. */
	request: { method: IHttpRequestMethods; url: string };
	/** Share a field between operations by listing the same object: it is shown for all of them. */
	fields: INodeProperties[];
	/** What the user should do when Z-API understands the request and refuses it. */
	refusedAdvice: string;
}

/** What an operation works on. */
export interface Resource {
	name: string;
	value: string;
	/** In the order of the operation dropdown; the first one is preselected. */
	operations: [Operation, ...Operation[]];
}

function operationOption({
	name,
	value,
	action,
	description,
	request,
	refusedAdvice,
}: Operation): INodePropertyOptions {
	return {
		name,
		value,
		action,
		description,
		routing: {
			request,
			// `paginate` hands the request to the node's `send`, also where there is just one page.
			send: { paginate: true },
			output: { postReceive: [answerReader(refusedAdvice)] },
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
	const [{ value: preselected }] = resource.operations;
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
