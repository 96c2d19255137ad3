import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { AskedQuestion } from '../../shared/account/notes';
import { toPressId } from '../../shared/answers/press';
import { UserFacingFailure } from '../../shared/requests/errors';
import { idKindOf } from '../../shared/values/ids';
import { otherIdsOf, post, tellUntilKept } from '../conversations/tellTrigger';

/** How long a trigger keeps a question that waits without a limit. */
const KEPT_MILLISECONDS = 30 * 86_400_000;

/**
 * Where the question could be answered without what is told, or is sent already: then the execution has to be saved
 * soon, since somebody may have answered.
 */
const TIMEOUT_MILLISECONDS = 3_000;

/** @returns whether nobody answers in the chat that is asked: in a channel, or each person in their own chat */
function isOneWay(chat: string): boolean {
	return ["a broadcast list's ID", "a channel's ID"].includes(idKindOf(chat) ?? '');
}

/** @throws UserFacingFailure when nobody could answer in words in the chat that is asked */
export function checkTwoWay(chat: string): void {
	if (!isOneWay(chat)) return;
	throw new UserFacingFailure({
		message: `Nobody could answer in the chat: ${chat} is a broadcast list or a channel`,
		description: 'Ask a person or a group, or use a Response Type with buttons or a page.',
	});
}

/** What is asked, and who takes the answer. */
interface Told {
	context: IExecuteSingleFunctions;
	/** The trigger's. */
	address: string;
	/** A number, or the ID of a chat. */
	chat: string;
	/** n8n's signed address for an answer in words. */
	resumeUrl: string;
	waitTill: Date;
	respondents: string[] | undefined;
}

/** Tells the trigger the ID of the message once it is sent. */
type TellMessage = (messageId: string) => Promise<void>;

/**
 * @param chats the IDs of the chat that are known
 * @returns what is told before the message is sent, and what tells its ID afterwards
 */
function notesFor(
	{ context, address, resumeUrl, waitTill, respondents: listed }: Told,
	chats: string[],
	hasButtons: boolean,
) {
	const at = Date.now();
	const until = waitTill === WAIT_INDEFINITELY ? at + KEPT_MILLISECONDS : waitTill.getTime();
	const press = toPressId(resumeUrl);
	const respondents = listed ?? null;
	const noteWith = (messageId: string) => {
		const question: AskedQuestion = { press, until, messageId, respondents, hasButtons };
		return { does: 'ask' as const, chats, milliseconds: 0, at, question };
	};
	const tellMessage: TellMessage = async (messageId) => {
		const to = { context, address, timeout: TIMEOUT_MILLISECONDS };
		await post(to, noteWith(messageId)).catch(() => undefined);
	};
	return { first: noteWith(''), tellMessage };
}

/**
 * Tells the trigger that a question is about to be asked, so that it hands the answer over.
 *
 * @param read reads an endpoint of Z-API's
 * @returns what tells it the ID of the message once it is sent; a question whose ID it doesn't know may be any that
 * somebody quotes
 * @throws UserFacingFailure when the trigger can't be told
 */
export async function tellQuestion(
	told: Told,
	read: (url: string) => Promise<IDataObject[]>,
): Promise<TellMessage> {
	const { context, address, chat } = told;
	const { first, tellMessage } = notesFor(told, [chat, ...(await otherIdsOf(chat, read))], false);
	await tellUntilKept({ context, address }, first);
	return tellMessage;
}

/**
 * Tells the trigger of a question with buttons, so that it also hands over an answer in words. That may fail: the
 * buttons work without it, and the person shouldn't be asked later for it.
 *
 * @returns what tells it the ID of the message; undefined if the trigger can't be told
 */
export async function offerWords(told: Told): Promise<TellMessage | undefined> {
	const { context, address, chat } = told;
	if (isOneWay(chat)) return undefined;
	const { first, tellMessage } = notesFor(told, [chat], true);
	try {
		await post({ context, address, timeout: TIMEOUT_MILLISECONDS }, first);
		return tellMessage;
	} catch {
		return undefined;
	}
}
