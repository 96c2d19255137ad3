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
import {
	answeredPage,
	chatPage,
	closedPage,
	LONGEST_TEXT,
	PAGE_HEADERS,
	questionPage,
	unavailablePage,
} from './page';
import type { PageLanguage } from './pageWords';

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
const CLOSED = 'This question is no longer open.';

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
function takeForm(
	context: IWebhookFunctions,
	asked: PendingQuestion,
	language: PageLanguage,
): IWebhookResponseData {
	const { question } = asked;
	const body: unknown = context.getBodyData();
	const { choice, text } = isObject(body) ? body : {};
	const { pageTitle, thanksText } = readOptions(context);
	const take = (shown: string, answer: IDataObject): IWebhookResponseData => {
		const at = new Date(String(answer.respondedAt));
		showPage(context, answeredPage(language, shown, at, context.getTimezone(), thanksText));
		return { noWebhookResponse: true, workflowData: [[{ json: answer }]] };
	};
	if (question.responseType === 'freeText') {
		if (typeof text !== 'string' || isBlank(text)) {
			return showPage(context, questionPage(language, question, pageTitle, true));
		}
		// Forms send Windows line breaks. What is too long isn't cut in the middle of an emoji.
		const written = text
			.replace(/\r\n/g, '\n')
			.slice(0, LONGEST_TEXT)
			.replace(/[\uD800-\uDBFF]$/, '');
		return take(written, response(asked, undefined, { text: written }));
	}
	const index = choiceOf(question, choice);
	if (index === undefined) return showPage(context, questionPage(language, question, pageTitle));
	return take(question.labels[index] ?? '', response(asked, index, {}));
}

/** @throws anything that n8n throws where it can't read the credential or evaluate a field */
async function handleResponse(
	context: IWebhookFunctions,
	asked: PendingQuestion,
): Promise<IWebhookResponseData> {
	const { method, query } = context.getRequestObject();
	const { question, language = 'en' } = asked;
	const isPage = hasPage(question.responseType);
	if (query.question !== String(asked.questions)) {
		return isPage ? showPage(context, closedPage(language)) : refuseAnswer(context, 409, CLOSED);
	}
	if (method === 'POST') {
		return isPage ? takeForm(context, asked, language) : await takePress(context, asked);
	}
	if (!isPage) return showPage(context, chatPage(language, question));
	return showPage(context, questionPage(language, question, readOptions(context).pageTitle));
}

/**
 * Takes the answer to a question for which an execution waits. n8n has checked the signature of the address, and that
 * the execution is still waiting.
 *
 * @returns the answer, which becomes the node's output; without one, the execution keeps waiting
 */
export async function takeResponse(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	let language: PageLanguage | undefined;
	try {
		const asked = pendingQuestionOf(this);
		({ language } = asked);
		return await handleResponse(this, asked);
	} catch (error) {
		// Were it thrown, n8n would end the execution, and nobody could answer any more.
		logFailure(this, "can't take an answer", error);
		return showPage(this, unavailablePage(language ?? 'en'), 503);
	}
}
