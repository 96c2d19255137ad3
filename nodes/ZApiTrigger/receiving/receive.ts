import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isLocalHost } from '../../shared/account/account';
import { isGoodPing, isPing, makePong } from '../../shared/account/pings';
import { isGoodNote, isNote, makeNoteAnswer } from '../../shared/account/notes';
import { pressOf } from '../../shared/answers/press';
import { logFailure, placeOf } from '../../shared/requests/errors';
import { isObject } from '../../shared/values/objects';
import { endQuestion, takeAnswer } from '../conversations/answers';
import { takeNote } from '../conversations/notes';
import { isPaused, noticeMessage } from '../conversations/pause';
import { openStore, type ConversationMemory } from '../conversations/store';
import { answerSelfCall } from '../holding/answerSelfCall';
import { dropHeld, hold } from '../holding/hold';
import type { Holder } from '../holding/holder';
import { withoutToDo } from '../holding/joinedFiles';
import { isSelfCall, readDeed, type SelfCall } from '../holding/selfCall';
import { idOf } from '../registration/registrant';
import { hostOf } from '../registration/webhookAddress';
import { forwardPress } from './forwardPress';
import { agentFieldsOf } from './agentFields';
import { accountFor, hasToken, readAndCache, TOKEN_HEADER } from './cachedAccount';
import { eventKey, RecentEvents } from './duplicates';
import { startNothing } from './explain';
import { eventOf, type TriggerEvent } from '../events';
import { redactEvent } from './redactEvent';
import { downloadMedia, fileToDownload } from './downloadMedia';
import {
	readEvents,
	readFileOptions,
	readFilterParameters,
	readIgnoreRepeats,
	readWaitingTime,
	readOption,
	readPauseOptions,
	readSwitch,
} from '../parameters';
import { withWholeLids } from './lids';
import { ownIdsOfChat } from './messageAttributes';
import { refusals } from '../refusals';
import { simplifyEvent } from './simplifyEvent';

/** Z-API posts references to files, never files; the largest documented event has a few kilobytes. */
const LARGEST_BODY = 1024 * 1024;

/** The documented events have at most 6 levels; n8n can't save an item with some thousands. */
const MOST_LEVELS = 100;

/** n8n's own words for the same, so that the answer is the same whatever becomes of an event. */
const STARTED = { message: 'Workflow was started' };

/** Answers with a status of its own, and starts nothing. */
function refusePost(
	context: IWebhookFunctions,
	statusCode: number,
	error: string,
): IWebhookResponseData {
	context.getResponseObject().status(statusCode).json({ error });
	return { noWebhookResponse: true };
}

function isDeeperThan(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1));
}

/** @returns undefined unless what was posted is a JSON object, whatever its content type says */
function readBody(text: string): IDataObject | undefined {
	try {
		// Whoever merges the item later should not change every object in n8n.
		const body = JSON.parse(text.replace(/^\uFEFF/, ''), (key, value: unknown) =>
			key === '__proto__' ? undefined : value,
		) as unknown;
		return isObject(body) && !isDeeperThan(body, MOST_LEVELS) ? body : undefined;
	} catch {
		return undefined;
	}
}

/** Refuses an event that may come from anybody, and says so in n8n's log. */
function refuseWithoutToken(context: IWebhookFunctions): IWebhookResponseData {
	const isMissing = context.getHeaderData()[TOKEN_HEADER] === undefined;
	const what = isMissing ? `has no ${TOKEN_HEADER} header` : `has another ${TOKEN_HEADER}`;
	context.logger.warn(
		`${placeOf(context)} refused a post that ${what}: Z-API sends the instance's token with every event. If another program passes Z-API's events on, turn on the option Accept Events Without Z-API's Token.`,
	);
	return refusePost(context, 403, refusals.withoutToken);
}

/** Answers another trigger, of another n8n or an earlier address, that asks whether somebody is here. */
async function answerPing(
	context: IWebhookFunctions,
	body: IDataObject,
): Promise<IWebhookResponseData> {
	const { token } = await readAndCache(context);
	if (!isGoodPing(body, token)) return refusePost(context, 403, refusals.unknownPing);
	const pong = makePong(token, body, context.getNodeWebhookUrl('default') ?? '');
	context.getResponseObject().status(200).json(pong);
	return { noWebhookResponse: true };
}

