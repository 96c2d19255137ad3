import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { InvalidValue } from '../../shared/values/invalidValue';
import { isObject } from '../../shared/values/objects';
import { comparableChat, toParticipantList } from '../../shared/values/phones';
import { trimText } from '../../shared/values/text';
import { toOneOf } from '../../shared/values/values';

/** WhatsApp shows up to three reply buttons. */
export const MOST_BUTTONS = 3;
const MOST_CHOICES = 100;

export type ResponseType = 'approval' | 'approvalPage' | 'choice' | 'freeText';

/** What is asked for, as the panel has it. */
export interface Question {
	responseType: ResponseType;
	message: string;
	/** What can be answered, in order; none for a free text. For an approval, the first is yes. */
	labels: string[];
}

const toResponseType = toOneOf('approval', 'approvalPage', 'choice', 'freeText');
const toRespondents = toOneOf('anyone', 'listed');

type Context = Pick<IExecuteSingleFunctions, 'getNodeParameter'>;

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? trimText(String(value)) : '';
}

/** @throws InvalidValue when there is nothing to choose from, or too much */
function readChoices(value: unknown): string[] {
	const entries = isObject(value) && Array.isArray(value.values) ? value.values : [];
	const labels = entries.map((entry) => textOf(isObject(entry) ? entry.label : entry));
	const empty = labels.indexOf('');
	if (empty !== -1) {
		throw new InvalidValue(`has no label in entry ${empty + 1}`, 'Enter one, or remove the entry.');
	}
	if (labels.length === 0) throw new InvalidValue('is empty', 'Add at least one choice.');
	if (labels.length > MOST_CHOICES) {
		throw new InvalidValue(
			`has ${labels.length} entries`,
			`WhatsApp can't show more than ${MOST_CHOICES}.`,
		);
	}
	return labels;
}

/** @throws InvalidValue when it is none that there is, as in a workflow of a newer version */
export function readResponseType(context: Context): ResponseType {
	return toResponseType(context.getNodeParameter('responseType', 'approval')) as ResponseType;
}

/** @throws InvalidValue as {@link readResponseType}: what can't be understood doesn't let anyone answer */
export function mayAnyoneAnswer(context: Context): boolean {
	return toRespondents(context.getNodeParameter('respondents', 'anyone')) === 'anyone';
}

/**
 * Reads what is asked.
 *
 * @throws InvalidValue about *Choices*
 */
export function readQuestion(context: Context): Question {
	const responseType = readResponseType(context);
	const message = textOf(context.getNodeParameter('message', ''));
	if (responseType === 'freeText') return { responseType, message, labels: [] };
	if (responseType === 'choice') {
		return { responseType, message, labels: readChoices(context.getNodeParameter('choices', {})) };
	}
	const given: unknown = context.getNodeParameter('approvalOptions', {});
	const { approveLabel, disapproveLabel } =
		isObject(given) && isObject(given.values) ? given.values : {};
	return {
		responseType,
		message,
		labels: [textOf(approveLabel) || 'Approve', textOf(disapproveLabel) || 'Decline'],
	};
}

/**
 * Reads who may answer.
 *
 * @returns their numbers as {@link comparableChat} gives them; undefined if anyone may
 * @throws InvalidValue about *People*
 */
export function readRespondents(context: Context): string[] | undefined {
	if (mayAnyoneAnswer(context)) return undefined;
	return toParticipantList(context.getNodeParameter('respondentPhones', '')).map(comparableChat);
}
