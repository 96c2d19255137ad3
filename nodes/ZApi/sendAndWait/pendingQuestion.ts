import type { IWebhookFunctions } from 'n8n-workflow';
import type { PageLanguage } from './pageWords';
import type { Question } from './question';

/**
 * The question that a node waits for an answer to, as it is remembered in n8n's data of the execution. The answer may
 * come weeks later, when an expression such as one with `$now` returns something else.
 */
export interface PendingQuestion {
	/**
	 * How many questions the node has asked. An answer says which one it is for. Otherwise, in a loop, a button of an
	 * earlier question would answer the current one.
	 */
	questions: number;
	question: Question;
	/** Of the pages; English, if nothing says it. */
	language?: PageLanguage;
	/** Who was asked: a number, or the ID of a chat. */
	chat: string;
	/** The number, if it was completed. */
	sentTo?: string;
	/** See `readRespondents`. */
	respondents?: string[];
}

/** @returns what the waiting node has asked last */
export function pendingQuestionOf(context: IWebhookFunctions): PendingQuestion {
	// A webhook can read the node's data only through an expression, which braces in the node's name would end.
	const name = JSON.stringify(context.getNode().name).replaceAll('}', '\\u007d');
	const json = context.evaluateExpression(`{{ JSON.stringify($node[${name}].context) }}`, 0);
	return JSON.parse(String(json)) as PendingQuestion;
}
