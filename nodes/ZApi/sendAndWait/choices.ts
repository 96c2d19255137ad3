import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { InvalidValue } from '../../shared/values/invalidValue';
import { isObject } from '../../shared/values/objects';
import { comparableChat, toParticipantList } from '../../shared/values/phones';
import { trimText } from '../../shared/values/text';
import { toOneOf } from '../../shared/values/values';

/** WhatsApp shows up to three reply buttons. */
export const MOST_BUTTONS = 3;
const MOST_CHOICES = 100;

export type ResponseType = 'approval' | 'approvalPage' | 'choice' | 'freeText';

/** The question, as in the panel. It is read again when the answer comes. */
export interface Question {
	responseType: ResponseType;
	message: string;
	/** The possible answers, in order; none for free text. For an approval, the first is yes. */
	labels: string[];
}

const toResponseType = toOneOf('approval', 'approvalPage', 'choice', 'freeText');
const toRespondents = toOneOf('anyone', 'listed');

type Context = Pick<IWebhookFunctions, 'getNode'> & {
	parameter: (name: string, fallback: unknown) => unknown;
};

/** @returns a reader of the node's parameters for the waiting item, which works in an execution and in a webhook */
export function readerOf(context: IExecuteFunctions | IWebhookFunctions): Context {
	const isRun = 'putExecutionToWait' in context;
	return {
		getNode: () => context.getNode(),
		parameter: (name, fallback) =>
			isRun
				? context.getNodeParameter(name, 0, fallback as string)
				: (context as IWebhookFunctions).getNodeParameter(name, fallback as string),
	};
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? trimText(String(value)) : '';
}

/** @throws InvalidValue when there are no choices, or too many */
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

/** @throws InvalidValue when it doesn't exist, as in a workflow from a newer version */
export function readResponseType({ parameter }: Context): ResponseType {
	return toResponseType(parameter('responseType', 'approval')) as ResponseType;
}

/** @throws InvalidValue like {@link readResponseType}: nobody may answer if the setting can't be understood */
export function mayAnyoneAnswer({ parameter }: Context): boolean {
	return toRespondents(parameter('respondents', 'anyone')) === 'anyone';
}

/**
 * Reads the question.
 *
 * @throws InvalidValue about *Choices*
 */
export function readQuestion(context: Context): Question {
	const { parameter } = context;
	const responseType = readResponseType(context);
	const message = textOf(parameter('message', ''));
	if (responseType === 'freeText') return { responseType, message, labels: [] };
	if (responseType === 'choice') {
		return { responseType, message, labels: readChoices(parameter('choices', {})) };
	}
	const given = parameter('approvalOptions', {});
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
	return toParticipantList(context.parameter('respondentPhones', '')).map(comparableChat);
}
