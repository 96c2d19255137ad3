import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { FailureInWords } from '../../shared/requests/errors';
import { quote } from '../../shared/values/invalidValue';
import { findOperation } from '../resources';
import type { Operation } from '../resources/operation';
import { markWaiting, waitsForConnection } from './connectionCheck';
import { draftOf } from './draft';
import { failedItem, inWords, isTool } from './outcome';
import { perform, type Send } from './perform';

const CAN_NOT_WAIT = new FailureInWords({
	message: 'This node can only wait for a response as a step of a workflow, not as a tool',
	description:
		"To let somebody approve what an AI agent does, put the node between the agent and its tool, as n8n's human review.",
});

/** @throws FailureInWords when the node has no such operation, or an expression chooses it */
function chosenOperation(context: IExecutePaginationFunctions): Operation {
	const { resource, operation } = context.getNode().parameters;
	const found = findOperation(resource, operation);
	if (found) return found;
	const message = `This node has no operation "${quote(operation ?? '')}" for the resource "${quote(resource ?? '')}"`;
	const description =
		"Choose Resource and Operation from their lists; expressions can't choose them. If the workflow was made with a newer version of this node, update the node.";
	throw new FailureInWords({ message, description });
}

/**
 * Carries out the chosen operation for one item if n8n's own engine for declarative nodes runs the node: as a tool of
 * an AI agent in some versions, and if n8n finds no custom operation. The engine passes every request to this function
 * (`requestOperations.pagination`), so all answers are judged in one place.
 *
 * @param requestData what the engine made of the declarations; only how to send the request is taken from it
 * @returns the item's results; as a tool, or where the node continues on errors, also its error
 * @throws NodeApiError or NodeOperationError in all other cases
 */
export async function carryOutInEngine(
	this: IExecutePaginationFunctions,
	{ options }: DeclarativeRestApiSettings.ResultOptions,
): Promise<INodeExecutionData[]> {
	try {
		const operation = chosenOperation(this);
		if (operation.waitsForResponse) throw CAN_NOT_WAIT;
		const { proxy, allowedDomains } = options;
		const connection = {
			timeout: Number(options.timeout),
			proxy,
			skipSslCertificateValidation: Boolean(options.skipSslCertificateValidation),
			allowedDomains,
		};
		const draft = draftOf(operation, this);
		const send: Send = async (request) => await request();
		const isWaiting = await waitsForConnection(this, operation, connection, send);
		return markWaiting(await perform(this, operation, draft, connection, send), isWaiting);
	} catch (error) {
		const nodeError = inWords(this, error);
		// If a tool throws, n8n doesn't tell the model of an older agent, as if all had gone well.
		if (!this.continueOnFail() && !isTool(this.getNode())) throw nodeError;
		return [failedItem(nodeError, this.getItemIndex())];
	}
}
