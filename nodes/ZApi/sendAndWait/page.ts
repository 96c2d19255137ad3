import { isBlank } from '../../shared/values/cleanText';
import type { Question } from './question';

export const LONGEST_TEXT = 10_000;

/** The reply to an answer to an earlier question of the same node; in English, like n8n's own page for used links. */
export const CLOSED = 'This question is no longer open.';

/** The reply where n8n can't take an answer. */
export const UNAVAILABLE = "Your answer can't be taken right now. Try again later.";

/** Styles for a page that any phone can show: no scripts, no pictures, nothing from elsewhere. */
const STYLE = `
	:root { color-scheme: light dark; }
	body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 32rem; padding: 1.5rem; overflow-wrap: anywhere; }
	p { white-space: pre-wrap; }
	textarea { box-sizing: border-box; font: inherit; padding: 0.75rem; width: 100%; }
	button { border: 0; border-radius: 0.5rem; cursor: pointer; font: inherit; margin-top: 0.75rem; padding: 0.85rem; width: 100%; background: #128c4b; color: #fff; }
	button + button { background: #666; }
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

function page(title: string, content: string): string {
	return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>${content}</body>
</html>`;
}

/**
 * @param pageTitle the user's title for the page; if it is blank, the question is the title
 * @returns the page on which a question is answered; all texts are shown as plain text
 */
export function questionPage(
	{ message, labels, responseType }: Question,
	pageTitle: unknown,
): string {
	const title = isBlank(pageTitle) ? message : String(pageTitle);
	const buttons = labels.map(
		(label, index) =>
			`<button dir="auto" name="choice" value="${index}">${escapeHtml(label)}</button>`,
	);
	const answer =
		responseType === 'freeText'
			? `<textarea name="text" dir="auto" rows="5" required maxlength="${LONGEST_TEXT}" aria-label="${escapeHtml(title)}"></textarea><button>✓</button>`
			: buttons.join('');
	return page(
		title,
		`<p dir="auto">${escapeHtml(message)}</p><form method="post">${answer}</form>`,
	);
}

/** @returns a page with nothing but a text, such as the thanks for an answer */
export function textPage(text: string): string {
	return page(text, `<p dir="auto">${escapeHtml(text)}</p>`);
}
