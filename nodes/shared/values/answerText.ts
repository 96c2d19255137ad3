import { isObject } from './objects';

/** How the message of a language model says who wrote it. */
const MODELS = ['assistant', 'ai', 'model'];
const SPEAKERS = [...MODELS, 'user', 'human', 'system', 'developer', 'tool'];

const TEXT_TYPES: unknown[] = [undefined, 'text', 'output_text'];

/** What an answer can consist of besides its text. A model's thoughts are for nobody else. */
function isPart(value: unknown): boolean {
	return isObject(value) && ['type', 'text', 'thought'].some((name) => Object.hasOwn(value, name));
}

function textOfPart(value: unknown): string | undefined {
	if (!isObject(value) || value.thought === true || !TEXT_TYPES.includes(value.type)) {
		return undefined;
	}
	return typeof value.text === 'string' ? value.text : undefined;
}

/** The text of an answer that consists of parts. They are pieces of one text, and have their own blanks. */
function textOfParts(parts: unknown[]): string | undefined {
	if (!parts.every(isPart)) return undefined;
	const texts = parts.map(textOfPart).filter((text) => text !== undefined);
	return texts.length === 0 ? undefined : texts.join('');
}

function speakerOf(message: unknown): string | undefined {
	if (!isObject(message)) return undefined;
	const named = [message.role, message.type].map((value) => String(value).toLowerCase());
	return named.find((name) => SPEAKERS.includes(name));
}

/** The text of a message: its own, or that of its content. */
function textOfMessage(message: unknown): string | undefined {
	if (typeof message === 'string') return message;
	if (!isObject(message)) return undefined;
	const { content, parts, text } = message;
	if (Array.isArray(content)) return textOfParts(content);
	if (Array.isArray(parts)) return textOfParts(parts);
	return [content, text].find((value) => typeof value === 'string');
}

/** Of a conversation, the last message of the model; of messages that nobody is named for, all. */
function textOfMessages(messages: unknown[]): string | undefined {
	const isConversation = messages.some((message) => speakerOf(message) !== undefined);
	const chosen = isConversation
		? messages.filter((message) => MODELS.includes(speakerOf(message) ?? '')).slice(-1)
		: messages;
	const texts = chosen.map(textOfMessage);
	if (texts.length === 0 || texts.includes(undefined)) return undefined;
	return texts.join('\n\n');
}

/**
 * Finds the text in what AI agents and language models return: parts of a text, `[{"type": "text", "text": "Olá"}]`,
 * of which thoughts are left out; a message with its content; or `{"messages": [...]}`.
 *
 * @returns undefined if the value is none of these
 */
export function textOfAnswer(value: unknown): string | undefined {
	if (Array.isArray(value)) return textOfParts(value);
	if (!isObject(value)) return undefined;
	if (Array.isArray(value.messages)) return textOfMessages(value.messages);
	if (speakerOf(value) !== undefined || Array.isArray(value.parts)) return textOfMessage(value);
	return value.type === 'text' ? textOfPart(value) : undefined;
}
