import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isLocalHost, readAccount } from '../../shared/account/account';
import { IN_WORDS, toPressId } from '../../shared/answers/press';
import { UserFacingFailure } from '../../shared/requests/errors';
import { isOnInternet, SET_PUBLIC_ADDRESS } from '../../shared/values/hosts';
import { Limiter } from '../../shared/requests/limiter';
import { toText, unlessBlank } from '../../shared/values/values';
import { readNamed, type Item } from '../language/field';
import { listButtonLabel, listTitle, pageTitle, thanksText } from './fields';
import { PAGE_WORDS, readPageLanguage, type PageLanguage } from './pageWords';
import type { Operation } from '../language/operation';
import type { Request } from '../language/request';
import { allowedDomainsOf, connectionOf } from '../runner/connection';
import { buildRequest, lookUpAll } from '../runner/buildRequest';
import { HintLog } from '../runner/hints';
import { itemContext } from '../runner/itemContext';
import { listeningAddress } from '../runner/listeningTrigger';
import { listReader } from '../runner/listReader';
import { NumberLog } from '../runner/numbers';
import { perform } from '../runner/perform';
import { readSettings } from '../runner/readSettings';
import { withRetries } from '../runner/retry';
import type { PendingQuestion } from './pendingQuestion';
import {
	hasPage,
	isInWords,
	mayAnyoneAnswer,
	MOST_BUTTONS,
	numbered,
	readQuestion,
	readRespondents,
	readResponseType,
	type Question,
} from './question';
import { checkTwoWay, offerWords, tellQuestion } from './tellQuestion';
import { readWaitTill } from './waitTime';

const PUBLISH_FIRST =
	'Publish a workflow in this n8n that starts with a Z-API Trigger and listens for Message Received: it receives the answers. Otherwise, use a Response Type with a page.';
const ASK_SEVERAL = [
	'To ask one after the other, put the node into a Loop Over Items with a Batch Size of 1: each question then waits for the answer to the one before.',
	'To ask all at once, move the node into a sub-workflow, and let the loop call that: by Execute Sub-workflow, with the Mode "Run once with all items", and with Wait For Sub-Workflow Completion off.',
	'The example reminders.json ("Remind many people at once") does so.',
].join(' ');

/** @throws UserFacingFailure when the person's phone couldn't open the page */
function checkPageReachable(resumeUrl: string, baseUrl: URL): void {
	const url = new URL(resumeUrl);
	if (isLocalHost(baseUrl) || (url.protocol === 'https:' && isOnInternet(url))) return;
	throw new UserFacingFailure({
		message: `Nobody could open the page: the address of this n8n is ${url.origin}`,
		description: SET_PUBLIC_ADDRESS,
	});
}

/**
 * @returns the address of the trigger that receives the answer
 * @throws UserFacingFailure when no trigger in this n8n would
 */
function whoListens(settings: IDataObject, resumeUrl: string): string {
	const address = listeningAddress(settings, resumeUrl);
	if (address !== undefined) return address;
	throw new UserFacingFailure({
		message: 'Nobody could answer: no Z-API Trigger in this n8n receives messages',
		description: PUBLISH_FIRST,
	});
}

/** The options that are texts. Those of the page are read again when it is shown. */
const TEXTS = [listButtonLabel, listTitle, pageTitle, thanksText];

function readTexts(item: Item, options: IDataObject): IDataObject {
	const read = unlessBlank(toText);
	return Object.fromEntries(
		TEXTS.flatMap(({ properties }) => properties).map(({ name, displayName }) => [
			name,
			readNamed(item, displayName, () => read(options[name])),
		]),
	);
}

/** Puts the question into the request: as buttons, as a list, as a text, or with the link to a page. */
function putQuestion(
	request: Request,
	{ responseType, labels }: Question,
	texts: IDataObject,
	language: PageLanguage,
	resumeUrl: (choice?: number) => string,
): void {
	if (hasPage(responseType) || isInWords(responseType)) {
		const more = hasPage(responseType)
			? `${PAGE_WORDS[language].answerHere}\n${resumeUrl()}`
			: numbered(labels);
		request.url = '/send-text';
		request.body.message = [String(request.body.message), more].filter(Boolean).join('\n\n');
		return;
	}
	const choices = labels.map((label, index) => ({ id: toPressId(resumeUrl(index)), label }));
	if (choices.length <= MOST_BUTTONS) {
		request.url = '/send-button-list';
		request.body.buttonList = { buttons: choices };
		return;
	}
	request.url = '/send-option-list';
	request.body.optionList = {
		title: texts.listTitle ?? 'Options',
		buttonLabel: texts.listButtonLabel ?? 'Choose',
		options: choices.map(({ id, label }) => ({ id, title: label })),
	};
}

