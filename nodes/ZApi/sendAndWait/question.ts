import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { textOfAnswer } from '../../shared/values/answerText';
import type { Settings } from '../../shared/account/settings';
import { InvalidValue } from '../../shared/values/invalidValue';
import { toEntries } from '../../shared/values/lists';
import { isObject } from '../../shared/values/objects';
import { comparableChat, toParticipantList } from '../../shared/values/phones';
import { isBlank } from '../../shared/values/cleanText';
import { toOneOf, toOptionalText, toText, unlessBlank } from '../../shared/values/values';

/** WhatsApp shows up to three reply buttons. */
export const MOST_BUTTONS = 3;
const MOST_CHOICES = 100;

const EXAMPLE = [{ label: 'Yes' }, { label: 'No' }];

const RESPONSE_TYPES = [
	'approval',
	'approvalPage',
	'choice',
	'chatChoice',
	'chatText',
	'freeText',
] as const;

export type ResponseType = (typeof RESPONSE_TYPES)[number];

/** Whether the answer is a message of its own, which a trigger hands over. */
export function isInWords(responseType: ResponseType): boolean {
	return responseType === 'chatChoice' || responseType === 'chatText';
}

/** Whether the answer is given on a page. */
export function hasPage(responseType: ResponseType): boolean {
	return responseType === 'approvalPage' || responseType === 'freeText';
}

/** @returns the choices as they are written below a question that is answered in words */
export function numbered(labels: string[]): string {
	return labels.map((label, index) => `${index + 1}. ${label}`).join('\n');
}

/** The question, as it is asked. */
export interface Question {
	responseType: ResponseType;
	message: string;
	/** The possible answers, in order; none for a text. For an approval, the first is yes. */
	labels: string[];
}

const toResponseType = toOneOf(...RESPONSE_TYPES);
const toRespondents = toOneOf('anyone', 'listed');

type Context = Pick<IExecuteSingleFunctions, 'getNodeParameter'>;

const toLabel = unlessBlank(toText);

/** Whether there is one choice, from an expression: then its text may be a list, as in "Yes, No". */
function isOneExpression(rows: unknown[], context: Context): boolean {
	const raw: unknown = context.getNodeParameter('choices', {}, { rawExpressions: true });
	const [row] = toEntries(raw, EXAMPLE);
	return rows.length === 1 && isObject(row) && String(row.label).startsWith('=');
}

/** @returns what is in the field of one choice: a label; or several, if an expression gives a list */
function labelsIn(label: unknown, mayBeText: boolean): unknown[] {
	const isList = Array.isArray(label) && textOfAnswer(label) === undefined;
	if (!isList && !(mayBeText && typeof label === 'string')) return [label];
	return toEntries(label, EXAMPLE, 'label').map((entry) => (entry as IDataObject).label);
}

/** @throws InvalidValue when there are no choices, or too many */
function readChoices(context: Context): string[] {
	const rows = toEntries(context.getNodeParameter('choices', {}), EXAMPLE, 'label');
	const mayBeText = isOneExpression(rows, context);
	const labels = rows.flatMap((row, index) => {
		const given = isObject(row) ? row.label : row;
		const found = labelsIn(given, mayBeText);
		if (found.length > 0 && !found.some(isBlank)) return found.map((each) => toText(each));
		throw new InvalidValue(`has no label in entry ${index + 1}`, 'Enter one, or remove the entry.');
	});
	if (labels.length === 0) throw new InvalidValue('is empty', 'Add at least one choice.');
	if (labels.length > MOST_CHOICES) {
		throw new InvalidValue(
			`has ${labels.length} entries`,
			`WhatsApp can't show more than ${MOST_CHOICES}.`,
		);
	}
	return labels;
}

/** @throws InvalidValue when it doesn't exist, as in a workflow from a newer version */
export function readResponseType(context: Context): ResponseType {
	return toResponseType(context.getNodeParameter('responseType', 'approval')) as ResponseType;
}

/** @throws InvalidValue like {@link readResponseType}: nobody may answer if the setting can't be understood */
export function mayAnyoneAnswer(context: Context): boolean {
	return toRespondents(context.getNodeParameter('respondents', 'anyone')) === 'anyone';
}

/**
 * Reads the question.
 *
 * @throws InvalidValue about *Choices* or *Approval Options*
 */
export function readQuestion(context: Context): Question {
	const responseType = readResponseType(context);
	const message = toOptionalText(context.getNodeParameter('message', ''));
	if (responseType === 'freeText' || responseType === 'chatText') {
		return { responseType, message, labels: [] };
	}
	if (responseType === 'choice' || responseType === 'chatChoice') {
		return { responseType, message, labels: readChoices(context) };
	}
	const given: unknown = context.getNodeParameter('approvalOptions', {});
	const { approveLabel, disapproveLabel } =
		isObject(given) && isObject(given.values) ? given.values : {};
	return {
		responseType,
		message,
		labels: [toLabel(approveLabel) ?? 'Approve', toLabel(disapproveLabel) ?? 'Decline'],
	};
}

/**
 * Reads who may answer.
 *
 * @returns their numbers as {@link comparableChat} gives them; undefined if anyone may
 * @throws InvalidValue about *People*
 */
export function readRespondents(context: Context, settings: Settings): string[] | undefined {
	if (mayAnyoneAnswer(context)) return undefined;
	const phones: unknown = context.getNodeParameter('respondentPhones', '');
	return toParticipantList(phones, settings).map(comparableChat);
}
