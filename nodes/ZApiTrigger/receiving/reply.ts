import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { apiRequest } from '../../shared/requests/apiRequest';

/**
 * Writes to the chat from which something came.
 *
 * @returns what Z-API answers
 * @throws NodeApiError when Z-API refuses the message
 * @see https://developer.z-api.io/message/send-text
 */
export async function reply(
	context: IWebhookFunctions,
	phone: IDataObject[string],
	message: IDataObject[string],
) {
	return await apiRequest.call(context, {
		method: 'POST',
		path: '/send-text',
		body: { phone, message },
		refusedAdvice: 'Check that the connected number may write to this chat.',
	});
}
