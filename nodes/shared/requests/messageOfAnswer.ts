import { isObject } from '../values/objects';

const LONGEST_QUOTE = 300;

/** Only this much of a text is looked at: its beginning says enough, and a large one would keep n8n busy. */
const LONGEST_READ = 10_000;

/** Cuts off a text before the word that no longer fits: half a secret can't be recognized as one. */
function cut(text: string, length: number): string {
	if (text.length <= length) return text;
	return `${text.slice(0, length).replace(/[\w%.~+=-]{1,120}$/, '')}…`;
}

function shorten(text: string): string {
	const printable = cut(text, LONGEST_READ).replace(/[\s\p{Cc}]+/gu, ' ');
	return cut(printable.trim(), LONGEST_QUOTE);
}

/** The title of a page says what it is; without a title, the text without markup is used. */
function readableText(whole: string): string {
	const text = cut(whole, LONGEST_READ);
	if (!/<[a-z!/]/i.test(text)) return text;
	const title = /<title[^<>]*>([^<]+)<\/title>/i.exec(text)?.[1];
	const withoutCode = text.replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, ' ');
	return title ?? withoutCode.replace(/<[^<>]*>/g, ' ');
}

/** A list's first entries say enough. */
const MOST_ENTRIES = 5;

/** Puts texts together, without those that another one says already. */
function together(texts: string[], separator: string): string {
	const distinct = [...new Set(texts)];
	const said = distinct.filter(
		(text) => text !== '' && !distinct.some((other) => other !== text && other.includes(text)),
	);
	return shorten(said.join(separator));
}

/**
 * Finds Z-API's own words in an answer.
 *
 * @param body the answer's body, parsed where it was JSON
 * @returns one line of text, or an empty string if the body says nothing
 */
export function messageOfAnswer(body: unknown): string {
	if (typeof body === 'string') return shorten(readableText(body));
	if (body === undefined || body === null) return '';
	if (Array.isArray(body)) return together(body.slice(0, MOST_ENTRIES).map(messageOfAnswer), ', ');
	if (!isObject(body)) return shorten(JSON.stringify(body));
	const texts = [body.error, body.message, body.reason, body.errors]
		.filter((value) => typeof value !== 'boolean')
		.map(messageOfAnswer);
	const words = together(texts, ': ');
	if (words !== '') return words;
	return Object.keys(body).length === 0 ? '' : shorten(JSON.stringify(body));
}
