import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { Draft } from '../fields/field';
import { fieldsOf, type Operation } from '../resources/operation';

/** Puts the body's fields into this order, so that a request reads like the documentation's samples. */
function inOrder(body: IDataObject, names: string[]): IDataObject {
	const first = names.filter((name) => name in body).map((name) => [name, body[name]]);
	return { ...Object.fromEntries(first), ...body };
}

/**
 * Puts together what an operation sends for one item, but for a file, which is read when it is the request's turn.
 *
 * @param context the node, from the item's point of view
 * @throws FailureInWords, which names the field and the item, when a value can't be meant; or what n8n throws
 * when an expression fails
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
