import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { apiRequest } from '../../shared/requests/apiRequest';
import { logFailure } from '../../shared/requests/errors';
import type { StateCheck } from './heldNode';

/**
 * @param context of a call or a hook
 * @returns what asks Z-API whether the connection still is what an event said. If Z-API doesn't say, the event counts.
 * @see https://developer.z-api.io/instance/me
 */
export function stateCheck(context: IHookFunctions | IWebhookFunctions): StateCheck {
	return async (event) => {
		try {
			const answer: unknown = await apiRequest.call(context, {
				method: 'GET',
				path: '/me',
				refusedAdvice: 'Try again later.',
			});
			const { connected } = answer as IDataObject;
			// Z-API doesn't say.
			if (typeof connected !== 'boolean') return true;
			return connected === (event === 'connected');
		} catch (error) {
			logFailure(context, "can't ask whether WhatsApp is connected", error);
			return true;
		}
	};
}
