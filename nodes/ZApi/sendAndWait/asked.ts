import type { IWebhookFunctions } from 'n8n-workflow';

/**
 * What a node remembers in n8n's data of the execution: how many questions it has asked. An answer says which question
 * it is for. Otherwise, in a loop, a button of an earlier question would answer the current one.
 */
export interface Asked {
	questions?: number;
}

/** @returns the number of the question that the waiting node asked last, as in its address */
export function openQuestionOf(context: IWebhookFunctions): string {
	// A webhook can read the node's data only through an expression, which braces in the node's name would end.
	const name = JSON.stringify(context.getNode().name).replaceAll('}', '\\u007d');
	return String(context.evaluateExpression(`{{ $node[${name}].context.questions }}`, 0));
}
