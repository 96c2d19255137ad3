import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { ZApiAccount } from '../shared/account/account';
import { toWhenUnclear } from '../shared/account/settings';
import { isBlank } from '../shared/values/cleanText';
import { InvalidValue } from '../shared/values/invalidValue';
import { toMilliseconds, toShortTime } from '../shared/values/minutes';
import { isObject } from '../shared/values/objects';
import { toBoolean, toOptionalText } from '../shared/values/values';
import { toResumeWord, type PauseOptions } from './conversations/pause';
import { chosenEvents, type TriggerEvent } from './events';
import { readFilters, type Filters, type WhyFiltered } from './receiving/filters';

/** What is set for files, unless the user says otherwise. */
export const LARGEST_FILE_MEGABYTES = 25;
export const TIMEOUT_SECONDS = 60;

/** Of the time between two messages that are joined. */
export const LONGEST_JOIN_SECONDS = 60;

/** Of the time that a state of the connection has to last. */
export const LONGEST_STATE_SECONDS = 3_600;

const LONGEST_TIMEOUT_SECONDS = 86_400;

type Context = IHookFunctions | IWebhookFunctions;

/** What the user set for the files of messages. */
export interface FileOptions {
	/** Of the item's `binary`. */
	fieldName: string;
	megabytes: number;
	seconds: number;
}

function parameterError(context: Context, problem: string, advice: string): NodeOperationError {
	// Where a workflow can't be activated, n8n shows nothing but the message.
	return new NodeOperationError(context.getNode(), `${problem}. ${advice}`, {
		description: advice,
	});
}

/**
 * @returns the events that are chosen, with what *All Events* stands for
 * @throws NodeOperationError when nothing is
 */
export function readEvents(context: Context): TriggerEvent[] {
	const values: unknown = context.getNodeParameter('events', []);
	const chosen = chosenEvents((Array.isArray(values) ? values : [values]).map(String));
	if (chosen.length > 0) return chosen;
	throw parameterError(context, 'Trigger On is empty', 'Choose at least one event.');
}

/** The switches, as the panel calls them. An expression may return text, and the text "false" means no. */
const SWITCHES = {
	alsoSentByMe: 'Include My Own Messages',
	downloadMedia: 'Download Files',
	simplify: 'Simplify',
	replaceExisting: 'Replace Existing Addresses',
	acceptWithoutToken: "Accept Events Without Z-API's Token",
	addAiFields: 'Add Fields for AI Agents',
	explain: 'Explain',
	ignoreRepeats: 'Ignore Repeats',
	leaveOutEdits: 'Leave Out Edits',
	leaveOutLoading: 'Leave Out Messages That Are Still Loading',
};

/** @param displayName of the field, unless the problem names it */
function withNodeError<Result>(context: Context, displayName: string, read: () => Result): Result {
	try {
		return read();
	} catch (error) {
		throw error instanceof InvalidValue
			? parameterError(context, `${displayName} ${error.problem}`.trim(), error.advice)
			: error;
	}
}

function toSwitch(context: Context, name: keyof typeof SWITCHES, value: unknown): boolean {
	return withNodeError(context, SWITCHES[name], () => toBoolean(value));
}

/**
 * @param otherwise the value where n8n has none, since the panel hasn't shown the switch
 * @throws NodeOperationError when an expression returns neither yes nor no
 */
export function readSwitch(
	context: Context,
	name: 'alsoSentByMe' | 'downloadMedia' | 'simplify',
	otherwise: boolean,
): boolean {
	return toSwitch(context, name, context.getNodeParameter(name, otherwise));
}

function readOptions(context: Context): IDataObject {
	const options: unknown = context.getNodeParameter('options', {});
	return isObject(options) ? options : {};
}

/**
 * @param otherwise the value of an option that wasn't added
 * @throws NodeOperationError when an expression returns neither yes nor no
 */
export function readOption(
	context: Context,
	name: Exclude<keyof typeof SWITCHES, 'alsoSentByMe' | 'downloadMedia' | 'simplify'>,
	otherwise = false,
): boolean {
	const { [name]: value = otherwise } = readOptions(context);
	return toSwitch(context, name, value);
}

