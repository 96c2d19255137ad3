import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';
import { toBoolean } from '../../shared/values/values';
import { CHECK_CONNECTION } from '../fields/checkConnection';
import { readNamed } from '../fields/field';
import { getStatus } from '../resources/instance/getStatus';
import type { Operation } from '../resources/operation';
import { draftOf } from './draft';
import { perform, type Connection, type Send } from './perform';

/**
 * Finds out whether what an operation sends will wait in Z-API's queue, because WhatsApp isn't connected. Without the
 * option, nothing is asked.
 *
 * @throws NodeApiError in words for the user when Z-API doesn't say
 * @see https://developer.z-api.io/instance/status
 */
export async function waitsForConnection(
	context: IExecuteSingleFunctions,
	operation: Operation,
	connection: Connection,
	send: Send,
): Promise<boolean> {
	if (!operation.sendsToChat) return false;
	const isWanted = readNamed(context, CHECK_CONNECTION, () =>
		toBoolean(context.getNodeParameter('options.checkConnection', false)),
	);
	if (!isWanted) return false;
	const draft = draftOf(getStatus, context);
	const [status] = await perform(context, getStatus, draft, connection, send);
	return status?.json.connected === false;
}

/** @returns the items of a message, which say so if the message waits for the connection */
export function markWaiting(items: INodeExecutionData[], isWaiting: boolean): INodeExecutionData[] {
	if (!isWaiting) return items;
	return items.map((item) => ({ ...item, json: { ...item.json, waitsForConnection: true } }));
}
