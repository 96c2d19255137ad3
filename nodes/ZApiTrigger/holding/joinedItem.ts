import type { IDataObject } from 'n8n-workflow';
import type { Media } from '../receiving/downloadMedia';
import type { HeldMessage } from './heldMessages';

/** A file that comes with joined messages. */
export interface JoinedFile {
	media: Media;
	/** Which of the messages it belongs to. */
	index: number;
}

/** What the messages that somebody wrote in one go come out as. */
export interface Joined {
	json: IDataObject;
	files: JoinedFile[];
}

/** An edit replaces its message, and what is there at last replaces what was still loading. A file stays. */
function replace(earlier: HeldMessage, later: HeldMessage): HeldMessage {
	const item = { ...earlier.item, ...later.item };
	const media = later.media?.url ? later.media : (earlier.media ?? later.media);
	const { momment, arrivedAt } = earlier;
	return { ...later, momment, arrivedAt, item, ...(media && { media }) };
}

function inOrder(messages: HeldMessage[]): HeldMessage[] {
	const byMessage = new Map<string, HeldMessage>();
	const arrived = [...messages].sort((one, other) => one.arrivedAt - other.arrivedAt);
	for (const message of arrived) {
		const earlier = byMessage.get(message.messageId);
		byMessage.set(message.messageId, earlier ? replace(earlier, message) : message);
	}
	return [...byMessage.values()].sort(
		(one, other) => one.momment - other.momment || one.arrivedAt - other.arrivedAt,
	);
}

function linesOf(texts: unknown[]): string {
	return texts.filter((text) => typeof text === 'string' && text !== '').join('\n');
}

/**
 * Makes one item of several messages: that of the last one, with the texts of all, one under the other, and `messages`
 * with the items of all, oldest first.
 *
 * @param messages at least one, in any order
 */
export function joinMessages(messages: HeldMessage[]): Joined {
	const ordered = inOrder(messages);
	const items = ordered.map(({ item }) => item);
	const last = items.at(-1) ?? {};
	const text = linesOf(ordered.map((message) => message.text));
	const input = linesOf(items.map(({ chatInput }) => chatInput));
	// Where nothing is simplified, a text is where Z-API has it.
	const isRaw = 'type' in last;
	return {
		json: {
			...last,
			text: isRaw ? { message: text } : text,
			...('chatInput' in last && { chatInput: input }),
			messages: items,
		},
		files: ordered.flatMap(({ media }, index) => (media ? [{ media, index }] : [])),
	};
}
