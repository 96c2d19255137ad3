import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { InvalidValue } from '../shared/values/invalidValue';
import { chosenEvents, type TriggerEvent } from './events';
import { readFilters, type Filters, type Passes } from './filters';

/** What is set for files, unless the user says otherwise. */
export const LARGEST_FILE_MEGABYTES = 25;
export const TIMEOUT_SECONDS = 60;

type Context = IHookFunctions | IWebhookFunctions;

function refuse(context: Context, problem: string, advice: string): NodeOperationError {
	// Where a workflow can't be activated, n8n shows nothing but the message.
	return new NodeOperationError(context.getNode(), `${problem}. ${advice}`, {
		description: advice,
	});
}

/**
 * @returns the events that are chosen, with what *All Events* stands for
 * @throws NodeOperationError when nothing is
 */
export function readEvents(context: Context): TriggerEvent[] {
	const values: unknown = context.getNodeParameter('events', []);
	const chosen = chosenEvents((Array.isArray(values) ? values : [values]).map(String));
	if (chosen.length > 0) return chosen;
	throw refuse(context, 'Events is empty', 'Choose at least one event.');
}

/**
 * @returns the question that all filters together ask
 * @throws NodeOperationError when a filter holds something that can't be meant
 */
export function readPasses(context: Context): Passes {
	const filters = (context.getNodeParameter('filters', {}) ?? {}) as Filters;
	const alsoSentByMe = context.getNodeParameter('alsoSentByMe', false) === true;
	try {
		return readFilters(filters, alsoSentByMe);
	} catch (error) {
		throw error instanceof InvalidValue ? refuse(context, error.problem, error.advice) : error;
	}
}
