import { sleep } from 'n8n-workflow';
import { endWith } from '../account/addressing';
import { FailureInWords } from './errors';
import { failureOfNetwork } from './knownFailures';

/**
 * Sends a request, and gives it up if its answer isn't complete in time. The timeout of n8n's HTTP client only
 * counts while nothing at all arrives: an answer that trickles would never end, and neither would one that changes
 * the protocol (status 101), which the client drops without telling.
 *
 * @param request the request's options, as they are before they are signed
 * @param milliseconds how long it may take
 * @param act sends it
 * @throws FailureInWords when it takes longer; else whatever the act throws
 */
export async function inTime<Result>(
	request: object,
	milliseconds: number,
	act: () => Promise<Result>,
): Promise<Result> {
	const late = new AbortController();
	const settled = new AbortController();
	endWith(request, late.signal);
	const deadline = sleep(milliseconds, settled.signal).then(() => {
		late.abort();
		throw new FailureInWords(failureOfNetwork('ETIMEDOUT'));
	});
	try {
		return await Promise.race([act(), deadline]);
	} finally {
		settled.abort();
	}
}
