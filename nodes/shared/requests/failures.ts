import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { isObject } from '../values/objects';
import { isBlank } from '../values/cleanText';
import {
	CHECK_BASE_URL,
	failureOfNetwork,
	KNOWN_STATUSES,
	KNOWN_WORDS,
	TRY_AGAIN,
	type Failure,
	type KnownRefusal,
} from './knownFailures';
import { messageOfAnswer } from './messageOfAnswer';

/** What Z-API was asked to do, as far as the words about a refusal depend on it. */
export interface Attempt {
	/** Completes "Z-API didn't …", e.g. "unlink the groups". */
	what?: string;
	/** What the user should do when Z-API understood the request and refused it. */
	refusedAdvice: string;
	/** Refusals with a special meaning here; they take precedence over the general ones. */
	refusals?: KnownRefusal[];
	/** Recognizes a good answer that looks like a refusal, or isn't an object. */
	isAnswer?: (body: unknown) => boolean;
}

/** Finds the refusal that Z-API's words, or else the status, are known for. */
function knownRefusal(
	words: string,
	statusCode: number,
	{ refusals = [] }: Attempt,
): KnownRefusal | undefined {
	return (
		[...refusals, ...KNOWN_WORDS].find((row) => row.words?.test(words)) ??
		KNOWN_STATUSES.find(({ statuses }) => statuses?.includes(statusCode))
	);
}

/**
 * Puts a refusal into words. An operation's own advice is given only if Z-API understood the request: after a 200 that
 * says no, or a 400.
 */
function refusal(words: string, statusCode: number, attempt: Attempt): Failure {
	const { what, refusedAdvice } = attempt;
	const known = knownRefusal(words, statusCode, attempt);
	const isGoodStatus = statusCode < 300;
	const subject = what === undefined ? 'Z-API refused the request' : `Z-API didn't ${what}`;
	const cause = known?.cause === undefined ? '' : `, because ${known.cause}`;
	const reason = words === '' ? ', and gave no reason' : `${cause}: ${words}`;
	const isUnderstood = isGoodStatus || statusCode === 400;
	return {
		message: `${subject}${reason}${isGoodStatus ? '' : ` (status ${statusCode})`}`,
		description: known?.advice ?? (isUnderstood ? refusedAdvice : TRY_AGAIN),
		statusCode,
		...(known?.isUnknownPath && { isUnknownPath: true }),
	};
}

const NO = new Set(['', 'false', 'no', '0']);

function isNo(value: unknown): boolean {
	if (typeof value === 'object' || value === undefined) return value === null;
	return NO.has(String(value).trim().toLowerCase());
}

const FAILED = /^(error|failed|failure|fail)$/i;

function isErrorStatus(value: unknown): boolean {
	const isStatus = typeof value === 'number' || typeof value === 'string';
	return isStatus && Number(value) >= 400 && Number(value) < 600;
}

/** Signs of a refusal in an answer with a good status, by the name of the field. */
const SIGNS_OF_REFUSAL: Array<[string, (value: unknown) => boolean]> = [
	['success', isNo],
	// What was asked for may be 0, or nothing.
	['value', (value) => typeof value !== 'number' && !isBlank(value) && isNo(value)],
	['error', (value) => value !== undefined && value !== null],
	['errors', (value) => !isNo(value) && Object.keys(Object(value)).length > 0],
	['status', (value) => isErrorStatus(value) || (typeof value === 'string' && FAILED.test(value))],
	['statusCode', isErrorStatus],
];

/** Whether an answer with a good status says in its body that nothing was done. */
function saysNo(body: unknown): boolean {
	if (body === false) return true;
	if (!isObject(body)) return false;
	return SIGNS_OF_REFUSAL.some(
		([name, isRefusal]) => Object.hasOwn(body, name) && isRefusal(body[name]),
	);
}

/** Where an answer that refuses has its reason. */
const WORDS = ['error', 'message', 'reason', 'errors'];

