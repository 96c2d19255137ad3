import { Phrases, segmentsOf, type Segment } from './phrases';
import { AMBIGUOUS, CERTAIN_YES, CONDITIONS, FILLERS, NO, UNSURE, YES } from './vocabulary';

/** What a phrase says: an answer, or that there is none; nothing, such as a greeting; or it isn't known. */
type Meaning = 'yes' | 'no' | 'unclear' | 'nothing' | 'unknown';

interface Said {
	meaning: Meaning;
	/** Whether it says so even beside words that aren't known. */
	isCertain: boolean;
	length: number;
}

/** Of two phrases of the same length at a place, the first counts. */
const KNOWN: Array<Omit<Said, 'length'> & { phrases: Phrases }> = [
	{ meaning: 'unclear', isCertain: true, phrases: new Phrases([...UNSURE, ...CONDITIONS]) },
	{ meaning: 'yes', isCertain: true, phrases: new Phrases(CERTAIN_YES) },
	{ meaning: 'yes', isCertain: false, phrases: new Phrases(YES) },
	{
		meaning: 'no',
		isCertain: false,
		phrases: new Phrases(AMBIGUOUS.filter((word) => NO.includes(word))),
	},
	{ meaning: 'no', isCertain: true, phrases: new Phrases(NO) },
	{ meaning: 'nothing', isCertain: false, phrases: new Phrases(FILLERS) },
];

function saidAt(words: string[], index: number): Said {
	let found: Said = { meaning: 'unknown', isCertain: false, length: 0 };
	for (const { phrases, ...said } of KNOWN) {
		const length = phrases.lengthAt(words, index);
		if (length > found.length) found = { ...said, length };
	}
	return found;
}

/** What a segment says, phrase by phrase, without greetings and the like. */
function saidIn({ words }: Segment): Said[] {
	const said: Said[] = [];
	for (let index = 0; index < words.length; ) {
		const found = saidAt(words, index);
		if (found.meaning !== 'nothing') said.push(found);
		index += Math.max(found.length, 1);
	}
	return said;
}

/** What counts of it: beside a word that isn't known, only what is certain. */
function meaningsOf(said: Said[]): Set<Meaning> {
	const isKnown = said.every(({ meaning }) => meaning !== 'unknown');
	const counting = said.filter(
		({ meaning, isCertain }) => meaning !== 'unknown' && (isKnown || isCertain),
	);
	return new Set(counting.map(({ meaning }) => meaning));
}

/** The answer that a segment is. "Não recebi o boleto" is none: what is unknown may stand only after a certain yes. */
function answerOf(segment: Segment): 'yes' | 'no' | undefined {
	const said = saidIn(segment);
	const meanings = meaningsOf(said);
	const [first] = said;
	const isKnown = said.every(({ meaning }) => meaning !== 'unknown');
	const isCertainYes = first?.meaning === 'yes' && first.isCertain;
	if (meanings.size !== 1 || segment.isQuestion || !(isKnown || isCertainYes)) return undefined;
	return meanings.has('yes') ? 'yes' : meanings.has('no') ? 'no' : undefined;
}

/**
 * Reads whether somebody says yes or no, in Portuguese, English or Spanish: from what comes first, as long as nothing
 * after it is against it.
 *
 * @param text what a person wrote
 * @returns undefined if it is neither, or can't be told: "não sei", "por que não?", "sim, mas só amanhã"
 */
export function readYesOrNo(text: string): boolean | undefined {
	const [first, ...others] = segmentsOf(text).filter((segment) => saidIn(segment).length > 0);
	const answer = first && answerOf(first);
	if (answer === undefined) return undefined;
	const opposite = answer === 'yes' ? 'no' : 'yes';
	const isTakenBack = others.some((segment) => {
		const meanings = meaningsOf(saidIn(segment));
		return meanings.has(opposite) || meanings.has('unclear');
	});
	return isTakenBack ? undefined : answer === 'yes';
}
