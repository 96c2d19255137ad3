import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';
import type { IExecuteSingleFunctions, IWebhookFunctions, JsonObject } from 'n8n-workflow';
import { failureOfNetwork, MAYBE_DONE, TOO_DEEP, type Failure } from './knownFailures';
import { redactText } from '../account/redact';

/**
 * Carries a failure, in words for the user, from where it was noticed. It never leaves this package: see
 * {@link toNodeError}.
 */
export class UserFacingFailure extends Error {
	constructor(readonly failure: Failure) {
		super();
	}
}

function codeOf(error: Error): string | undefined {
	const { code, httpCode, cause } = error as Error & { code?: unknown; httpCode?: unknown };
	if (typeof code === 'string') return code;
	if (cause instanceof Error) return codeOf(cause);
	// n8n 1.123 drops the cause of its errors, and keeps the code where a status would be.
	return typeof httpCode === 'string' && /^[A-Z]/.test(httpCode) ? httpCode : undefined;
}

/**
 * Puts an error into words, which may still hold secrets.
 *
 * @param error anything that was thrown while a request was prepared, sent or read
 */
export function failureOfError(error: unknown): Failure {
	if (error instanceof UserFacingFailure) return error.failure;
	if (!(error instanceof Error)) return { message: String(error), description: '' };
	// n8n wraps what the credential's `authenticate` throws.
	const own = [error, error.cause].find((candidate) => candidate instanceof UserError);
	if (own) return { message: own.message, description: own.description ?? '' };
	if (error instanceof RangeError) return TOO_DEEP;
	const code = codeOf(error);
	if (code !== undefined) return failureOfNetwork(code);
	const { message, description } = error as Error & { description?: string | null };
	return { message, description: description ?? '' };
}

/**
 * Turns whatever was thrown around a request into n8n's error. It contains only words, with the secrets redacted: no
 * request, no answer and no cause, since all of these contain the address with two of the secrets.
 *
 * @param context the node's context; n8n's engine adds the item to an error that is thrown
 * @param error anything that was thrown while a request was prepared, sent or read
 * @param secrets what must not be shown
 * @param whenUnknown the advice if nobody can tell whether the request was carried out
 */
export function toNodeError(
	context: Pick<IExecuteSingleFunctions, 'getNode'>,
	error: unknown,
	secrets: string[],
	whenUnknown = MAYBE_DONE,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const failure = failureOfError(error);
	const unknown = failure.isOutcomeUnknown ? whenUnknown : '';
	const advice = `${failure.description} ${unknown}`.trim();
	const message = redactText(failure.message, secrets);
	const description = redactText(advice, secrets);
	const nodeError = new NodeApiError(context.getNode(), { message } as JsonObject, {
		message,
		description,
		httpCode: failure.statusCode?.toString(),
	});
	// n8n replaces a message in which it finds the name of a network error, even inside another word.
	nodeError.message = message;
	nodeError.messages = [];
	return nodeError;
}

/**
 * Says what happened and what to do in one text, where there is room for only one.
 *
 * @param error its message says what happened, its description what to do
 */
export function wholeText({ message, description }: NodeApiError | NodeOperationError): string {
	if (!description || message.includes(description)) return message;
	return `${message}${/[.!?…]$/.test(message) ? '' : '.'} ${description}`;
}

type LoggingContext = Pick<IWebhookFunctions, 'getNode' | 'getWorkflow' | 'logger'>;

/** @returns the node and its workflow, as n8n's log names them */
export function placeOf(context: Pick<LoggingContext, 'getNode' | 'getWorkflow'>): string {
	return `"${context.getNode().name}" of workflow "${context.getWorkflow().name}"`;
}

/**
 * Writes to n8n's log why something fails, where throwing would end or start an execution.
 *
 * @param what completes a sentence that starts with the node and its workflow, e.g. "can't take events"
 * @param error what was thrown, or a text
 */
export function logFailure(context: LoggingContext, what: string, error: unknown): void {
	const reason = redactText(error instanceof Error ? error.message : String(error), []);
	context.logger.error(`${placeOf(context)} ${what}: ${reason}`);
}
