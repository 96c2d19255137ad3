import { Phrases, segmentsOf, wordsOf, type Segment } from './phrases';
import { CHOOSING, DAYS, FILLERS, NEGATIONS, NUMBERS, OF_CHOICES } from './vocabulary';
import { readYesOrNo } from './yesOrNo';

const BEFORE_NUMBER = new Phrases([...CHOOSING, ...OF_CHOICES, ...FILLERS]);
const NEGATION = new Phrases(NEGATIONS);

/** How many words before a choice are asked whether they turn it round: "não quero o Pix". */
const NEAR = 3;

/** @returns what a word counts; undefined if it is no number */
function numberIn(word: string, isOfChoices: boolean): number | undefined {
	if (/^\d{1,3}$/.test(word)) return Number(word);
	if (isOfChoices && Object.hasOwn(DAYS, word)) return DAYS[word];
	const index = NUMBERS.findIndex((words) => words.includes(word));
	return index === -1 ? undefined : index + 1;
}

/** "2", "nº 2", "opção 2", "a segunda opção", and nothing else. */
function readNumber(text: string, words: string[]): number | undefined {
	const isOfChoices = words.some((word) => OF_CHOICES.includes(word));
	// "2ª" is how Monday is written, too.
	if (/\d\s*ª/.test(text) && !isOfChoices) return undefined;
	const found: number[] = [];
	for (let index = 0; index < words.length; ) {
		const number = numberIn(words[index] ?? '', isOfChoices);
		// "Second one" has one number.
		const isNoun = found.length > 0 && OF_CHOICES.includes(words[index] ?? '');
		const length = BEFORE_NUMBER.lengthAt(words, index);
		if (number !== undefined && !isNoun) found.push(number);
		else if (length === 0) return undefined;
		index += number !== undefined ? 1 : length;
	}
	const [only] = found;
	return found.length === 1 ? only : undefined;
}

/** A choice as its label says it. */
interface Label {
	index: number;
	words: string[];
	/** Yes or no, if it is the only choice that says so. */
	yesOrNo?: boolean;
}

/** The words of a label; "Quinta-feira" is "quinta" as well. A number before them only counts the choices. */
function wordsOfLabel(label: string): string[] {
	return wordsOf(label.replace(/^\s*\d{1,3}\s*(?:[.)-]|\uFE0F?\u20E3)\s*(?=\S)/u, '')).filter(
		(word) => word !== 'feira',
	);
}

function labelsOf(labels: string[]): Label[] {
	const meanings = labels.map((label) => readYesOrNo(label));
	return labels.map((label, index) => {
		const meaning = meanings[index];
		const isOnly =
			meaning !== undefined && meanings.filter((other) => other === meaning).length === 1;
		return { index, words: wordsOfLabel(label), ...(isOnly && { yesOrNo: meaning }) };
	});
}

/** @returns where one row of words begins in another; nowhere if it is empty */
function placesOf(words: string[], inside: string[]): number[] {
	if (words.length === 0) return [];
	return inside.flatMap((_, index) =>
		words.every((word, offset) => inside[index + offset] === word) ? [index] : [],
	);
}

interface Found {
	label: Label;
	from: number;
	to: number;
}

/** The labels that a segment holds, without those that are only part of a longer one, and without negated ones. */
function labelsIn(words: string[], labels: Label[]): { found: Found[]; isNegated: boolean } {
	const all = labels.flatMap((label) =>
		placesOf(label.words, words).map((from) => ({ label, from, to: from + label.words.length })),
	);
	const found = all.filter(
		({ label, from, to }) =>
			!all.some(
				(other) =>
					other.label.words.length > label.words.length && other.from <= from && other.to >= to,
			),
	);
	const isNegated = found.some(({ from }) =>
		NEGATION.isIn(words.slice(Math.max(0, from - NEAR), from)),
	);
	return { found, isNegated };
}

/** The only label that the segments hold. Those that say yes or no are read as such, not word by word. */
function readWords(segments: Segment[], labels: Label[]): number | undefined {
	const named = labels.filter(({ yesOrNo }) => yesOrNo === undefined);
	const chosen = new Set<number>();
	for (const { words, isQuestion } of segments) {
		const { found, isNegated } = labelsIn(
			words.filter((word) => word !== 'feira'),
			named,
		);
		if (found.length > 0 && (isNegated || isQuestion)) return undefined;
		for (const { label } of found) chosen.add(label.index);
	}
	const [only] = chosen;
	return chosen.size === 1 ? only : undefined;
}

/** Whether a number may also stand for another choice than the one in its place: "2" for "2 parcelas". */
function isInAnother(number: number, labels: Label[]): boolean {
	return labels.some(
		({ index, words }) => index !== number - 1 && words.some((word) => word === String(number)),
	);
}

/**
 * Reads which of some choices somebody means who answers in words: its number, its label, or words that hold exactly
 * one label. Case, accents and marks make no difference. Labels that mean yes or no are also found by other words for
 * these.
 *
 * @param text what a person wrote
 * @param labels the choices, in their order
 * @param isNumbered whether the person has seen them with numbers; otherwise, a number stands for none
 * @returns the place of the choice in the list; undefined if none is meant, or several may be
 */
export function readChoice(text: string, labels: string[], isNumbered = true): number | undefined {
	const segments = segmentsOf(text);
	if (segments.length === 0) return undefined;
	const words = wordsOf(text);
	const choices = labelsOf(labels);
	const same = choices.filter(
		(label) => wordsOf(labels[label.index] ?? '').join(' ') === words.join(' '),
	);
	if (same.length === 1) return same[0]?.index;
	if (same.length > 1) return undefined;
	const number = isNumbered ? readNumber(text, words) : undefined;
	if (number !== undefined && number >= 1 && number <= labels.length) {
		return isInAnother(number, choices) ? undefined : number - 1;
	}
	const named = readWords(segments, choices);
	const meaning = readYesOrNo(text);
	const meant =
		meaning === undefined ? undefined : choices.find(({ yesOrNo }) => yesOrNo === meaning);
	if (named !== undefined && meant !== undefined) return undefined;
	return named ?? meant?.index;
}

/**
 * Reads whether somebody approves: the label, which has no number, or any word for yes or no.
 *
 * @param text what a person wrote
 * @param labels what approves, and what doesn't
 * @returns undefined if it can't be told
 */
export function readApproval(text: string, labels: [string, string]): boolean | undefined {
	const choice = readChoice(text, labels, false);
	return choice === undefined ? readYesOrNo(text) : choice === 0;
}
