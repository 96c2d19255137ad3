import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
	PostReceiveAction,
} from 'n8n-workflow';
import { FailureNotice } from '../../shared/requests/errors';
import { failureOfAnswer } from '../../shared/requests/failures';

function isEmpty(body: unknown): boolean {
	return typeof body !== 'object' || body === null || Object.keys(body as IDataObject).length === 0;
}

/**
 * Makes the `postReceive` step of an operation: it turns an answer into items, or into an error in words.
 *
 * @param refusedAdvice what the user should do when Z-API refuses this operation
 * @param isList whether the operation lists entries, of which there may be none
 * @returns a step that throws FailureNotice when Z-API didn't do what it was asked to
 */
export function answerReader(refusedAdvice: string, isList: boolean): PostReceiveAction {
	return async function (
		this: IExecuteSingleFunctions,
		_items: INodeExecutionData[],
		answer: IN8nHttpFullResponse,
	): Promise<INodeExecutionData[]> {
		const failure = failureOfAnswer(answer, refusedAdvice);
		if (failure) throw new FailureNotice(failure);

		const { body, statusCode } = answer;
		if (Array.isArray(body) && (isList || body.length > 0)) {
			return (body as IDataObject[]).map((json) => ({ json }));
		}
		if (!isEmpty(body)) return [{ json: body as IDataObject }];
		// Nothing in the answer would mean an item without any data, which looks like a fault.
		return [
			{
				json: {
					success: true,
					message: `Z-API accepted the request (status ${statusCode}) and sent no details`,
				},
			},
		];
	};
}
