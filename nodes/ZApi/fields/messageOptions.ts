import { readNamed } from '../language/field';
import { number } from '../language/number';
import type { Option } from '../language/option';
import { text } from '../language/text';
import { onlyIfOn, toggle } from '../language/toggle';
import { toMessageId } from '../../shared/values/ids';
import { toWhatsAppFormat } from '../../shared/values/markdown';
import { toBoolean } from '../../shared/values/values';
import { phones } from './phones';

function seconds(
	name: string,
	label: string,
	details: { description: string; zeroIsDefault?: true },
) {
	return number(name, label, { min: 1, max: 15, default: 5, ...details });
}

function messageIdOption(name: string, label: string, description: string) {
	return text(name, label, {
		optional: true,
		read: toMessageId,
		placeholder: 'e.g. 3999984263738042930CD6ECDE9VDWSA',
		description,
	});
}

/** @see https://developer.z-api.io/message/send-text */
export const delayMessage = seconds('delayMessage', 'Delay Before Next (Seconds)', {
	description:
		'How long Z-API waits before it sends the next message in its queue, from 1 to 15 seconds. Without this option, it waits a random 1 to 3 seconds. With 15 seconds, 500 messages take two hours.',
});

/** @see https://developer.z-api.io/message/send-text */
export const delayTyping = seconds('delayTyping', 'Show Typing (Seconds)', {
	zeroIsDefault: true,
	description:
		'How long the chat shows that you are typing before the message arrives, from 1 to 15 seconds',
});

/** The same for a voice message. */
export const delayRecording = seconds('delayTyping', 'Show Recording (Seconds)', {
	zeroIsDefault: true,
	description:
		'How long the chat shows that you are recording before the message arrives, from 1 to 15 seconds',
});

/** @see https://developer.z-api.io/message/reply-message */
export const replyTo = messageIdOption(
	'messageId',
	'Reply to Message ID',
	"The message to reply to, which is then quoted. Leave it empty to send a message that isn't a reply.",
);

/** @see https://developer.z-api.io/message/reply-message */
export const privateAnswer = onlyIfOn('privateAnswer', 'Reply Privately', {
	description: 'Whether to reply to a group message in a private chat with its author',
});

/** @see https://developer.z-api.io/group/mention-participant */
export const mentioned = phones('mentioned', 'Mention People', {
	optional: true,
	description:
		'Participants of the group to mention, separated by commas. In the text, write each as @ and the number, such as @5544999999999.',
});

/** @see https://developer.z-api.io/group/mention-all */
export const mentionAll = onlyIfOn('mentionAll', 'Mention Everybody', {
	description: 'Whether to mention all participants. Works only in groups.',
});

/** @see https://developer.z-api.io/message/send-message-image */
export const viewOnce = toggle('viewOnce', 'View Once', {
	default: true,
	description: 'Whether the message disappears once it has been opened',
});

/** @see https://developer.z-api.io/message/send-message-video */
export const sendInBackground = toggle('async', 'Process in Background', {
	default: true,
	description: 'Whether Z-API responds immediately and processes the file afterwards',
});

/** Names of the texts in the body that people or language models write. */
const TEXTS = ['message', 'caption'];

/** This isn't sent: it changes the texts before they are sent. */
export const convertMarkdown: Option = {
	properties: [
		{
			displayName: 'Convert Markdown',
			name: 'convertMarkdown',
			type: 'boolean',
			default: true,
			description:
				"Whether to turn Markdown, as AI models write it (**bold**, headings, links), into WhatsApp's own formatting",
		},
	],
	put(request, value, item) {
		if (!readNamed(item, 'Convert Markdown', () => toBoolean(value))) return;
		for (const name of TEXTS) {
			const text = request.body[name];
			if (typeof text === 'string') request.body[name] = toWhatsAppFormat(text);
		}
	},
};

/**
 * @returns the option that changes a message instead of sending one, for kinds of messages whose captions can be
 * changed
 */
export function editedMessage(name: string) {
	return messageIdOption(
		name,
		'Edit Message ID',
		'The ID of a message of yours, to change its caption instead of sending a new message. Works for 7 days, and only if the instance has a webhook address.',
	);
}
