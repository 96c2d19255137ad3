/** What stands around code that a language model, or a page, has written. */
const FENCE = '```';

/** Longer texts aren't mended: nobody writes them by hand. */
const LONGEST_MENDED = 100_000;

/**
 * One piece of a text that is nearly JSON: a text in quotes, or what stands between two of them. Read from one piece to
 * the next, so that the time grows with the length only.
 */
const PIECE = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|“[^”]*”|[^"'“]+/y;

/** How what JSON knows is written in Python. */
const OF_PYTHON: Record<string, string> = { True: 'true', False: 'false', None: 'null' };

const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"' };

/** A text between quotes of any kind, as JSON writes it. */
function inJsonQuotes(piece: string): string {
	const inner = piece
		.slice(1, -1)
		.replace(/\\[^]|["\n\r\t]/g, (found) => (found === "\\'" ? "'" : (ESCAPES[found] ?? found)));
	return `"${inner}"`;
}

/** What stands between texts, as JSON writes it: keys need quotes, and no comma may follow the last entry. */
function betweenTexts(piece: string): string {
	return piece
		.replace(/\b(True|False|None)\b/g, (word) => OF_PYTHON[word] ?? word)
		.replace(/([{,]\s*)([A-Za-z_]\w*)(?=\s*:)/g, '$1"$2"')
		.replace(/,(?=\s*[\]}])/g, '');
}

/** Repairs the lists of JavaScript and Python into JSON; undefined if a text in it has no end. */
function mended(text: string): string | undefined {
	if (text.length > LONGEST_MENDED) return undefined;
	let json = '';
	PIECE.lastIndex = 0;
	while (PIECE.lastIndex < text.length) {
		const [piece] = PIECE.exec(text) ?? [];
		if (piece === undefined) return undefined;
		json += /^["'“]/.test(piece) ? inJsonQuotes(piece) : betweenTexts(piece);
	}
	return json;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * Takes a text out of its code fence, if it has one. Language models put JSON into it, often with a sentence before it.
 *
 * @returns what the only fence contains; a text without a fence, or with several, as it is
 */
export function unfenced(text: string): string {
	const start = text.indexOf(FENCE);
	const end = text.lastIndexOf(FENCE);
	const inner = end > start ? text.slice(start + FENCE.length, end) : '';
	if (inner === '' || inner.includes(FENCE)) return text;
	return inner
		.replace(/^(json5?|javascript|js|python|text|txt|csv)?[ \t]*(\r?\n|$)|^json\s/i, '')
		.trim();
}

/**
 * Parses JSON leniently, as people and language models write it: also in a code fence, with single quotes as in
 * `['a', 'b']`, with keys without quotes, or with a comma after the last entry.
 *
 * @returns undefined if the text isn't JSON; no JSON text has that value
 */
export function parseJson(text: string): unknown {
	const json = unfenced(text);
	const exact = parsed(json);
	if (exact !== undefined || !/^\s*[[{]/.test(json)) return exact;
	const nearly = mended(json);
	return nearly === undefined ? undefined : parsed(nearly);
}
