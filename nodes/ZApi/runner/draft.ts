import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { Draft } from '../fields/field';
import { isObject } from '../../shared/values/objects';
import { fieldsOf, type Operation } from '../resources/operation';

/**
 * Puts the fields of the body into the given order, so that a request looks like the documentation's samples. Dots in a
 * name lead into objects.
 */
function inOrder(body: IDataObject, names: string[]): IDataObject {
	const order = [...names.map((name) => name.split('.')[0] ?? name), ...Object.keys(body)];
	const entries = order
		.filter((name) => Object.hasOwn(body, name))
		.map((name) => {
			const value = body[name];
			const inner = names.flatMap((path) =>
				path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : [],
			);
			return [name, isObject(value) && inner.length > 0 ? inOrder(value, inner) : value];
		});
	return Object.fromEntries(entries) as IDataObject;
}

/**
 * Puts together what an operation sends for one item, except for a file, which is read when it is the request's turn.
 *
 * @param context the node, from the item's point of view
 * @throws FailureInWords, which names the field and the item, when a value is invalid; or what n8n throws when an
 * expression fails
 */
export function draftOf(operation: Operation, context: IExecuteSingleFunctions): Draft {
	const { method, url, body: constants } = operation.request;
	const draft: Draft = { method, url, body: {}, qs: {} };
	for (const field of fieldsOf(operation)) field.fill(draft, context);
	const { $: whole } = draft.body;
	draft.body = Array.isArray(whole)
		? (whole as unknown as IDataObject)
		: inOrder({ ...draft.body, ...constants }, operation.bodyOrder ?? []);
	return draft;
}