/** What this process of n8n knows about chats, and holds of their messages. */
export interface ReceivingMemory {
	conversations: ConversationMemory;
	holder: Holder;
}

/** Does what the trigger calls itself for. */
async function takeSelfCall(
	context: IWebhookFunctions,
	body: IDataObject,
	{ holder }: ReceivingMemory,
): Promise<IWebhookResponseData> {
	const { token } = await readAndCache(context);
	const deed = readDeed(body, token, hostOf(context.getNodeWebhookUrl('default') ?? ''));
	if (deed === undefined) {
		context.logger.warn(
			`${placeOf(context)} refused a call about held messages: its signature is wrong.`,
		);
		return refusePost(context, 403, refusals.unknownSelfCall);
	}
	return answerSelfCall(context, holder, body as unknown as SelfCall, deed, token);
}

/** Does what a node of the same instance says about a chat. n8n answers, since it saves what is kept before that. */
async function answerNote(
	context: IWebhookFunctions,
	body: IDataObject,
	{ conversations, holder }: ReceivingMemory,
): Promise<IWebhookResponseData> {
	const { token } = await readAndCache(context);
	const host = hostOf(context.getNodeWebhookUrl('default') ?? '');
	if (!isGoodNote(body, token, host)) {
		context.logger.warn(`${placeOf(context)} refused a note about a chat: its signature is wrong.`);
		return refusePost(context, 403, refusals.unknownNote);
	}
	const state = takeNote(openStore(context, conversations), body, Date.now());
	if (body.does === 'pause') dropHeld(context, holder, body.chats);
	return { webhookResponse: makeNoteAnswer(token, body, state) };
}

/** What an event comes out as. */
function jsonOf(context: IWebhookFunctions, event: TriggerEvent, body: IDataObject): IDataObject {
	const shown = redactEvent(event, body);
	const json = readSwitch(context, 'simplify', true) ? simplifyEvent(event, shown) : shown;
	const isForAgents = event.value === 'messageReceived' && readOption(context, 'addAiFields');
	return withoutToDo(isForAgents ? { ...json, ...agentFieldsOf(body) } : json);
}

/** The events that were started, in this process. */
const recent = new RecentEvents();

/**
 * @returns what tells whether an event was there before; undefined if each is taken, as in a test: whoever tests may post
 * the same one again and again
 */
function keyToRemember(
	context: IWebhookFunctions,
	event: TriggerEvent,
	body: IDataObject,
): string | undefined {
	const isTaken = context.getMode() === 'manual' || !readIgnoreRepeats(context);
	return isTaken ? undefined : eventKey(event, body);
}

function ignoreDuplicate(context: IWebhookFunctions, event: TriggerEvent): IWebhookResponseData {
	const why = 'Repeated: Z-API has posted it before, and Ignore Repeats is on.';
	return startNothing(context, event, 'Event repeated', why);
}

const HANDED_OVER = 'Handed over: it answers a question of Send and Wait for Response.';

