import { isBlank } from '../../shared/values/text';
import { toMessageId } from '../../shared/values/ids';
import { toParticipantList } from '../../shared/values/phones';
import { toBoolean, toWholeNumber } from '../../shared/values/values';
import { toWhatsAppFormat } from '../../shared/values/markdown';
import { inBody, readNamed, type ValueField } from './field';

const LONGEST_DELAY_SECONDS = 15;

/** Makes an option that may be left empty, as by an expression that finds nothing: then it isn't sent. */
export function unlessEmpty(field: ValueField): ValueField {
	return {
		...field,
		put(draft, value, context) {
			if (!isBlank(value)) field.put(draft, value, context);
		},
	};
}

/** Makes a switch that is sent only if it is on: for some switches, Z-API takes "off" for "on". */
export function onlyIfOn(
	name: string,
	displayName: string,
	description: string,
	path = name,
): ValueField {
	const field = inBody(
		{ displayName, name, type: 'boolean', default: true, description },
		toBoolean,
		path,
	);
	return {
		...field,
		put(draft, value, context) {
			if (readNamed(context, displayName, () => toBoolean(value))) field.put(draft, true, context);
		},
	};
}

function seconds(name: string, displayName: string, description: string): ValueField {
	return inBody(
		{
			displayName,
			name,
			type: 'number',
			typeOptions: { minValue: 1, maxValue: LONGEST_DELAY_SECONDS },
			default: 5,
			description,
		},
		toWholeNumber(1, LONGEST_DELAY_SECONDS),
	);
}

function messageIdOption(name: string, displayName: string, description: string): ValueField {
	return unlessEmpty(
		inBody(
			{
				displayName,
				name,
				type: 'string',
				default: '',
				placeholder: 'e.g. 3999984263738042930CD6ECDE9VDWSA',
				description,
			},
			toMessageId,
		),
	);
}

/** @see https://developer.z-api.io/message/send-text */
export const delayMessage = seconds(
	'delayMessage',
	'Delay Before Next (Seconds)',
	'How long Z-API waits before it sends the next message in its queue, 1 to 15 seconds. Without it, Z-API waits 1 to 3 seconds at random. With 15 seconds, 500 messages take two hours.',
);

/** @see https://developer.z-api.io/message/send-text */
export const delayTyping = seconds(
	'delayTyping',
	'Show Typing (Seconds)',
	'How long the chat shows that you are typing before the message arrives, 1 to 15 seconds',
);

/** The same for a voice message. */
export const delayRecording = seconds(
	'delayTyping',
	'Show Recording (Seconds)',
	'How long the chat shows that you are recording before the message arrives, 1 to 15 seconds',
);

/** @see https://developer.z-api.io/message/reply-message */
export const replyTo = messageIdOption(
	'messageId',
	'Reply to Message ID',
	'The message to reply to, which is quoted. Leave it empty to send a message of its own.',
);

/** @see https://developer.z-api.io/message/reply-message */
export const privateAnswer = onlyIfOn(
	'privateAnswer',
	'Reply Privately',
	'Whether to reply to a message of a group in a private chat with its author',
);

/** @see https://developer.z-api.io/group/mention-participant */
export const mentioned = unlessEmpty(
	inBody(
		{
			displayName: 'Mention People',
			name: 'mentioned',
			type: 'string',
			default: '',
			placeholder: 'e.g. +55 (44) 99999-9999, +55 (11) 98888-8888',
			hint: 'With country and area code; Brazil is 55',
			description:
				'Members of the group to mention, separated by commas. In the text, write each as @ and the number, such as @5544999999999.',
		},
		toParticipantList,
	),
);

/** @see https://developer.z-api.io/group/mention-all */
export const mentionAll = onlyIfOn(
	'mentionAll',
	'Mention Everybody',
	'Whether to mention all members of the group. Only in groups.',
);

/** @see https://developer.z-api.io/message/send-image */
export const viewOnce = onlyIfOn(
	'viewOnce',
	'View Once',
	'Whether the message disappears once it was opened',
);

/** @see https://developer.z-api.io/message/send-video */
export const sendInBackground = onlyIfOn(
	'async',
	'Process in Background',
	'Whether Z-API answers at once and processes the file afterwards',
);

/** Names of the body's texts that people write, and language models do, too. */
const TEXTS = ['message', 'caption'];

/** Not sent: the texts are changed before they are. */
export const convertMarkdown: ValueField = {
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
	fill() {},
	put(draft, value, context) {
		if (!readNamed(context, 'Convert Markdown', () => toBoolean(value))) return;
		for (const name of TEXTS) {
			const text = draft.body[name];
			if (typeof text === 'string') draft.body[name] = toWhatsAppFormat(text);
		}
	},
};

/** @returns the option that changes a message instead of sending one, for the kinds whose captions can be changed */
export function editedMessage(name: string): ValueField {
	return messageIdOption(
		name,
		'Edit Message ID',
		'A message of yours whose caption is to be changed, instead of sending a new one. Works for 7 days, and only if the instance has a webhook address.',
	);
}
