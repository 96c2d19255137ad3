import type { IWebhookFunctions } from 'n8n-workflow';

/**
 * What a node of an execution remembers, in n8n's own data of the execution: how many questions it has asked. An answer
 * says which question it is for, or a button of an earlier turn of a loop would answer the one that is open now.
 */
export interface Asked {
	questions?: number;
}

/** @returns which question the waiting node has asked last, as its address has it */
export function openQuestionOf(context: IWebhookFunctions): string {
	// What n8n gives to a webhook has the node's data only for expressions, which braces in a name would end.
	const name = JSON.stringify(context.getNode().name).replaceAll('}', '\\u007d');
	return String(context.evaluateExpression(`{{ $node[${name}].context.questions }}`, 0));
}
