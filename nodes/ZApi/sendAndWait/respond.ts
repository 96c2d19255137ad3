import type {
	IDataObject,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { readAccount } from '../../shared/account/account';
import { isProofOf, PROOF_HEADER } from '../../shared/answers/press';
import { comparableChat } from '../../shared/values/phones';
import { isObject } from '../../shared/values/objects';
import { isBlank } from '../../shared/values/text';
import { openQuestionOf } from './asked';
import { readerOf, readQuestion, readRespondents, type Question } from './choices';
import { CLOSED, closedPage, LONGEST_TEXT, PAGE_HEADERS, questionPage, thanksPage } from './page';

/** Where n8n resumes a waiting execution. Only a POST answers, since link previews send a GET. */
export const webhooks: IWebhookDescription[] = (['GET', 'POST'] as const).map((httpMethod) => ({
	name: 'default',
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
}));

function showPage(context: IWebhookFunctions, html: string): IWebhookResponseData {
	const response = context.getResponseObject();
	for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
	response.status(200).end(html);
	return { noWebhookResponse: true };
}

/** Responds with an error, and lets the execution keep waiting. */
function refuse(
	context: IWebhookFunctions,
	statusCode: number,
	error: string,
): IWebhookResponseData {
	context.getResponseObject().status(statusCode).json({ resumed: false, error });
	return { noWebhookResponse: true };
}

function optionsOf(context: IWebhookFunctions): IDataObject {
	const options: unknown = context.getNodeParameter('options', {});
	return isObject(options) ? options : {};
}

/** The node's output for an answer. */
function response(question: Question, choice: number | undefined, more: IDataObject): IDataObject {
	const isApproval = ['approval', 'approvalPage'].includes(question.responseType);
	return {
		approved: isApproval ? choice === 0 : null,
		choice: choice === undefined ? null : (question.labels[choice] ?? null),
		text: null,
		message: null,
		phone: null,
		messageId: null,
		...more,
		respondedAt: new Date().toISOString(),
	};
}

/** @returns the index of the label that a value stands for; undefined if there is none */
function choiceOf({ labels }: Question, value: unknown): number | undefined {
	const index = labels.findIndex((_, place) => String(place) === value);
	return index === -1 ? undefined : index;
}

/** Whether the person who pressed a button may answer. */
function mayAnswer(context: IWebhookFunctions, event: IDataObject): boolean {
	const listed = readRespondents(readerOf(context));
	if (listed === undefined) return true;
	const { phone, participantPhone, participantLid, senderLid, chatLid, isGroup } = event;
	const ids =
		isGroup === true ? [participantPhone, participantLid, senderLid] : [phone, chatLid, senderLid];
	return ids.some((id) => typeof id === 'string' && listed.includes(comparableChat(id)));
}

/** Takes the press of a button that the Z-API Trigger reports. */
async function takePress(
	context: IWebhookFunctions,
	question: Question,
): Promise<IWebhookResponseData> {
	const { rawBody, headers, query } = context.getRequestObject();
	const text = (rawBody as Buffer | undefined)?.toString('utf8') ?? '';
	const { token } = readAccount(await context.getCredentials('zApi'));
	if (!isProofOf(headers[PROOF_HEADER], token, text)) {
		return refuse(context, 403, 'Only a Z-API Trigger with the same credential can report a press');
	}
	const event = JSON.parse(text) as IDataObject;
	const choice = choiceOf(question, query.choice);
	if (choice === undefined) return refuse(context, 400, 'There is no such choice');
	if (!mayAnswer(context, event)) return refuse(context, 403, 'This person may not answer');
	const { message, phone, participantPhone, messageId } = event;
	const answer = response(question, choice, {
		message: message ?? null,
		phone: participantPhone ?? phone ?? null,
		messageId: messageId ?? null,
	});
	return { webhookResponse: { resumed: true }, workflowData: [[{ json: answer }]] };
}

/** Takes what was sent from the page. If it isn't an answer, the page is shown again. */
function takeForm(context: IWebhookFunctions, question: Question): IWebhookResponseData {
	const { choice, text } = context.getBodyData();
	const { pageTitle, thanksText } = optionsOf(context);
	const again = () => showPage(context, questionPage(question, pageTitle));
	const thanks = thanksPage(isBlank(thanksText) ? '✓' : String(thanksText));
	if (question.responseType === 'freeText') {
		if (typeof text !== 'string' || isBlank(text)) return again();
		const answer = response(question, undefined, {
			// Forms send Windows line breaks.
			text: text.replace(/\r\n/g, '\n').slice(0, LONGEST_TEXT),
		});
		showPage(context, thanks);
		return { noWebhookResponse: true, workflowData: [[{ json: answer }]] };
	}
	const index = choiceOf(question, choice);
	if (index === undefined) return again();
	showPage(context, thanks);
	return { noWebhookResponse: true, workflowData: [[{ json: response(question, index, {}) }]] };
}

/**
 * Takes the answer to a question for which an execution waits. n8n has checked the signature of the address, and that
 * the execution is still waiting.
 *
 * @returns the answer, which becomes the node's output; without one, the execution keeps waiting
 */
export async function takeResponse(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const question = readQuestion(readerOf(this));
	const hasPage = ['approvalPage', 'freeText'].includes(question.responseType);
	if (this.getRequestObject().query.question !== openQuestionOf(this)) {
		return hasPage ? showPage(this, closedPage()) : refuse(this, 409, CLOSED);
	}
	if (this.getRequestObject().method === 'POST') {
		return hasPage ? takeForm(this, question) : await takePress(this, question);
	}
	const { pageTitle } = optionsOf(this);
	return showPage(this, hasPage ? questionPage(question, pageTitle) : thanksPage(question.message));
}
