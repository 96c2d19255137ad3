import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IExecuteSingleFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { UserFacingFailure, toNodeError, wholeText } from '../../shared/requests/errors';

export type NodeError = NodeApiError | NodeOperationError;

/** @returns whether an AI agent uses the node as a tool: n8n then gives it a special type */
export function isTool({ type }: INode): boolean {
	return type.endsWith('Tool');
}

/**
 * Makes n8n's error for an item (see {@link toNodeError} for one of a request). If the node is a tool of an AI agent,
 * the model gets only the message, so this then contains the advice as well.
 *
 * @param error what was thrown for the item: a {@link UserFacingFailure}, or what n8n throws when an expression fails
 */
export function toItemError(context: IExecuteSingleFunctions, error: unknown): NodeError {
	const node = context.getNode();
	const isNodeError = error instanceof NodeApiError || error instanceof NodeOperationError;
	const nodeError =
		error instanceof UserFacingFailure
			? toNodeError(context, error, [])
			: isNodeError
				? error
				: new NodeOperationError(node, error as Error);
	nodeError.context.itemIndex ??= context.getItemIndex();
	if (isTool(node)) nodeError.message = wholeText(nodeError);
	return nodeError;
}

/**
 * Makes the item for a failed operation, if the node continues on errors. Since version 1.0, n8n sends it to the error
 * output, with the item's own data, if `error` is its only key.
 */
export function failedItem(error: NodeError, itemIndex: number): INodeExecutionData {
	return { json: { error: wholeText(error) }, pairedItem: { item: itemIndex } };
}
