import { OperationalError } from 'n8n-workflow';
import type { IDataObject, IN8nHttpFullResponse, IWebhookFunctions } from 'n8n-workflow';
import { readAccount } from '../../shared/account/account';
import { proofOf, PROOF_HEADER, resumeAddress, type Press } from '../../shared/answers/press';
import { postJson } from '../../shared/requests/postJson';
import { isObject } from '../../shared/values/objects';
import { isBlank } from '../../shared/values/cleanText';
import { withWholeLids } from './lids';
import { reply } from './reply';

const TIMEOUT_MILLISECONDS = 30_000;

const REMEMBERED_MILLISECONDS = 5 * 60_000;

/**
 * The presses that are being forwarded (in flight), by waiting node. They are forwarded one at a time: older versions
 * of n8n would continue twice if two arrived at once, and Z-API may post the same press twice.
 */
const inFlight = new Map<string, { id: string; forwarding: Promise<HandedOver> }>();

/**
 * Deduplicates presses (idempotency): which ones were taken, and until when that is remembered. If one arrives again,
 * nobody was late.
 */
const recentlyTaken = new Map<string, number>();

function isDuplicate(id: string): boolean {
	for (const [other, until] of recentlyTaken) if (until < Date.now()) recentlyTaken.delete(other);
	return recentlyTaken.has(id);
}

/**
 * n8n's address for waiting executions. Its path can be configured, so it is taken from that of an execution, without
 * the ID.
 */
function waitingBaseOf(context: IWebhookFunctions): string {
	const { origin, pathname } = new URL(
		String(context.evaluateExpression('{{ $execution.resumeUrl }}', 0)),
	);
	return origin + pathname.split('/').slice(0, -1).join('/');
}

/**
 * `other`: the press is forged, the person may not answer, or another press was a moment faster. None of these is late.
 */
type Outcome = 'taken' | 'late' | 'other';

/** What the waiting node, or n8n in its place, said of an answer. */
export interface HandedOver {
	outcome: Outcome;
	/** Whether n8n says that the execution is running. It may be one that has asked just now. */
	isRunning: boolean;
	/** What the person is to be asked once more, if the node didn't understand the answer. */
	again?: string;
}

/** @throws OperationalError when n8n is at fault, so that its log says so */
function outcomeOf({ statusCode, body }: IN8nHttpFullResponse): HandedOver {
	const { resumed, again, message } = isObject(body) ? body : {};
	const isRunning = statusCode === 409 && /is running/.test(String(message));
	if (resumed === true) return { outcome: 'taken', isRunning };
	if (statusCode >= 500) {
		throw new OperationalError(`n8n didn't take an answer, and said status ${statusCode}`);
	}
	// n8n responds with its own page if the execution is no longer waiting, and redirects if it is waiting for a form.
	const isLate = [200, 307, 404, 409].includes(statusCode);
	return {
		outcome: isLate ? 'late' : 'other',
		isRunning,
		...(typeof again === 'string' && { again }),
	};
}

/** @returns who answers, where, and with which message */
export function attributesOf(event: IDataObject): IDataObject {
	const { phone, participantPhone, participantLid, senderLid, chatLid, isGroup, messageId } =
		withWholeLids(event);
	return { phone, participantPhone, participantLid, senderLid, chatLid, isGroup, messageId };
}

/** @returns what the waiting node is told about a press */
function reportOf(body: IDataObject): string {
	const { buttonsResponseMessage: button, listResponseMessage: row, ...event } = body;
	const pressed = isObject(button) ? button.message : isObject(row) ? row.title : undefined;
	return JSON.stringify({ ...attributesOf(event), message: pressed });
}

/** Posts the press to n8n's own address of the execution. */
async function postPress(
	context: IWebhookFunctions,
	text: string,
	press: Press,
): Promise<HandedOver> {
	const { token } = readAccount(await context.getCredentials('zApi'));
	const post = async () =>
		await postJson(context, resumeAddress(waitingBaseOf(context), press), text, {
			headers: { [PROOF_HEADER]: proofOf(token, text) },
			timeout: TIMEOUT_MILLISECONDS,
		});
	const answer = await post();
	if (answer.statusCode < 500) return outcomeOf(answer);
	// If two processes resume an execution at the same moment, n8n lets one fail, and the execution is then no longer
	// waiting. The other press may have been this one, posted twice, so nobody is told that they were late.
	const second = outcomeOf(await post());
	return second.outcome === 'taken' ? second : { outcome: 'other', isRunning: false };
}

/**
 * Hands an answer to the execution that waits for it.
 *
 * @param press which execution that is
 * @param text what the waiting node is told
 * @returns undefined if the same answer is being handed over, or was taken before
 * @throws OperationalError when n8n is at fault
 */
export async function handOver(
	context: IWebhookFunctions,
	press: Press,
	text: string,
): Promise<HandedOver | undefined> {
	const key = `${press.executionId} ${press.nodeId}`;
	const id = `${press.signature} ${text}`;
	const previous = inFlight.get(key);
	if (previous?.id === id) {
		await previous.forwarding;
		return undefined;
	}
	if (isDuplicate(id)) return undefined;
	const before: Promise<unknown> = previous?.forwarding.catch(() => {}) ?? Promise.resolve();
	const forwarding = before.then(async () => await postPress(context, text, press));
	const current = { id, forwarding };
	inFlight.set(key, current);
	const handed = await forwarding.finally(() => {
		if (inFlight.get(key) === current) inFlight.delete(key);
	});
	if (handed.outcome === 'taken') recentlyTaken.set(id, Date.now() + REMEMBERED_MILLISECONDS);
	return handed;
}

/**
 * Forwards the press of a button to the execution that waits for it. Presses that no execution waits for, because they
 * are late or forged, change nothing.
 *
 * @param body what Z-API posted
 * @param press what the button's ID contains
 * @returns whether its question needs no answer any more
 * @throws OperationalError when n8n is at fault
 * @throws NodeApiError when Z-API refuses the message that tells the person that they were late
 */
export async function forwardPress(
	context: IWebhookFunctions,
	body: IDataObject,
	press: Press,
): Promise<boolean> {
	const handed = await handOver(context, press, reportOf(body));
	const { lateAnswer } = context.getNodeParameter('options', {}) as IDataObject;
	if (handed?.outcome === 'late' && !isBlank(lateAnswer)) {
		await reply(context, body.phone, lateAnswer);
	}
	// An execution that is running may have asked just now.
	return handed?.outcome === 'taken' || (handed?.outcome === 'late' && !handed.isRunning);
}
