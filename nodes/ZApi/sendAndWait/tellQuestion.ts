import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { AskedQuestion } from '../../shared/account/notes';
import { toPressId } from '../../shared/answers/press';
import { UserFacingFailure } from '../../shared/requests/errors';
import { idKindOf } from '../../shared/values/ids';
import { otherIdsOf, post, tellUntilKept } from '../conversations/tellTrigger';

/** How long a trigger keeps a question that waits without a limit. */
const KEPT_MILLISECONDS = 30 * 86_400_000;

/** By now the question is sent, and somebody may have answered: the execution has to be saved soon. */
const TIMEOUT_MILLISECONDS = 3_000;

/** Where nobody answers in the chat that was asked. */
const ONE_WAY = ["a broadcast list's ID", "a channel's ID"];

/** What is asked, and who takes the answer. */
interface Told {
	context: IExecuteSingleFunctions;
	/** The trigger's. */
	address: string;
	/** A number, or the ID of a chat. */
	chat: string;
	/** Reads an endpoint of Z-API's. */
	read: (url: string) => Promise<IDataObject[]>;
	/** n8n's signed address for an answer in words. */
	resumeUrl: string;
	waitTill: Date;
	respondents: string[] | undefined;
}

/**
 * Tells the trigger that a question is about to be asked, so that it hands the answer over.
 *
 * @returns what tells it the ID of the message once it is sent; a question whose ID it doesn't know may be any that
 * somebody quotes
 * @throws UserFacingFailure when the trigger can't be told, or nobody could answer in this chat
 */
export async function tellQuestion(told: Told): Promise<(messageId: string) => Promise<void>> {
	const { context, address, chat, read, resumeUrl, waitTill, respondents = null } = told;
	if (ONE_WAY.includes(idKindOf(chat) ?? '')) {
		throw new UserFacingFailure({
			message: `Nobody could answer in the chat: ${chat} is a broadcast list or a channel`,
			description: 'Ask a person or a group, or use a Response Type with buttons or a page.',
		});
	}
	const chats = [chat, ...(await otherIdsOf(chat, read))];
	const at = Date.now();
	const until = waitTill === WAIT_INDEFINITELY ? at + KEPT_MILLISECONDS : waitTill.getTime();
	const noteWith = (messageId: string) => {
		const question: AskedQuestion = { press: toPressId(resumeUrl), until, messageId, respondents };
		return { does: 'ask' as const, chats, milliseconds: 0, at, question };
	};
	await tellUntilKept({ context, address }, noteWith(''));
	return async (messageId) => {
		const to = { context, address, timeout: TIMEOUT_MILLISECONDS };
		await post(to, noteWith(messageId)).catch(() => undefined);
	};
}
