import type { IDataObject } from 'n8n-workflow';
import { UserFacingFailure, failureOfError } from '../../shared/requests/errors';
import type { Request } from '../language/request';

/** What belongs to a message only once: it goes with the first of several. */
const WITH_FIRST = [
	...['caption', 'fileName', 'messageId', 'privateAnswer'],
	...['mentioned', 'mentionAll', 'groupMentioned'],
];

/** The request of one of an item's messages, before its file or its part of the text is in it. */
function requestOf(request: Request, index: number): Request {
	const files = request.files.slice(index, index + 1);
	const own = { ...request, body: { ...request.body }, files };
	if (index > 0) for (const name of WITH_FIRST) delete own.body[name];
	return own;
}

/** @throws UserFacingFailure when the files can't be new messages */
function checkNew({ body }: Request): void {
	if (!Object.keys(body).some((name) => /^edit\w*MessageId$/.test(name))) return;
	throw new UserFacingFailure({
		message: "Edit Message ID can't be used with several files",
		description: 'Enter one field that holds a file, or remove the option Edit Message ID.',
	});
}

/** Says which messages were sent before one failed, since sending all of them again would repeat these. */
function partlySent(error: unknown, sent: IDataObject[], { files, parts }: Request): unknown {
	if (sent.length === 0) return error;
	const failure = failureOfError(error);
	const known = sent.flatMap(({ messageId }) => (messageId === null ? [] : [String(messageId)]));
	const unclear = sent.length - known.length;
	const count = `${known.length} of ${[...files, ...parts].length} ${files.length > 0 ? 'files' : 'parts'} were sent`;
	const ids =
		known.length > 0 ? `The message IDs of those that were sent: ${known.join(', ')}. ` : '';
	return new UserFacingFailure({
		...failure,
		message: `${count}${unclear > 0 ? `, and ${unclear} may have been` : ''}. ${failure.message}`,
		description: `${failure.description} ${ids}Send only the others again.`,
	});
}

/**
 * Sends several files of an item, or the parts of its text, as messages in their order. All files are read and checked
 * before the first is sent; after a message that fails, no other is.
 *
 * @param send sends the request of one message, and returns what Z-API answers
 * @returns what Z-API answered for each
 * @throws UserFacingFailure, which says how many were sent
 */
export async function sendSeveral(
	request: Request,
	send: (request: Request) => Promise<IDataObject[]>,
): Promise<IDataObject[]> {
	const { files, parts } = request;
	if (files.length > 0) checkNew(request);
	for (const [index, file] of files.entries()) await file.addTo(requestOf(request, index));
	const sent: IDataObject[] = [];
	try {
		for (const [index, message] of [...files, ...parts].entries()) {
			const own = requestOf(request, index);
			await message.addTo(own);
			const [answer = {}] = await send(own);
			sent.push(answer);
		}
	} catch (error) {
		throw partlySent(error, sent, request);
	}
	return sent;
}

/**
 * Makes one entry of the answers for several messages.
 *
 * @returns what Z-API answered for the first, with the `messageIds` of all; null stands for a message that may have been
 * sent
 */
export function joined(sent: IDataObject[]): IDataObject {
	const { maybeSent, reason } = sent.find((answer) => answer.maybeSent) ?? {};
	return {
		...sent[0],
		messageIds: sent.map(({ messageId }) => messageId) as string[],
		...(maybeSent === true && { maybeSent, reason }),
	};
}
