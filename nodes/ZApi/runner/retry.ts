import type { IExecuteFunctions } from 'n8n-workflow';
import { UserFacingFailure } from '../../shared/requests/errors';
import type { Limiter } from '../../shared/requests/limiter';
import { isRead, type Operation } from '../language/operation';
import type { Send } from './perform';

/** Longer waits are left to the user, rather than spent in an execution. */
const LONGEST_PAUSE_MILLISECONDS = 60_000;
const MOST_RETRIES = 5;
const TOO_MANY_REQUESTS = 429;

/** How long to wait before a retry; undefined if there should be none. */
function pauseAfter(error: unknown, operation: Operation): number | undefined {
	if (!(error instanceof UserFacingFailure)) return undefined;
	const { statusCode, retryAfterMilliseconds: pause } = error.failure;
	// Only a 429 proves that the request wasn't carried out; reading is idempotent.
	const isSafe = statusCode === TOO_MANY_REQUESTS || isRead(operation);
	return isSafe && pause !== undefined && pause <= LONGEST_PAUSE_MILLISECONDS ? pause : undefined;
}

/**
 * Makes the function that sends a run's requests, with retries. If Z-API asks to come back later, and says when
 * (backoff as in `Retry-After`), all requests of the run wait, and this one is sent again, unless it could take effect
 * twice (only idempotent requests are).
 *
 * @param requests the limiter of the run, in which each request has a slot
 * @returns a sender that throws what the last attempt threw
 */
export function withRetries(run: IExecuteFunctions, operation: Operation, requests: Limiter): Send {
	// If n8n retries the node, it sends all requests again anyway.
	const most = run.getNode().retryOnFail === true ? 0 : MOST_RETRIES;
	return async (request) => {
		for (let retries = 0; ; retries++) {
			const outcome = await request().then(
				(answer) => ({ answer }),
				(error: unknown) => ({ error }),
			);
			if ('answer' in outcome) return outcome.answer;
			const { error } = outcome;
			const pause = retries < most ? pauseAfter(error, operation) : undefined;
			if (pause === undefined) throw error;
			await requests.pause(pause);
			if (run.getExecutionCancelSignal()?.aborted) throw error;
		}
	};
}
