import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { toNodeError } from './errors';
import { refusalOf } from './prepare';
import { hideInData, secretsOfRequest } from './secrets';

/**
 * Sends one item's request. Every request of every operation passes here (`requestOperations.pagination`),
 * because it is the only place where a declarative node sees refused input, network errors and Z-API's
 * errors alike, and so can keep each result linked to its item.
 *
 * @param requestData what the declarative engine made of the operation and its fields
 * @returns the item's results; under *On Error: Continue* also its error, in the one form that n8n takes to
 * the error output together with the item's own data: the keys `error` and `details`, and nothing else
 * @throws NodeApiError or NodeOperationError, unless the node continues on errors
 */
export async function send(
	this: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
): Promise<INodeExecutionData[]> {
	const pairedItem = { item: this.getItemIndex() };
	try {
		const refusal = refusalOf(requestData.options);
		if (refusal) throw refusal;
		const results = await this.makeRoutingRequest(requestData);
		const secrets = await secretsOfRequest(this, requestData.options);
		return results.map((result) => ({
			...result,
			json: hideInData(result.json, secrets),
			pairedItem,
		}));
	} catch (error) {
		const secrets = await secretsOfRequest(this, requestData.options);
		const nodeError = toNodeError(this, error, secrets);
		if (!this.continueOnFail()) throw nodeError;
		return [{ json: { error: nodeError.message, details: nodeError.description }, pairedItem }];
	}
}
