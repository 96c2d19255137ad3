import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { InvalidValue } from '../../shared/values/invalidValue';
import { toBoolean, toWholeNumber, type Read } from '../../shared/values/values';
import { FailureNotice, toNodeError } from '../../shared/requests/errors';
import { collectPages } from '../../shared/requests/pages';
import { sendInTurn } from './turns';
import { refusalOf } from './prepare';
import { hideInData, secretsOfRequest } from '../../shared/account/secrets';

/** A list is asked for page by page, up to the user's limit; anything else with one request. */
async function receive(
	context: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
): Promise<INodeExecutionData[]> {
	const { options } = requestData;
	if (options.qs?.pageSize === undefined) return await sendInTurn(context, requestData);

	const isUnlimited = readParameter(context, 'Return All', 'returnAll', false, toBoolean);
	const limit = isUnlimited
		? Infinity
		: readParameter(context, 'Limit', 'limit', 50, toWholeNumber());
	const pageSize = Math.min(Number(options.qs.pageSize), limit);
	return await collectPages(async (page) => {
		options.qs = { ...options.qs, page, pageSize };
		return await sendInTurn(context, requestData);
	}, limit);
}

/** @throws FailureNotice when the value can't be meant */
function readParameter<Result>(
	context: IExecutePaginationFunctions,
	displayName: string,
	name: string,
	fallback: Result,
	read: Read<Result>,
): Result {
	try {
		return read(context.getNodeParameter(name, fallback));
	} catch (error) {
		if (!(error instanceof InvalidValue)) throw error;
		throw new FailureNotice({
			message: `${displayName} ${error.problem} [item ${context.getItemIndex()}]`,
			description: error.advice,
		});
	}
}

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
		const results = await receive(this, requestData);
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
