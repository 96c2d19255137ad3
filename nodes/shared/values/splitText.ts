/** Parts of a text that nothing may divide although there is white space in them. */
const WHOLE = new RegExp(
	[
		// Code, in a block and in a line.
		'```[^]*?```',
		'`[^`\\n]+`',
		// A link with its text.
		'!?\\[[^[\\]\\n]*\\]\\([^()\\s]*\\)',
		// An address may hold any mark.
		'https?://\\S+',
		// Bold, italic and struck, as WhatsApp has them: not within a word, and on one line.
		...['\\*', '_', '~'].map(
			(mark) =>
				`(?<![\\p{L}\\p{N}${mark}])${mark}+(?![\\s${mark}])[^${mark}\\n]*(?<!\\s)${mark}+(?![\\p{L}\\p{N}])`,
		),
		// A number with blanks in it, such as a phone number, a sum with its currency, or a number with its unit.
		'(?:\\p{Sc}|[A-Z]\\p{Sc}|nº|n\\.º|\\+)[ \\u00A0]\\d[\\d.,]*',
		'(?<![\\d().,/-])\\+?\\(?\\d[\\d().,/-]*(?<=[\\d)])(?:[ \\u00A0]\\(?\\d[\\d().,/-]*(?<=[\\d)])){1,5}',
	].join('|'),
	'gu',
);

/** How well a text can be divided at a place; the higher, the better. */
const RANKS = { word: 0, sentence: 1, line: 2, paragraph: 3 };

/** White space between two pieces. */
interface Gap {
	/** Where the piece before it ends. */
	end: number;
	/** Where the next piece begins. */
	start: number;
	rank: number;
}

/** After these, a period ends no sentence: in Portuguese, English and Spanish. */
const ABBREVIATIONS = new Set([
	...['sr', 'sra', 'srs', 'srta', 'dr', 'dra', 'prof', 'profa', 'eng', 'exmo', 'ilmo', 'd', 'st'],
	...['av', 'r', 'al', 'pça', 'tel', 'cel', 'núm', 'num', 'no', 'n', 'nº', 'ref', 'obs', 'pág'],
	...['ex', 'p', 'i.e', 'e.g', 'etc', 'vs', 'mr', 'mrs', 'ms', 'ud', 'uds', 'vd', 'apto', 'máx'],
]);

/** Of a word that is longer, only so much is looked at to see whether a sentence ends with it. */
const LONGEST_ENDING = 20;

const SENTENCE_END = /[.!?…。！？]["'”’»)\]*_~]*$/;
/** The number or the letter of an entry in a list: "2." or "b)". */
const ENTRY = /^(?:\d{1,3}|[a-z])[.)]$/i;

/** @param word the last one before the place, with its marks */
function isSentenceEnd(word: string, next: string): boolean {
	if (!SENTENCE_END.test(word) || ENTRY.test(word)) return false;
	if (!word.endsWith('.')) return true;
	const bare = word.toLowerCase().replace(/^[("“*_]+|\.$/g, '');
	// A sentence that goes on in lower case isn't at its end, as after "aprox." or an initial.
	return !ABBREVIATIONS.has(bare) && !/^\p{Ll}/u.test(next);
}

function rankOf(word: string, blank: string, next: string): number {
	const breaks = blank === ' ' ? 0 : (blank.match(/\r\n?|\n/g)?.length ?? 0);
	if (breaks > 1) return RANKS.paragraph;
	if (breaks === 1) return RANKS.line;
	return isSentenceEnd(word, next) ? RANKS.sentence : RANKS.word;
}

/** @returns the places where a text may be divided, in their order, and its end as the last one */
function gapsIn(text: string): Gap[] {
	const whole = text.matchAll(WHOLE);
	let { value: next } = whole.next();
	const gaps: Gap[] = [];
	let from = 0;
	for (const { 0: blank, index: end } of text.matchAll(/\s+/g)) {
		const word = text.slice(Math.max(from, end - LONGEST_ENDING), end);
		const start = end + blank.length;
		from = start;
		while (next && next.index + next[0].length <= end) next = whole.next().value;
		if (next && next.index < end) continue;
		gaps.push({ end, start, rank: rankOf(word, blank, text.slice(start, start + 2)) });
	}
	return [...gaps, { end: text.length, start: text.length, rank: RANKS.paragraph }];
}

function rankAt(gaps: Gap[], index: number): number {
	return gaps[index]?.rank ?? RANKS.word;
}

/**
 * Divides a long text into several, where a person would: at blank lines, else at the ends of lines, then at those of
 * sentences, and between words only if a sentence is too long. Words, links, numbers and what is between two marks of
 * WhatsApp's (`*bold*`) stay whole.
 *
 * @param whole the text
 * @param most how many characters a part may have; one that can't be divided may have more
 * @returns the parts in their order, without the white space between them
 */
export function splitText(whole: string, most: number): string[] {
	const text = whole.trim();
	const parts: string[] = [];
	const gaps = gapsIn(text);
	let from = 0;
	for (let next = 0; next < gaps.length; next++) {
		let best = next;
		for (let other = next + 1; (gaps[other]?.end ?? Infinity) - from <= most; other++) {
			if (rankAt(gaps, other) >= rankAt(gaps, best)) best = other;
		}
		const { end, start } = gaps[best] as Gap;
		parts.push(text.slice(from, end));
		from = start;
		next = best;
	}
	return parts;
}