/** Whether a body only refuses, e.g. with `success: false`, and says nothing else. */
function isBareRefusal(body: unknown): boolean {
	if (Array.isArray(body)) return body.every(isBareRefusal);
	if (!isObject(body)) return isNo(body);
	return Object.entries(body).every(
		([name, value]) =>
			[...WORDS, 'success', 'value'].includes(name) && (isNo(value) || value === true),
	);
}

/** Why an answer refuses, if it says so. */
function reasonOf(body: unknown): string {
	return isBareRefusal(body) ? '' : messageOfAnswer(body);
}

/** Statuses that may come with a `Retry-After`. */
const COME_BACK_LATER = [429, 503];

/** A shorter pause would be none. */
const SHORTEST_PAUSE_MILLISECONDS = 1_000;

/**
 * Reads a `Retry-After` header, which holds seconds or a date (RFC 9110).
 *
 * @returns undefined if there is none that can be read: then the request may not be sent again
 */
function retryAfterOf({ statusCode, headers }: Answer): number | undefined {
	const value = headers?.['retry-after'];
	if (!COME_BACK_LATER.includes(statusCode) || typeof value !== 'string') return undefined;
	const text = value.trim();
	const isDate = /^[a-z]{3},? .*\d{4}/i.test(text);
	if (!isDate && !/^\d{1,9}$/.test(text)) return undefined;
	const milliseconds = isDate ? Date.parse(text) - Date.now() : Number(text) * 1000;
	return Number.isNaN(milliseconds)
		? undefined
		: Math.max(SHORTEST_PAUSE_MILLISECONDS, milliseconds);
}

type Answer = Pick<IN8nHttpFullResponse, 'statusCode' | 'body'> & Partial<IN8nHttpFullResponse>;

/** Whether there is no body although the headers promise one: a compressed body broke off. */
function isCutOff({ headers = {}, body }: Answer): boolean {
	const hasContent =
		headers['content-encoding'] !== undefined || Number(headers['content-length']) > 0;
	return hasContent && (body === '' || body === undefined);
}

/**
 * Judges an answer of Z-API's.
 *
 * @param answer the whole answer, as n8n's HTTP client gives it with `returnFullResponse`
 * @param attempt what Z-API was asked for
 * @returns what is wrong with the answer, or undefined when Z-API did what it was asked to
 * @see https://developer.z-api.io/security/client-token and https://developer.z-api.io/security/ip-block
 */
export function failureOfAnswer(answer: Answer, attempt: Attempt): Failure | undefined {
	const { statusCode, body } = answer;
	const retryAfterMilliseconds = retryAfterOf(answer);

	if (statusCode >= 500) {
		const words = reasonOf(body);
		return {
			message: `Z-API failed with status ${statusCode}${words && `: ${words}`}`,
			description: "Something is wrong on Z-API's side.",
			statusCode,
			isOutcomeUnknown: true,
			retryAfterMilliseconds,
		};
	}
	if (statusCode >= 400) {
		return { ...refusal(reasonOf(body), statusCode, attempt), retryAfterMilliseconds };
	}
	if (statusCode < 200 || statusCode >= 300) {
		return {
			message: `Z-API redirected to another address instead of answering (status ${statusCode})`,
			description: `Your tokens weren't sent there. ${CHECK_BASE_URL}`,
			statusCode,
		};
	}
	if (attempt.isAnswer?.(body)) return undefined;
	const entries: unknown[] = Array.isArray(body) ? body : [body];
	const refused = entries.find((entry) => saysNo(entry));
	if (refused !== undefined) return refusal(reasonOf(refused), statusCode, attempt);
	const isBlankBody =
		body === undefined || body === null || (typeof body === 'string' && body.trim() === '');
	if (isCutOff(answer)) {
		return { ...failureOfNetwork('ERR_STREAM_PREMATURE_CLOSE'), statusCode };
	}
	if (!isBlankBody && !entries.every(isObject)) {
		const shown = typeof body === 'string' ? body : JSON.stringify(body);
		return {
			message: `Z-API's response isn't in the documented format: ${messageOfAnswer(shown)}`,
			description: `${CHECK_BASE_URL}. A proxy between n8n and Z-API can be the cause, too.`,
			statusCode,
			isOutcomeUnknown: true,
		};
	}
	return undefined;
}
