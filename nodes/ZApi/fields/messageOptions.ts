import { cleanText, isBlank } from '../../shared/values/text';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { toParticipantList } from '../../shared/values/phones';
import { toBoolean, toWholeNumber, type Read } from '../../shared/values/values';
import { toWhatsAppFormat } from '../../shared/values/markdown';
import { inBody, readNamed, type ValueField } from './field';

const LONGEST_DELAY_SECONDS = 15;

/**
 * Reads the ID of a message.
 *
 * @throws InvalidValue when it is empty, or can't be the ID of a message
 */
export const toMessageId: Read<string> = (value) => {
	const advice =
		'Use the messageId from a previous step: that of a sent message, or from the Z-API Trigger.';
	const id = typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)) : '';
	if (isBlank(value)) throw new InvalidValue('is empty', advice);
	if (id === '' || /\s|^\[object/.test(id)) {
		throw new InvalidValue(`isn't the ID of a message: ${quote(value)}`, advice);
	}
	return id;
};

/** Makes an option that isn't sent if it is empty, for example because an expression finds nothing. */
export function unlessEmpty(field: ValueField): ValueField {
	return {
		...field,
		put(draft, value, context) {
			if (!isBlank(value)) field.put(draft, value, context);
		},
	};
}

/** Makes a switch that is sent only if it is on: Z-API treats some switches as on even if they are sent as off. */
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
	'How long Z-API waits before it sends the next message in its queue, from 1 to 15 seconds. Without this option, it waits a random 1 to 3 seconds. With 15 seconds, 500 messages take two hours.',
);

/** @see https://developer.z-api.io/message/send-text */
export const delayTyping = seconds(
	'delayTyping',
	'Show Typing (Seconds)',
	'How long the chat shows that you are typing before the message arrives, from 1 to 15 seconds',
);

/** The same for a voice message. */
export const delayRecording = seconds(
	'delayTyping',
	'Show Recording (Seconds)',
	'How long the chat shows that you are recording before the message arrives, from 1 to 15 seconds',
);

/** @see https://developer.z-api.io/message/reply-message */
export const replyTo = messageIdOption(
	'messageId',
	'Reply to Message ID',
	"The message to reply to, which is then quoted. Leave it empty to send a message that isn't a reply.",
);

/** @see https://developer.z-api.io/message/reply-message */
export const privateAnswer = onlyIfOn(
	'privateAnswer',
	'Reply Privately',
	'Whether to reply to a group message in a private chat with its author',
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
				'Participants of the group to mention, separated by commas. In the text, write each as @ and the number, such as @5544999999999.',
		},
		toParticipantList,
	),
);

/** @see https://developer.z-api.io/group/mention-all */
export const mentionAll = onlyIfOn(
	'mentionAll',
	'Mention Everybody',
	'Whether to mention all participants. Works only in groups.',
);

/** @see https://developer.z-api.io/message/send-message-image */
export const viewOnce = onlyIfOn(
	'viewOnce',
	'View Once',
	'Whether the message disappears once it has been opened',
);

/** @see https://developer.z-api.io/message/send-message-video */
export const sendInBackground = onlyIfOn(
	'async',
	'Process in Background',
	'Whether Z-API responds immediately and processes the file afterwards',
);

/** Names of the texts in the body that people or language models write. */
const TEXTS = ['message', 'caption'];

/** This isn't sent: it changes the texts before they are sent. */
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

/**
 * @returns the option that changes a message instead of sending one, for kinds of messages whose captions can be
 * changed
 */
export function editedMessage(name: string): ValueField {
	return messageIdOption(
		name,
		'Edit Message ID',
		'The ID of a message of yours, to change its caption instead of sending a new message. Works for 7 days, and only if the instance has a webhook address.',
	);
}
