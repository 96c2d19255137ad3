import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { placeOf } from '../../shared/requests/errors';
import type { TriggerEvent } from '../events';
import { readOption } from '../parameters';

/**
 * Answers that an event is taken, and starts nothing. With *Explain*, n8n's log says why, and a test ends with an item
 * that says so.
 *
 * @param answer what Z-API is told
 * @param why a sentence for the user
 * @throws NodeOperationError when an expression in *Explain* returns neither yes nor no
 */
export function startNothing(
	context: IWebhookFunctions,
	{ value: eventType }: TriggerEvent,
	answer: string,
	why: string,
): IWebhookResponseData {
	const webhookResponse = { message: answer };
	if (!readOption(context, 'explain')) return { webhookResponse };
	context.logger.debug(`${placeOf(context)} started nothing for ${eventType}. ${why}`);
	if (context.getMode() !== 'manual') return { webhookResponse };
	return { webhookResponse, workflowData: [[{ json: { eventType, hint: why } }]] };
}