/** Sets the output for when nobody answers in time: n8n then passes on the node's input. */
function rememberTimeOut(
	run: IExecuteFunctions,
	item: INodeExecutionData,
	sentTo: string | undefined,
): void {
	const data = run.getExecuteData();
	const json = { ...item.json, approved: false, timedOut: true, ...(sentTo && { sentTo }) };
	data.data = { ...data.data, main: [[{ ...item, json, pairedItem: { item: 0 } }]] };
}

/**
 * Sends a question and lets the execution wait for the answer. The answer resumes it through n8n's own signed address,
 * which is called by the page that the message links to, or by the Z-API Trigger that receives the press of a button.
 *
 * @param operation *Send and Wait for Response*
 * @returns the node's input, which n8n replaces with the answer; in a dry run, which waits for nothing, its item
 * @throws UserFacingFailure when an answer would be impossible, or there is more than one item
 * @see https://developer.z-api.io/message/send-button-list
 */
export async function askAndWait(
	run: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const items = run.getInputData();
	const [input] = items;
	if (items.length !== 1 || input === undefined) {
		throw new UserFacingFailure({
			message: `Only one question can be asked at a time, but there are ${items.length} items`,
			description: ASK_SEVERAL,
		});
	}
	const context = itemContext(run, items, 0, new Limiter(1));
	const credential = await context.getCredentials('zApi');
	const { baseUrl } = readAccount(credential);
	const numbers = new NumberLog();
	const settings = { ...readSettings(context, credential), onNumber: numbers.onNumber };
	const allowedDomains = allowedDomainsOf(run.getNode(), credential);
	const connection = { ...connectionOf(context), ...(allowedDomains && { allowedDomains }) };
	const readList = listReader(context, connection);
	const item: Item = { context, settings, readList };
	const responseType = readNamed(item, 'Response Type', () => readResponseType(context));
	const answers = ['choice', 'chatChoice'].includes(responseType) ? 'Choices' : 'Approval Options';
	const question = readNamed(item, answers, () => readQuestion(context));
	readNamed(item, 'Who May Answer', () => mayAnyoneAnswer(context));
	const respondents = readNamed(item, 'People', () => readRespondents(context, settings));
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const waitTill = readNamed(item, 'Limit Wait Time', () =>
		readWaitTill(options, run.getTimezone()),
	);
	const texts = readTexts(item, options);
	const language = readNamed(item, 'Page Language', () =>
		readPageLanguage(options.pageLanguage, question),
	);
	const asked = run.getContext('node') as Partial<PendingQuestion>;
	const number = (asked.questions ?? 0) + 1;
	const resumeUrl = (choice?: number | typeof IN_WORDS) =>
		run.getSignedResumeUrl({
			...(choice === undefined ? {} : { choice: String(choice) }),
			question: String(number),
		});

	const send = withRetries(run, operation, new Limiter(1, run.getExecutionCancelSignal()));
	const request = buildRequest(operation, item);
	await lookUpAll(request);
	putQuestion(request, question, texts, language, resumeUrl);
	const chat = String(request.body.phone);
	let tellMessage: ((messageId: string) => Promise<void>) | undefined;
	if (hasPage(responseType)) checkPageReachable(resumeUrl(), baseUrl);
	else {
		const reading: Operation = {
			...operation,
			action: 'Read the settings of the instance',
			isRead: true,
		};
		const read = async (url: string) => {
			const nothing = { body: {}, qs: {}, lookUps: [], files: [], parts: [] };
			const get: Request = { method: 'GET', url, ...nothing };
			return (await perform(context, reading, get, connection, send)).map(({ json }) => json);
		};
		const [me = {}] = await read('/me');
		const address = whoListens(me, resumeUrl());
		const wordsUrl = resumeUrl(IN_WORDS);
		const told = { context, address, chat, resumeUrl: wordsUrl, waitTill, respondents };
		const inWords = isInWords(responseType);
		if (inWords) checkTwoWay(chat);
		if (!request.isDryRun) {
			tellMessage = inWords ? await tellQuestion(told, read) : await offerWords(told);
		}
	}
	const found = await perform(context, operation, request, connection, send);
	await tellMessage?.(String(found[0]?.json.messageId ?? ''));
	const hints = new HintLog();
	hints.add(found);
	run.addExecutionHints(...hints.all(numbers));
	if (request.isDryRun) return numbers.withSentTo(found);
	const sentTo = numbers.sentTo(chat);
	Object.assign(asked, {
		questions: number,
		question,
		language,
		chat,
		...(sentTo && { sentTo }),
		respondents,
	} satisfies PendingQuestion);

	// n8n disables the node while the answer passes, and would skip whatever else is waiting for its turn in it.
	const data = run.getExecuteData();
	data.node = { ...data.node };
	// For the human review of an AI agent's tool, n8n looks for the answer in the log of the tool.
	for (const node of [run.getNode(), data.node]) {
		if (node.type.endsWith('HitlTool')) node.rewireOutputLogTo = 'ai_tool';
	}
	await run.putExecutionToWait(waitTill);
	rememberTimeOut(run, input, sentTo);
	return items;
}
