import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Where n8n keeps it with the execution, while that waits, too. */
const COUNTED = 'questions';

/**
 * Counts the questions that a node asks in an execution. In a loop, they all have the same address: without a number,
 * a second tap on the button of one would answer the next one.
 *
 * @returns the number of the one that is asked now, from 1
 */
export function countQuestion(run: IExecuteFunctions): number {
	const kept = run.getContext('node');
	const question = Number(kept[COUNTED] ?? 0) + 1;
	kept[COUNTED] = question;
	return question;
}

/** @returns whether what is answered is the question that the execution waits for, and not an earlier one */
export function isCurrent(context: IWebhookFunctions): boolean {
	const { question } = context.getRequestObject().query;
	// A brace in the name would end the expression.
	const name = JSON.stringify(context.getNode().name).replace(
		/[{}]/g,
		(brace) => `\\x${brace.charCodeAt(0).toString(16)}`,
	);
	const asked = context.evaluateExpression(`{{ $node[${name}].context.${COUNTED} }}`);
	return question !== undefined && String(asked) === question;
}
