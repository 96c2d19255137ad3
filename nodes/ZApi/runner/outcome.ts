import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IExecuteSingleFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { FailureInWords, toNodeError, wholeText } from '../../shared/requests/errors';

export type NodeError = NodeApiError | NodeOperationError;

/** @returns whether an AI agent uses the node as its tool: n8n then gives it a type of its own */
export function isTool({ type }: INode): boolean {
	return type.endsWith('Tool');
}

/**
 * Makes n8n's error for an item. As an AI agent's tool, the node has a model for a reader, which gets nothing but
 * the message; so it holds the advice as well.
 *
 * @param error what was thrown for the item: an error in words already, or what n8n throws when an expression fails
 */
export function inWords(context: IExecuteSingleFunctions, error: unknown): NodeError {
	const node = context.getNode();
	const isNodeError = error instanceof NodeApiError || error instanceof NodeOperationError;
	const nodeError =
		error instanceof FailureInWords
			? toNodeError(context, error, [])
			: isNodeError
				? error
				: new NodeOperationError(node, error as Error);
	nodeError.context.itemIndex ??= context.getItemIndex();
	if (isTool(node)) nodeError.message = wholeText(nodeError);
	return nodeError;
}

/**
 * What an item becomes whose operation failed, where the node continues on errors. n8n sends it to the error output,
 * with the item's own data, if `error` is its only key; that is so in every version since 1.0.
 */
export function failedItem(error: NodeError, itemIndex: number): INodeExecutionData {
	return { json: { error: wholeText(error) }, pairedItem: { item: itemIndex } };
}