/** @throws anything that n8n throws where it can't read the credential or evaluate a field */
async function handlePost(
	context: IWebhookFunctions,
	memory: ReceivingMemory,
): Promise<IWebhookResponseData> {
	const { conversations, holder } = memory;
	const request = context.getRequestObject();
	// n8n has read it already, unless its content type is an unusual one. Of a form there is nothing left to read, and
	// what n8n keeps of it is no event.
	await request.readRawBody().catch(() => undefined);
	const rawBody = request.rawBody as Buffer | undefined;
	const text = rawBody?.toString('utf8') ?? JSON.stringify(context.getBodyData() ?? null);
	if ((rawBody ?? text).length > LARGEST_BODY) {
		return refusePost(context, 413, refusals.tooLarge);
	}
	const body = readBody(text);
	if (body === undefined) return refusePost(context, 400, refusals.notAnObject);
	if (isPing(body)) return await answerPing(context, body);
	if (isNote(body)) return await answerNote(context, body, memory);
	if (isSelfCall(body)) return await takeSelfCall(context, body, memory);
	const event = eventOf(body);
	if (event === undefined) return refusePost(context, 400, refusals.unknownType);
	const account = await accountFor(context, body.instanceId);
	if (account.instance !== body.instanceId) return refusePost(context, 403, refusals.otherInstance);
	if (!hasToken(context, account) && !readOption(context, 'acceptWithoutToken')) {
		return refuseWithoutToken(context);
	}

	const press = pressOf(body);
	if (press) {
		const isOver = await forwardPress(context, body, press);
		if (isOver) endQuestion(openStore(context, conversations), press);
		return startNothing(context, event, 'Answer handed over', HANDED_OVER);
	}
	const now = Date.now();
	const store = openStore(context, conversations);
	const key = keyToRemember(context, event, body);
	const node = idOf(context);
	// What has started the workflow is no answer to what that has asked.
	if (key !== undefined && recent.has(node, key)) return ignoreDuplicate(context, event);
	if (event.value === 'messageReceived' && (await takeAnswer(context, store, body))) {
		return startNothing(context, event, 'Answer handed over', HANDED_OVER);
	}
	if (!readEvents(context).includes(event)) {
		const why = `Not chosen: ${event.name} isn't among the events to start on.`;
		return startNothing(context, event, 'Event not chosen', why);
	}
	if (event.value === 'messageReceived') {
		const isPause = noticeMessage(store, body, readPauseOptions(context), now);
		if (isPause) dropHeld(context, holder, ownIdsOfChat(withWholeLids(body)));
	}
	const filtered = readFilterParameters(context, account)(event, body);
	if (filtered !== undefined) {
		return startNothing(context, event, 'Event filtered', `Filtered: ${filtered}.`);
	}
	// Own messages that pass are wanted: the filters leave them out unless they are included.
	if (body.fromMe !== true && isPaused(store, body, now)) {
		const why = 'Paused: somebody answers this chat by hand, or a workflow has paused it.';
		return startNothing(context, event, 'Paused', why);
	}

	const json = jsonOf(context, event, body);
	const options = readFileOptions(context);
	// It may have been posted a second time meanwhile.
	if (key !== undefined && recent.isDuplicate(node, key)) return ignoreDuplicate(context, event);
	const within = readWaitingTime(context, event);
	if (within > 0) {
		const arrival = { event, body, json, wantsFile: options !== undefined, within };
		const held = await hold(context, holder, arrival);
		if (held) return held;
	}
	const media = options && event.value === 'messageReceived' ? fileToDownload(body) : undefined;
	if (media === undefined || options === undefined) return { workflowData: [[{ json }]] };

	// Z-API shouldn't have to wait for a file of its own.
	context.getResponseObject().status(200).json(STARTED);
	const result = await downloadMedia.call(context, media, {
		...options,
		// A stand-in for Z-API has its files where it is itself.
		trustedOrigin: isLocalHost(account.baseUrl) ? account.baseUrl.origin : undefined,
	});
	const item =
		'file' in result
			? { json, binary: { [options.fieldName]: result.file } }
			: { json: { ...json, mediaError: result.reason } };
	return { noWebhookResponse: true, workflowData: [[item]] };
}

/**
 * Takes what is posted at the trigger's address: checks that it is an event of this account's, and starts the
 * workflow if the event is among the chosen ones and passes the filters. Anything else starts no execution.
 *
 * @param memory what this process of n8n knows about chats, and holds of their messages
 * @returns what n8n answers, and the item of the execution that it starts, if any
 * @see https://developer.z-api.io/webhooks/introduction
 */
export async function receive(
	this: IWebhookFunctions,
	memory: ReceivingMemory,
): Promise<IWebhookResponseData> {
	try {
		return await handlePost(this, memory);
	} catch (error) {
		// Were it thrown, n8n would start an execution only to let it fail, and answer with the stack.
		logFailure(this, "can't take events", error);
		return refusePost(this, 503, "This workflow can't take events: see the log of n8n");
	}
}
