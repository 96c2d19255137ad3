import { sleep } from 'n8n-workflow';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { readPressId, type Press } from '../../shared/answers/press';
import { isByRespondent } from '../../shared/answers/respondents';
import { logFailure } from '../../shared/requests/errors';
import { isBlank } from '../../shared/values/cleanText';
import { mediaOf } from '../receiving/downloadMedia';
import { attributesOf, handOver, type HandedOver } from '../receiving/forwardPress';
import { withWholeLids } from '../receiving/lids';
import { reply } from '../receiving/reply';
import { messageKindOf, ownIdsOfChat, textsOf } from '../receiving/messageAttributes';
import { Mutex } from '../registration/mutex';
import { isLive, toChats } from './entries';
import { merge } from './kept';
import type { KeptQuestion } from './keptQuestions';
import type { KeptStore } from './store';

/** What people answer with. A reaction, a vote or a location is none. */
const REPLIES = ['buttonReply', 'listReply'];
const KINDS = ['text', 'image', 'audio', 'video', 'document', 'sticker', ...REPLIES];

/** A message that somebody writes wasn't meant for us, or not yet. */
const FLAGS = ['fromMe', 'isEdit', 'waitingMessage', 'isStatusReply', 'isNewsletter'];

/** The execution may not be saved as waiting yet when a quick answer comes: it is tried again meanwhile. */
const QUICK_MILLISECONDS = 10_000;
const BACKOFF_MILLISECONDS = [250, 500, 1_000, 2_000];

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function canAnswer(body: IDataObject): boolean {
	return KINDS.includes(messageKindOf(body)) && !FLAGS.some((flag) => body[flag] === true);
}

/** @returns whether a message may answer a question that has buttons: these are pressed elsewhere. */
function hasWords(body: IDataObject): boolean {
	return !REPLIES.includes(messageKindOf(body)) && !isBlank(textsOf(body)[0]);
}

function isQuoted({ messageIds, hasButtons }: KeptQuestion, quoted: string): boolean {
	if (quoted === '' || messageIds.includes(quoted)) return true;
	// Of a question that was sent just now, the message may not be known yet. With buttons, nothing is risked for that:
	// a "yes" to somebody else would approve.
	return messageIds.length === 0 && !hasButtons;
}

/**
 * Finds the questions that a message may answer: the one that it quotes, or else the newest in its chat. If that has
 * buttons, and the node doesn't understand the message, it may answer an earlier one that has none.
 */
function questionsFor(
	store: KeptStore,
	body: IDataObject,
	now: number,
	beingAsked: ReadonlySet<string> = new Set(),
): KeptQuestion[] {
	const chats = toChats(ownIdsOfChat(body));
	const quoted = textOf(body.referenceMessageId);
	const open = store
		.read()
		.questions.filter(
			(question) =>
				isLive(question, now) &&
				!beingAsked.has(question.press) &&
				question.chats.some((chat) => chats.includes(chat)) &&
				isByRespondent(question.respondents ?? undefined, body) &&
				isQuoted(question, quoted) &&
				(!question.hasButtons || hasWords(body)),
		)
		.sort((one, other) => other.at - one.at);
	const [newest] = open;
	const inWords = open.find(({ hasButtons }) => !hasButtons);
	return [...new Set([newest, inWords])].filter((question) => question !== undefined);
}

/** @returns what the waiting node is told about a message */
function reportOf(body: IDataObject, { repeats }: KeptQuestion): string {
	const media = mediaOf(body);
	return JSON.stringify({
		...attributesOf(body),
		kind: messageKindOf(body),
		text: textsOf(body)[0] ?? '',
		...(media && { fileUrl: media.url, fileName: media.fileName, mimeType: media.mimeType }),
		repeats,
	});
}

/** Hands a message over; again, as long as the execution that has just asked is still running. */
async function handOverWords(
	context: IWebhookFunctions,
	press: Press,
	text: string,
	question: KeptQuestion,
): Promise<HandedOver | undefined> {
	for (const pause of BACKOFF_MILLISECONDS) {
		const handed = await handOver(context, press, text);
		const isQuick = Date.now() - question.at < QUICK_MILLISECONDS;
		if (handed?.outcome !== 'late' || !handed.isRunning || !isQuick) return handed;
		await sleep(pause);
	}
	return await handOver(context, press, text);
}

