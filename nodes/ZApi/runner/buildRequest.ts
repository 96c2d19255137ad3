import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/values/objects';
import type { Item } from '../language/field';
import type { Operation } from '../language/operation';
import { allFieldsOf } from '../language/panel';
import type { Request } from '../language/request';

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
 * Builds what an operation sends for one item, except for what takes time: what has to be looked up, see
 * {@link lookUpAll}, and a file, which is read when it is the request's turn.
 *
 * @throws UserFacingFailure, which names the field and the item, when a value is invalid; or what n8n throws when an
 * expression fails
 */
export function buildRequest(operation: Operation, item: Item): Request {
	const { method, url, body: constants } = operation.request;
	const request: Request = { method, url, body: {}, qs: {}, lookUps: [], files: [], parts: [] };
	for (const field of allFieldsOf(operation)) field.fill?.(request, item);
	const { $: whole } = request.body;
	request.body = Array.isArray(whole)
		? (whole as unknown as IDataObject)
		: inOrder({ ...request.body, ...constants }, operation.bodyOrder ?? []);
	return request;
}

/**
 * Finds out what the fields of a request have left to be looked up.
 *
 * @throws UserFacingFailure, which names the field and the item, when something isn't found
 */
export async function lookUpAll({ lookUps }: Request): Promise<void> {
	for (const lookUp of lookUps) await lookUp();
}
