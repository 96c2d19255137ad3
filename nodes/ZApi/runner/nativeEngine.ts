import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { UserFacingFailure } from '../../shared/requests/errors';
import { quote } from '../../shared/values/invalidValue';
import type { Item } from '../language/field';
import type { Operation, Resource } from '../language/operation';
import { markWaiting, waitsForConnection } from './connectionCheck';
import { buildRequest, lookUpAll } from './buildRequest';
import { failedItem, toItemError, isTool } from './nodeErrors';
import { listReader } from './listReader';
import { NumberLog } from './numbers';
import { perform, type Send } from './perform';
import { readSettings } from './readSettings';

const CAN_NOT_WAIT = new UserFacingFailure({
	message: 'This node can only wait for a response as a step of a workflow, not as a tool',
	description:
		"To let somebody approve what an AI agent does, put the node between the agent and its tool, as n8n's human review.",
});

/** @throws UserFacingFailure when the node has no such operation, or an expression chooses it */
function chosenOperation(context: IExecutePaginationFunctions, resources: Resource[]): Operation {
	const { resource, operation } = context.getNode().parameters;
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (found) return found;
	const message = `This node has no operation "${quote(operation ?? '')}" for the resource "${quote(resource ?? '')}"`;
	const description =
		"Choose Resource and Operation from their lists; expressions can't choose them. If the workflow was made with a newer version of this node, update the node.";
	throw new UserFacingFailure({ message, description });
}

/**
 * Makes the function that carries out the chosen operation for one item if n8n's own engine for declarative nodes runs
 * the node: as a tool of an AI agent in some versions, and if n8n finds no custom operation. The engine passes every
 * request to this function (`requestOperations.pagination`), so all answers are judged in one place. Of what the engine
 * made of the declarations, only how to send the request is taken.
 *
 * @param resources everything that the node can do
 * @returns a function that returns the item's results; as a tool, or where the node continues on errors, also its
 * error. In all other cases, it throws NodeApiError or NodeOperationError.
 */
export function nativeEngineOf(resources: Resource[]) {
	return async function carryOutInEngine(
		this: IExecutePaginationFunctions,
		{ options }: DeclarativeRestApiSettings.ResultOptions,
	): Promise<INodeExecutionData[]> {
		try {
			const operation = chosenOperation(this, resources);
			if (operation.waitsForResponse) throw CAN_NOT_WAIT;
			const { proxy, allowedDomains } = options;
			const connection = {
				timeout: Number(options.timeout),
				proxy,
				skipSslCertificateValidation: Boolean(options.skipSslCertificateValidation),
				allowedDomains,
			};
			const numbers = new NumberLog();
			const settings = {
				...readSettings(this, await this.getCredentials('zApi')),
				onNumber: numbers.onNumber,
			};
			const readList = listReader(this, connection);
			const item: Item = { context: this, settings, readList };
			const request = buildRequest(operation, item);
			await lookUpAll(request);
			const send: Send = async (exchange) => await exchange();
			const isWaiting = await waitsForConnection(item, operation, connection, send);
			const results = await perform(this, operation, request, connection, send);
			return numbers.withSentTo(markWaiting(results, isWaiting));
		} catch (error) {
			const nodeError = toItemError(this, error);
			// If a tool throws, n8n doesn't tell the model of an older agent, as if all had gone well.
			if (!this.continueOnFail() && !isTool(this.getNode())) throw nodeError;
			return [failedItem(nodeError, this.getItemIndex())];
		}
	};
}
