import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { quote } from '../../shared/values/invalidValue';
import { FailureNotice } from '../../shared/requests/errors';
import { Limiter } from '../../shared/requests/limiter';

/**
 * How many requests of a run are under way at once, unless the user says otherwise. Servers commonly let 511
 * connections wait; beyond that they drop some, which costs seconds. Fewer would cost time as well: with each
 * round of them, n8n waits for one answer's time.
 */
export const REQUESTS_AT_ONCE = 500;

/** A longer wait is better left to the user than spent in an execution. */
const LONGEST_PAUSE_MILLISECONDS = 60_000;
const MOST_REPETITIONS = 5;

/** One for each run of a node: n8n gives all items of a run the same data of the run. */
const limiters = new WeakMap<object, Limiter>();

function limiterOf(context: IExecutePaginationFunctions): Limiter {
	const run = context.getExecuteData();
	const known = limiters.get(run);
	if (known) return known;
	const limiter = new Limiter(readSlots(context), context.getExecutionCancelSignal());
	limiters.set(run, limiter);
	return limiter;
}

/** @throws FailureNotice when the option isn't a whole number above 0 */
function readSlots(context: IExecutePaginationFunctions): number {
	const value: unknown = context.getNodeParameter('options.requestsAtOnce', REQUESTS_AT_ONCE);
	const slots = Number(value);
	if (Number.isInteger(slots) && slots > 0) return slots;
	throw new FailureNotice({
		message: `Requests at Once isn't a whole number above 0: ${quote(value)}`,
		description: `Enter how many requests may be under way at the same time, or remove the option: then it is ${REQUESTS_AT_ONCE}.`,
	});
}

/** How long to wait before a request is sent again; undefined if it should not be. */
function pauseAfter(context: IExecutePaginationFunctions, error: unknown): number | undefined {
	// n8n would send all of it again, on top.
	if (!(error instanceof FailureNotice) || context.getNode().retryOnFail === true) return undefined;
	const { retryAfterMilliseconds } = error.failure;
	const isBearable =
		retryAfterMilliseconds !== undefined && retryAfterMilliseconds <= LONGEST_PAUSE_MILLISECONDS;
	return isBearable ? retryAfterMilliseconds : undefined;
}

/**
 * Sends one request as soon as it is its turn: the declarative engine starts those of all items at once, which
 * would be a connection for each. When Z-API asks to come back later, and says when, all requests of the run wait,
 * and this one is sent again. It is the only failure after which it is certain that nothing was carried out.
 *
 * @returns the items that the request's answer became
 * @throws FailureNotice, or what n8n's engine throws
 */
export async function sendInTurn(
	context: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
): Promise<INodeExecutionData[]> {
	const limiter = limiterOf(context);
	const makeRequest = async () => await context.makeRoutingRequest(requestData);
	for (let repetitions = 0; ; repetitions++) {
		const outcome = await limiter.run(makeRequest).then(
			(items) => ({ items }),
			(error: unknown) => ({ error }),
		);
		if ('items' in outcome) return outcome.items;
		const { error } = outcome;
		const pause = repetitions < MOST_REPETITIONS ? pauseAfter(context, error) : undefined;
		if (pause === undefined) throw error;
		limiter.pause(pause);
	}
}
