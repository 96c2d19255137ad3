import { isBlank } from '../../shared/values/cleanText';
import { PAGE_WORDS, type PageLanguage } from './pageWords';
import type { Question } from './question';

export const LONGEST_TEXT = 10_000;

/** Styles for a page that any phone can show: no scripts, no pictures, nothing from elsewhere. */
const STYLE = `
	:root { color-scheme: light dark; }
	body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 32rem; padding: 1.5rem 1.25rem; overflow-wrap: anywhere; }
	h1 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 1rem; }
	p { margin: 0 0 1rem; }
	.text { white-space: pre-wrap; }
	.answer { border-inline-start: 0.25rem solid #128c4b; padding-inline-start: 0.75rem; }
	.note { font-size: 0.95rem; opacity: 0.8; }
	.problem { font-weight: bold; }
	label { display: block; margin-bottom: 0.25rem; }
	textarea { box-sizing: border-box; border: 1px solid #767676; border-radius: 0.5rem; display: block; font: inherit; padding: 0.75rem; width: 100%; }
	button { border: 0; border-radius: 0.5rem; cursor: pointer; font: inherit; margin-bottom: 0.75rem; padding: 0.85rem; width: 100%; background: #0c7a3f; color: #fff; }
	button + button { background: #666; }
	textarea + button { margin-top: 0.75rem; }
	:focus-visible { outline: 0.2rem solid; outline-offset: 0.15rem; }
`;

/** These let the browser show the page and send its form back, and nothing else. */
export const PAGE_HEADERS = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy':
		"sandbox allow-forms; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
	'Cache-Control': 'no-store',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
};

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** WhatsApp's marks, which Markdown doubles, by what a page has for them. */
const TAGS = { '*': 'strong', _: 'em', '~': 's' };

/** What is between two marks has no third one in it, and marks inside of words are none, as in snake_case. */
const MARKED = new RegExp(
	`(?<![\\p{L}\\p{N}])(?:${Object.keys(TAGS)
		.map((mark) => `[${mark}]{1,2}(?=\\S)[^${mark}\\n]+(?<!\\s)[${mark}]{1,2}`)
		.join('|')})(?![\\p{L}\\p{N}])`,
	'gu',
);

/** An address may have any mark in it. */
const ADDRESS = /(https?:\/\/\S+)/;

function withTags(html: string): string {
	return html.replace(MARKED, (marked: string) => {
		const mark = marked[0] as keyof typeof TAGS;
		return `<${TAGS[mark]}>${withTags(marked.replaceAll(mark, ''))}</${TAGS[mark]}>`;
	});
}

/** @returns a message as HTML: nothing in it is a tag, and what WhatsApp shows as bold, italic or struck is so here */
function toHtml(message: string): string {
	return message
		.split(ADDRESS)
		.map((part, index) => (index % 2 === 1 ? escapeHtml(part) : withTags(escapeHtml(part))))
		.join('');
}

function text(html: string, className = 'text'): string {
	return `<p class="${className}" dir="auto">${html}</p>`;
}

function page(language: PageLanguage, title: string, content: string): string {
	const shown = escapeHtml(title);
	return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${shown}</title>
<style>${STYLE}</style>
</head>
<body><main><h1 dir="auto">${shown}</h1>${content}</main></body>
</html>`;
}

function titleOf(language: PageLanguage, pageTitle: unknown): string {
	return isBlank(pageTitle) ? PAGE_WORDS[language].title : String(pageTitle);
}

/**
 * @param pageTitle the user's title for the page
 * @param isEmpty whether a text was sent that is none
 * @returns the page on which a question is answered
 */
export function questionPage(
	language: PageLanguage,
	{ message, labels, responseType }: Question,
	pageTitle: unknown,
	isEmpty = false,
): string {
	const { once, textLabel, send, empty } = PAGE_WORDS[language];
	const buttons = labels.map(
		(label, index) =>
			`<button dir="auto" name="choice" value="${index}">${escapeHtml(label)}</button>`,
	);
	const problem = isEmpty ? `<p class="problem" id="problem" role="alert">${empty}</p>` : '';
	const described = isEmpty ? ' aria-invalid="true" aria-describedby="problem" autofocus' : '';
	const answer =
		responseType === 'freeText'
			? `${problem}<label for="text">${textLabel}</label><textarea id="text" name="text" dir="auto" rows="5" required maxlength="${LONGEST_TEXT}"${described}></textarea><button>${send}</button>`
			: buttons.join('');
	return page(
		language,
		titleOf(language, pageTitle),
		`${text(toHtml(message))}<form method="post">${answer}</form><p class="note">${once}</p>`,
	);
}

/**
 * @param answer what was chosen or written
 * @param at when, on the clocks of the time zone
 * @param thanks the user's words for what happens next
 * @returns the page after an answer: what it was, when, and what happens now
 */
export function answeredPage(
	language: PageLanguage,
	answer: string,
	at: Date,
	timeZone: string,
	thanks: unknown,
): string {
	const words = PAGE_WORDS[language];
	const date = at.toLocaleDateString(words.locale, { dateStyle: 'long', timeZone });
	const time = at.toLocaleTimeString(words.locale, { timeStyle: 'short', timeZone });
	const next = isBlank(thanks) ? words.thanks : String(thanks);
	return page(
		language,
		words.received,
		`<div role="status"><p>${words.answered}</p>${text(escapeHtml(answer), 'text answer')}<p><time datetime="${at.toISOString()}">${date}, ${time}</time></p>${text(escapeHtml(next))}</div><p class="note">${words.usedUp}</p>`,
	);
}

/** @returns what is shown of a question that is answered in the chat */
export function chatPage(language: PageLanguage, { message }: Question): string {
	const { title, inChat } = PAGE_WORDS[language];
	return page(language, title, `${text(toHtml(message))}<p>${inChat}</p>`);
}

/** @returns the page of an earlier question of the same node */
export function closedPage(language: PageLanguage): string {
	const { closed, closedWhy } = PAGE_WORDS[language];
	return page(language, closed, `<p role="status">${closedWhy}</p>`);
}

/** @returns the page where n8n can't take an answer */
export function unavailablePage(language: PageLanguage): string {
	const { unavailable, tryLater } = PAGE_WORDS[language];
	return page(language, unavailable, `<p role="alert">${tryLater}</p>`);
}
