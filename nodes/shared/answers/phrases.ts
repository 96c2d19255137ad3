import { searchable } from '../values/searchable';

/** A part of a text up to a mark such as a comma. */
export interface Segment {
	words: string[];
	/** Whether it ends in a question mark. */
	isQuestion: boolean;
}

/** Longer messages are no answers to a choice, and aren't read word by word. */
const LONGEST_ANSWER = 400;

const EMOJI = '\\p{Extended_Pictographic}';
const WORD = new RegExp(`[\\p{L}\\p{N}]+|${EMOJI}`, 'gu');
const SEGMENT = /[^.,;:!?…\n()–—]+|[.,;:!?…\n()–—]+/g;

/** @returns the words of a text, without case, accents and marks */
export function wordsOf(text: string): string[] {
	const plain = searchable(text)
		.replace(/['’´`]/g, '')
		.replace(/[ºª°]/g, '');
	return plain.match(WORD) ?? [];
}

/**
 * @param text what a person wrote
 * @returns its parts between marks; none if it is too long for an answer
 */
export function segmentsOf(text: string): Segment[] {
	if (text.length > LONGEST_ANSWER) return [];
	const segments: Segment[] = [];
	for (const [part] of text.matchAll(SEGMENT)) {
		const words = wordsOf(part);
		const last = segments.at(-1);
		if (words.length > 0) segments.push({ words, isQuestion: false });
		else if (last && part.includes('?')) last.isQuestion = true;
	}
	return segments;
}

/** "Siiim" and "okkk" are what they are with one letter. */
function withoutRepeats(word: string): string {
	return word.replace(/(\p{L})\1+/gu, '$1');
}

/** Phrases that are looked for in words. */
export class Phrases {
	readonly #known: Set<string>;
	readonly #longest: number;

	constructor(phrases: string[]) {
		const known = phrases.map((phrase) => wordsOf(phrase).map(withoutRepeats));
		this.#known = new Set(known.map((words) => words.join(' ')));
		this.#longest = Math.max(...known.map(({ length }) => length));
	}

	/** @returns how many words the longest of the phrases has that stands at a place; 0 if none does */
	lengthAt(words: string[], index: number): number {
		for (let length = Math.min(this.#longest, words.length - index); length > 0; length--) {
			const phrase = words.slice(index, index + length).map(withoutRepeats);
			if (this.#known.has(phrase.join(' '))) return length;
		}
		return 0;
	}

	/** @returns whether one of the phrases stands anywhere */
	isIn(words: string[]): boolean {
		return words.some((_, index) => this.lengthAt(words, index) > 0);
	}
}
