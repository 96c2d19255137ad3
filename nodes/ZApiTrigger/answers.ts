import type { IDataObject, IN8nHttpFullResponse, IWebhookFunctions } from 'n8n-workflow';
import { readAccount } from '../shared/account/account';
import { proofOf, PROOF_HEADER, resumeAddress, type Press } from '../shared/answers/press';
import { request } from '../shared/requests/request';
import { isObject } from '../shared/values/objects';
import { isBlank } from '../shared/values/text';

const TIMEOUT_MILLISECONDS = 30_000;

/** Presses that are being handed over. Z-API may post one twice, and the execution goes on once. */
const underWay = new Map<string, Promise<boolean>>();

/** n8n's address for waiting executions, whose path can be renamed: it is that of an execution, without its ID. */
function waitingBaseOf(context: IWebhookFunctions): string {
	const { origin, pathname } = new URL(
		String(context.evaluateExpression('{{ $execution.resumeUrl }}', 0)),
	);
	return origin + pathname.split('/').slice(0, -1).join('/');
}

/** @returns whether an execution waited for this press, and goes on now */
async function hand(context: IWebhookFunctions, body: IDataObject, press: Press): Promise<boolean> {
	const { buttonsResponseMessage: button, listResponseMessage: row, ...event } = body;
	const pressed = isObject(button) ? button.message : isObject(row) ? row.title : undefined;
	const { phone, participantPhone, participantLid, senderLid, chatLid, isGroup, messageId } = event;
	const told = { phone, participantPhone, participantLid, senderLid, chatLid, isGroup, messageId };
	const text = JSON.stringify({ ...told, message: pressed });
	const { token } = readAccount(await context.getCredentials('zApi'));
	const answer = (await context.helpers.httpRequest({
		method: 'POST',
		url: resumeAddress(waitingBaseOf(context), press),
		body: text,
		headers: { 'Content-Type': 'application/json', [PROOF_HEADER]: proofOf(token, text) },
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		disableFollowRedirect: true,
		timeout: TIMEOUT_MILLISECONDS,
	})) as IN8nHttpFullResponse;
	const isTaken = isObject(answer.body) && answer.body.resumed === true;
	// Who isn't among those who may answer isn't late.
	return isTaken || answer.statusCode === 401 || answer.statusCode === 403;
}

/**
 * Hands the press of a button over to the execution that waits for it. Presses that no execution waits for, as they
 * are late or forged, change nothing.
 *
 * @param body what Z-API posted
 * @param press what the button's ID holds
 * @throws NodeApiError when the person should be told that the press is late, and Z-API refuses that
 */
export async function handOver(
	context: IWebhookFunctions,
	body: IDataObject,
	press: Press,
): Promise<void> {
	const key = `${press.executionId} ${press.nodeId}`;
	const known = underWay.get(key);
	if (known !== undefined) {
		await known;
		return;
	}
	const handing = hand(context, body, press).finally(() => underWay.delete(key));
	underWay.set(key, handing);
	const isInTime = await handing;
	const { lateAnswer } = context.getNodeParameter('options', {}) as IDataObject;
	if (isInTime || isBlank(lateAnswer)) return;
	await request.call(context, {
		method: 'POST',
		path: '/send-text',
		body: { phone: body.phone, message: lateAnswer },
		refusedAdvice: 'Check that the connected number may write to this chat.',
	});
}