/** @returns whether an event that was there before starts nothing; earlier versions of the node had no such option */
export function readIgnoreRepeats(context: Context): boolean {
	return readOption(context, 'ignoreRepeats', context.getNode().typeVersion >= 1.2);
}

/**
 * @returns when the trigger is silent because a person answers
 * @throws NodeOperationError when an expression returns neither a number of minutes nor a word
 */
export function readPauseOptions(context: Context): PauseOptions {
	const { pauseAfterOwn, resumeWord } = readOptions(context);
	const minutes = isBlank(pauseAfterOwn) ? 0 : pauseAfterOwn;
	const milliseconds = withNodeError(context, 'Pause After I Write Myself (Minutes)', () =>
		toMilliseconds(true)(minutes),
	);
	const word = withNodeError(context, 'Resume Word', () => toOptionalText(resumeWord));
	return { milliseconds, resumeWord: toResumeWord(word) };
}

/**
 * @returns how long a message waits for the next one of the same person, in milliseconds; 0 for not at all
 * @throws NodeOperationError when an expression returns no number of seconds
 */
export function readJoinWithin(context: Context): number {
	const { joinMessagesWithin } = readOptions(context);
	if (isBlank(joinMessagesWithin)) return 0;
	return withNodeError(context, 'Join Messages Within (Seconds)', () =>
		toShortTime(LONGEST_JOIN_SECONDS)(joinMessagesWithin),
	);
}

/**
 * @returns how long the connection has to last as an event says, in milliseconds; 0 for not at all
 * @throws NodeOperationError when an expression returns no number of seconds
 */
export function readOnlyAfter(context: Context): number {
	const { onlyAfter } = readOptions(context);
	if (isBlank(onlyAfter)) return 0;
	return withNodeError(context, 'Only After (Seconds)', () =>
		toShortTime(LONGEST_STATE_SECONDS)(onlyAfter),
	);
}

/** @returns how long an event waits before it starts anything, in milliseconds */
export function readWaitingTime(context: Context, { value }: TriggerEvent): number {
	if (value === 'messageReceived') return readJoinWithin(context);
	return ['connected', 'disconnected'].includes(value) ? readOnlyAfter(context) : 0;
}

/**
 * @param account whose country's numbers may be written without its code
 * @returns the question that *Only These Chats*, all filters and *Leave Out* together ask
 * @throws NodeOperationError when one of them holds something that can't be meant
 */
export function readFilterParameters(
	context: Context,
	{ defaultCountryCode }: Pick<ZApiAccount, 'defaultCountryCode'>,
): WhyFiltered {
	const chats = context.getNodeParameter('chats', {}) as Filters['chats'];
	const filters = (context.getNodeParameter('filters', {}) ?? {}) as Omit<Filters, 'chats'>;
	const alsoSentByMe = readSwitch(context, 'alsoSentByMe', false);
	const numbersWithoutCountryCode = withNodeError(context, 'Numbers Without a Country Code', () =>
		toWhenUnclear(filters.numbersWithoutCountryCode),
	);
	const settings = { defaultCountryCode, numbersWithoutCountryCode };
	const leftOut = {
		leaveOutEdits: readOption(context, 'leaveOutEdits'),
		leaveOutLoading: readOption(context, 'leaveOutLoading'),
	};
	return withNodeError(context, '', () =>
		readFilters({ ...filters, chats, ...leftOut }, alsoSentByMe, settings),
	);
}

/** A number above 0, as an option holds it; an expression may give anything. */
function positive(value: unknown, otherwise: number): number {
	const number = Number(value);
	return number > 0 && Number.isFinite(number) ? number : otherwise;
}

/** @returns undefined if files aren't wanted */
export function readFileOptions(context: Context): FileOptions | undefined {
	if (!readSwitch(context, 'downloadMedia', false)) return undefined;
	const options = readOptions(context);
	const seconds = positive(options.downloadTimeoutSeconds, TIMEOUT_SECONDS);
	return {
		fieldName: String(options.binaryPropertyName ?? '').trim() || 'data',
		megabytes: positive(options.largestFileMegabytes, LARGEST_FILE_MEGABYTES),
		seconds: Math.min(seconds, LONGEST_TIMEOUT_SECONDS),
	};
}
