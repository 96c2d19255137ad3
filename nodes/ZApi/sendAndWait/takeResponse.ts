import type {
	IDataObject,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { readAccount } from '../../shared/account/account';
import { IN_WORDS, isProofOf, PROOF_HEADER } from '../../shared/answers/press';
import { mayAnswer } from '../../shared/answers/respondents';
import { logFailure } from '../../shared/requests/errors';
import { isObject } from '../../shared/values/objects';
import { isBlank } from '../../shared/values/cleanText';
import { pendingQuestionOf, type PendingQuestion } from './pendingQuestion';
import { hasPage, type Question } from './question';
import { readWords } from './readWords';
import { CLOSED, LONGEST_TEXT, PAGE_HEADERS, questionPage, textPage, UNAVAILABLE } from './page';

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

const NOT_THIS_PERSON = 'This person may not answer here';

function showPage(
	context: IWebhookFunctions,
	html: string,
	statusCode = 200,
): IWebhookResponseData {
	const response = context.getResponseObject();
	for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
	response.status(statusCode).end(html);
	return { noWebhookResponse: true };
}

/** Responds with an error, and lets the execution keep waiting. */
function refuseAnswer(
	context: IWebhookFunctions,
	statusCode: number,
	error: string,
): IWebhookResponseData {
	context.getResponseObject().status(statusCode).json({ resumed: false, error });
	return { noWebhookResponse: true };
}

function readOptions(context: IWebhookFunctions): IDataObject {
	const options: unknown = context.getNodeParameter('options', {});
	return isObject(options) ? options : {};
}

/** The node's output for an answer. */
function response(
	{ question, sentTo }: PendingQuestion,
	choice: number | undefined,
	more: IDataObject,
): IDataObject {
	const isApproval = ['approval', 'approvalPage'].includes(question.responseType);
	return {
		approved: isApproval ? choice === 0 : null,
		choice: choice === undefined ? null : (question.labels[choice] ?? null),
		text: null,
		message: null,
		phone: null,
		messageId: null,
		...more,
		...(sentTo && { sentTo }),
		respondedAt: new Date().toISOString(),
	};
}

/** @returns the index of the label that a value stands for; undefined if there is none */
function choiceOf({ labels }: Question, value: unknown): number | undefined {
	const index = labels.findIndex((_, place) => String(place) === value);
	return index === -1 ? undefined : index;
}

/** Takes a message that the Z-API Trigger reports. The trigger asks once more what isn't understood. */
function takeWords(
	context: IWebhookFunctions,
	asked: PendingQuestion,
	event: IDataObject,
): IWebhookResponseData {
	if (!mayAnswer(asked, event)) return refuseAnswer(context, 403, NOT_THIS_PERSON);
	const read = readWords(asked.question, event);
	if (!('content' in read)) {
		context.getResponseObject().status(422).json({ resumed: false, again: read.again });
		return { noWebhookResponse: true };
	}
	const { phone, participantPhone, messageId } = event;
	const answer = response(asked, read.choice, {
		...read.content,
		phone: participantPhone ?? phone ?? null,
		messageId: messageId ?? null,
	});
	return { webhookResponse: { resumed: true }, workflowData: [[{ json: answer }]] };
}

/** Takes the press of a button that the Z-API Trigger reports. */
async function takePress(
	context: IWebhookFunctions,
	asked: PendingQuestion,
): Promise<IWebhookResponseData> {
	const { rawBody, headers, query } = context.getRequestObject();
	const text = (rawBody as Buffer | undefined)?.toString('utf8') ?? '';
	const { token } = readAccount(await context.getCredentials('zApi'));
	if (!isProofOf(headers[PROOF_HEADER], token, text)) {
		return refuseAnswer(
			context,
			403,
			'Only a Z-API Trigger with the same credential can report a press',
		);
	}
	const event = JSON.parse(text) as IDataObject;
	if (query.choice === IN_WORDS) return takeWords(context, asked, event);
	const choice = choiceOf(asked.question, query.choice);
	if (choice === undefined) return refuseAnswer(context, 400, 'There is no such choice');
	if (!mayAnswer(asked, event)) return refuseAnswer(context, 403, NOT_THIS_PERSON);
	const { message, phone, participantPhone, messageId } = event;
	const answer = response(asked, choice, {
		message: message ?? null,
		phone: participantPhone ?? phone ?? null,
		messageId: messageId ?? null,
	});
	return { webhookResponse: { resumed: true }, workflowData: [[{ json: answer }]] };
}

/** Takes what was sent from the page. If it isn't an answer, the page is shown again. */
function takeForm(context: IWebhookFunctions, asked: PendingQuestion): IWebhookResponseData {
	const { question } = asked;
	const body: unknown = context.getBodyData();
	const { choice, text } = isObject(body) ? body : {};
	const { pageTitle, thanksText } = readOptions(context);
	const again = () => showPage(context, questionPage(question, pageTitle));
	const thanks = textPage(isBlank(thanksText) ? '✓' : String(thanksText));
	if (question.responseType === 'freeText') {
		if (typeof text !== 'string' || isBlank(text)) return again();
		const answer = response(asked, undefined, {
			// Forms send Windows line breaks. What is too long isn't cut in the middle of an emoji.
			text: text
				.replace(/\r\n/g, '\n')
				.slice(0, LONGEST_TEXT)
				.replace(/[\uD800-\uDBFF]$/, ''),
		});
		showPage(context, thanks);
		return { noWebhookResponse: true, workflowData: [[{ json: answer }]] };
	}
	const index = choiceOf(question, choice);
	if (index === undefined) return again();
	showPage(context, thanks);
	return { noWebhookResponse: true, workflowData: [[{ json: response(asked, index, {}) }]] };
}

/** @throws anything that n8n throws where it can't read the credential or evaluate a field */
async function handleResponse(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { method, query } = context.getRequestObject();
	const asked = pendingQuestionOf(context);
	const { question } = asked;
	const isPage = hasPage(question.responseType);
	if (query.question !== String(asked.questions)) {
		return isPage ? showPage(context, textPage(CLOSED)) : refuseAnswer(context, 409, CLOSED);
	}
	if (method === 'POST') {
		return isPage ? takeForm(context, asked) : await takePress(context, asked);
	}
	const { pageTitle } = readOptions(context);
	return showPage(context, isPage ? questionPage(question, pageTitle) : textPage(question.message));
}

/**
 * Takes the answer to a question for which an execution waits. n8n has checked the signature of the address, and that
 * the execution is still waiting.
 *
 * @returns the answer, which becomes the node's output; without one, the execution keeps waiting
 */
export async function takeResponse(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await handleResponse(this);
	} catch (error) {
		// Were it thrown, n8n would end the execution, and nobody could answer any more.
		logFailure(this, "can't take an answer", error);
		return showPage(this, textPage(UNAVAILABLE), 503);
	}
}
