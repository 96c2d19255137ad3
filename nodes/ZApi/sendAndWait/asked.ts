import type { IWebhookFunctions } from 'n8n-workflow';
import type { Question } from './choices';

/**
 * What a node of an execution remembers of what it has asked last, in n8n's own data of the execution. The answer may
 * come weeks later, when an expression such as one with `$now` gives something else.
 */
export interface Asked {
	/**
	 * How many questions the node has asked. An answer says which one it is for, or a button of an earlier turn of a
	 * loop would answer the one that is open now.
	 */
	questions: number;
	question: Question;
	/** Who was asked: a number, or the ID of a chat. */
	chat: string;
	/** See `readRespondents`. */
	respondents?: string[];
}

/** @returns what the waiting node has asked last */
export function askedBy(context: IWebhookFunctions): Asked {
	// What n8n gives to a webhook has the node's data only for expressions, which braces in a name would end.
	const name = JSON.stringify(context.getNode().name).replaceAll('}', '\\u007d');
	const asked = context.evaluateExpression(`{{ JSON.stringify($node[${name}].context) }}`, 0);
	return JSON.parse(String(asked)) as Asked;
}
