import type { INodeProperties } from 'n8n-workflow';
import { prepareProperty, type Clean } from '../transport/prepare';

/**
 * Sends a field in the request's body, under its own name; or in the path, if the operation's address has that
 * name in braces.
 *
 * @param field the field as the panel shows it
 * @param clean reads what the user gave
 */
export function inBody(field: INodeProperties, clean: Clean): INodeProperties {
	const preSend = [prepareProperty(field.displayName, 'body', field.name, clean)];
	return { ...field, routing: { send: { type: 'body', property: field.name, preSend } } };
}

/** Sends a field in the request's query, under its own name. See {@link inBody}. */
export function inQuery(field: INodeProperties, clean: Clean): INodeProperties {
	const preSend = [prepareProperty(field.displayName, 'qs', field.name, clean)];
	return { ...field, routing: { send: { type: 'query', property: field.name, preSend } } };
}
