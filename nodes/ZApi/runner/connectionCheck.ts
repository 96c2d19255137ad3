import type { INodeExecutionData } from 'n8n-workflow';
import { toBoolean } from '../../shared/values/values';
import { CHECK_CONNECTION } from '../language/checkConnection';
import { optionOf, readNamed, type Item } from '../language/field';
import type { Operation } from '../language/operation';
import { getStatus } from '../resources/instance/getStatus';
import { buildRequest } from './buildRequest';
import { perform, type Connection, type Send } from './perform';

/**
 * Finds out whether what an operation sends will wait in Z-API's queue, because WhatsApp isn't connected. Without the
 * option, nothing is asked.
 *
 * @throws NodeApiError in words for the user when Z-API doesn't say
 * @see https://developer.z-api.io/instance/status
 */
export async function waitsForConnection(
	item: Item,
	operation: Operation,
	connection: Connection,
	send: Send,
): Promise<boolean> {
	if (!operation.sendsToChat) return false;
	const isWanted = readNamed(item, CHECK_CONNECTION, () =>
		toBoolean(optionOf(item, 'checkConnection', false)),
	);
	if (!isWanted) return false;
	const request = buildRequest(getStatus, item);
	const [status] = await perform(item.context, getStatus, request, connection, send);
	return status?.json.connected === false;
}

/** @returns the items of a message, which say so if the message waits for the connection */
export function markWaiting(items: INodeExecutionData[], isWaiting: boolean): INodeExecutionData[] {
	if (!isWaiting) return items;
	return items.map((item) => ({ ...item, json: { ...item.json, waitsForConnection: true } }));
}