/**
 * The answers that are being handed over, by chat: one at a time, since what becomes of the first decides whether the
 * second is an answer.
 */
const handingOver = new Mutex();

/** Asks once more, in the words of the waiting node, which the person may quote then. */
async function askAgain(
	context: IWebhookFunctions,
	{ phone }: IDataObject,
	message: string,
): Promise<string[]> {
	try {
		const answer = await reply(context, phone, message);
		return 'messageId' in answer ? [textOf(answer.messageId)].filter((id) => id !== '') : [];
	} catch (error) {
		// The question is open all the same.
		logFailure(context, "can't ask again", error);
		return [];
	}
}

/** Hands a message over, and keeps what becomes of its question. */
async function handOverTo(
	context: IWebhookFunctions,
	store: KeptStore,
	body: IDataObject,
	question: KeptQuestion,
): Promise<boolean | 'isBeingAsked'> {
	const press = readPressId(question.press);
	if (press === undefined) return false;
	const handed = await handOverWords(context, press, reportOf(body, question), question);
	const messageId = textOf(body.messageId);
	// It was taken before.
	if (handed === undefined) return true;
	const keep = (change: Partial<KeptQuestion>) => {
		const changed = { ...question, ...change, at: Math.max(Date.now(), question.at + 1) };
		store.change((kept) => merge(kept, { questions: [changed] }));
	};
	const { outcome, again, isRunning } = handed;
	if (again !== undefined) {
		const repeated = { repeats: question.repeats + 1, taken: messageId };
		keep(repeated);
		keep({ ...repeated, messageIds: await askAgain(context, body, again) });
		return true;
	}
	// An execution that is running may be about to ask, however long that takes.
	if (outcome === 'late' && isRunning) return 'isBeingAsked';
	if (outcome === 'other') return false;
	keep({ isOver: true, taken: outcome === 'taken' ? messageId : '' });
	return outcome === 'taken';
}

/**
 * Hands a message to the execution that waits for an answer in its chat. Where no execution waits any more, the question
 * is forgotten.
 *
 * @param posted a message that was received, as Z-API posts it
 * @returns whether the message was an answer, and so starts nothing
 */
export async function takeAnswer(
	context: IWebhookFunctions,
	store: KeptStore,
	posted: IDataObject,
): Promise<boolean> {
	const { questions } = store.read();
	if (questions.length === 0 || !canAnswer(posted)) return false;
	const body = withWholeLids(posted);
	const messageId = textOf(body.messageId);
	const wasTaken = () =>
		messageId !== '' && store.read().questions.some(({ taken }) => taken === messageId);
	const [first] = questionsFor(store, body, Date.now());
	if (first === undefined) return wasTaken();
	try {
		return await handingOver.run(first.chats.join(), async () => {
			if (wasTaken()) return true;
			const tried = new Set<string>();
			const beingAsked = new Set<string>();
			for (;;) {
				// Where one isn't open any more, another one is the newest.
				const left = questionsFor(store, body, Date.now(), beingAsked);
				const question = left.find(({ press }) => !tried.has(press));
				if (question === undefined) return false;
				const isTaken = await handOverTo(context, store, body, question);
				if (isTaken === true) return true;
				if (isTaken === 'isBeingAsked') beingAsked.add(question.press);
				tried.add(question.press);
			}
		});
	} catch (error) {
		// The message isn't lost: it starts the workflow.
		logFailure(context, "can't hand an answer over", error);
		return false;
	}
}

/**
 * Notices that a question was answered by a press: what the person writes next is no answer to it.
 *
 * @param press what the button's ID contains
 */
export function endQuestion(store: KeptStore, { executionId, nodeId, question }: Press): void {
	const answered = store.read().questions.find(({ press, isOver }) => {
		const asked = readPressId(press);
		const isSame = asked?.executionId === executionId && asked.nodeId === nodeId;
		return !isOver && isSame && asked.question === question;
	});
	if (answered === undefined) return;
	const ended = { ...answered, isOver: true, at: Math.max(Date.now(), answered.at + 1) };
	store.change((kept) => merge(kept, { questions: [ended] }));
}
