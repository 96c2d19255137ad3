import type { IDataObject } from 'n8n-workflow';
import { readApproval, readChoice } from '../../shared/answers/choice';
import { isInWords, numbered, type Question } from './question';

/** How often a question is asked again before the workflow goes on without a choice. */
const MOST_REPEATS = 2;

/** What a message answers; or what the person is asked once more, as it isn't understood. */
type ReadWords = { choice: number | undefined; content: IDataObject } | { again?: string };

function choiceIn({ responseType, labels }: Question, text: string): number | undefined {
	if (responseType !== 'approval') return readChoice(text, labels, isInWords(responseType));
	const isApproved = readApproval(text, labels as [string, string]);
	return isApproved === undefined ? undefined : isApproved ? 0 : 1;
}

/**
 * Reads an answer in words.
 *
 * @param event what the trigger reports of a message: its text or file, and how often the question was asked again
 * @returns the place of the choice, and the fields of the item. A question with buttons isn't asked again.
 */
export function readWords(question: Question, event: IDataObject): ReadWords {
	const { text, kind, fileUrl, fileName, mimeType, repeats } = event;
	const said = typeof text === 'string' ? text : '';
	const file = { fileUrl, fileName, mimeType };
	const content = {
		...{ text: said, message: said, kind },
		...Object.fromEntries(Object.entries(file).filter(([, value]) => Boolean(value))),
	} as IDataObject;
	const { responseType, labels } = question;
	if (responseType === 'chatText') return { choice: undefined, content };
	const choice = choiceIn(question, said);
	if (choice !== undefined) return { choice, content };
	if (!isInWords(responseType)) return {};
	return Number(repeats) >= MOST_REPEATS
		? { choice: undefined, content }
		: { again: numbered(labels) };
}
