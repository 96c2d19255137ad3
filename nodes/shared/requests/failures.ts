import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { isObject } from '../values/objects';

/** What went wrong, in words for the user. */
export interface Failure {
	/** What happened, with Z-API's own words. */
	message: string;
	/** What to do next. */
	description: string;
	/** The HTTP status, where there was an answer. */
	statusCode?: number;
	/**
	 * How long Z-API asks to wait before the same request is sent again. Only where it says so, and nothing was
	 * carried out.
	 */
	retryAfterMilliseconds?: number;
}

const LONGEST_QUOTE = 300;

/** So much of a text is looked at. What it says shows at its beginning, and a large one would keep n8n busy. */
const LONGEST_READ = 10_000;

const CHECK_ACCOUNT =
	'Open the Z-API credential and check the Instance ID, the Instance Token and the Client-Token.';
const CHECK_INSTANCE =
	'Open the Z-API credential and check the Instance ID and the Instance Token. Both are in the Z-API panel, under Instances (Instâncias), and belong to the same instance.';
const CHECK_CLIENT_TOKEN =
	'Open the Z-API credential and check the Client-Token. It is the account security token in the Z-API panel, under Security (Segurança).';
const CHECK_BASE_URL =
	'Open the Z-API credential and check the Base URL. Usually it is https://api.z-api.io';
export const MAYBE_DONE =
	'The request may have been carried out all the same: look in WhatsApp before you run this again.';

/**
 * What to do about a refusal whose cause shows in Z-API's words or in the status. The first row that fits counts.
 * The texts come from Z-API's pages on the Client-Token and on IP restriction, and from what its users report.
 */
const KNOWN_REFUSALS: Array<{ words?: RegExp; statuses?: number[]; advice: string }> = [
	{ words: /^\[?null\]? not allowed|client-?token/i, advice: CHECK_CLIENT_TOKEN },
	{
		words: /^\[?([\d.]{7,}|[\da-f:]*:[\da-f:.]*)\]? not allowed/i,
		advice:
			"Z-API answers only the IP addresses on your account's list. In the Z-API panel, under Security (Segurança), add the address of this n8n server.",
	},
	{ words: /not allowed$/i, advice: CHECK_CLIENT_TOKEN },
	{
		words: /instance\b.*\bnot found|instance\b.*\binvalid|invalid instance/i,
		advice: CHECK_INSTANCE,
	},
	{
		words: /not connected|restore the session|disconnected/i,
		advice:
			'Connect WhatsApp again: open the instance in the Z-API panel and scan the QR code with the phone.',
	},
	{ statuses: [401, 403], advice: CHECK_ACCOUNT },
	{ statuses: [404], advice: `${CHECK_INSTANCE} If they are right, check the Base URL, too.` },
	{
		words: /not found|does(n't| not) exist/i,
		advice:
			"Z-API doesn't know one of the IDs. Choose from the list again, or check the ID that the expression gives.",
	},
	{
		statuses: [405, 415],
		advice: `${CHECK_BASE_URL}. If it is right, update this node to its newest version.`,
	},
	{
		statuses: [407],
		advice:
			"A proxy between n8n and Z-API asks for a password. Set it in n8n's proxy settings, or under Request Options → Proxy in this node's Settings.",
	},
	{
		statuses: [429],
		advice:
			"Z-API gets too many requests at once. Lower this node's option Requests at Once, or add Batching under Request Options in its Settings.",
	},
];

/** Network error codes, by what they mean to the user. */
const NETWORK_FAILURES: Array<{ codes: RegExp; what: string; advice: string }> = [
	{
		codes: /^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/,
		what: "Z-API can't be reached: no server has this name",
		advice: `${CHECK_BASE_URL}. If it is right, check this n8n server's internet connection.`,
	},
	{
		codes: /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/,
		what: "Z-API can't be reached: the connection was refused",
		advice: `${CHECK_BASE_URL}. If it is right, check this n8n server's internet connection and firewall.`,
	},
	{
		codes: /^(ETIMEDOUT|ECONNABORTED|ESOCKETTIMEDOUT|UND_ERR_.*TIMEOUT)$/,
		what: "Z-API didn't answer in time",
		advice: `${MAYBE_DONE} You can allow more time in the node's Settings: Request Options → Timeout.`,
	},
	{
		codes: /^(ECONNRESET|EPIPE|ERR_BAD_RESPONSE|ERR_STREAM_PREMATURE_CLOSE|HPE_.*|Z_.*_ERROR)$/,
		what: 'The connection to Z-API broke before its answer was complete',
		advice: MAYBE_DONE,
	},
	{
		codes: /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/,
		what: 'No secure connection to Z-API could be made',
		advice: `${CHECK_BASE_URL}. A proxy or virus scanner between n8n and Z-API can be the cause, too.`,
	},
];

/** What JSON with so many lists in lists becomes that the stack doesn't suffice to read it. */
export const TOO_DEEP: Failure = {
	message: "Z-API's answer isn't in the form it documents: it is nested too deep to be read",
	description: `${CHECK_BASE_URL}. A proxy between n8n and Z-API can be the cause, too. ${MAYBE_DONE}`,
};

/** Cuts a text off in front of the word that no longer fits: half of a secret can't be recognised as one. */
function cut(text: string, length: number): string {
	if (text.length <= length) return text;
	return `${text.slice(0, length).replace(/[\w%.~+=-]{1,120}$/, '')}…`;
}

function shorten(text: string): string {
	const printable = cut(text, LONGEST_READ).replace(/[\s\p{Cc}]+/gu, ' ');
	return cut(printable.trim(), LONGEST_QUOTE);
}

/** A page says what it is in its title; without one, its text without the markup has to do. */
function readableText(whole: string): string {
	const text = cut(whole, LONGEST_READ);
	if (!/<[a-z!/]/i.test(text)) return text;
	const title = /<title[^<>]*>([^<]+)<\/title>/i.exec(text)?.[1];
	const withoutCode = text.replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, ' ');
	return title ?? withoutCode.replace(/<[^<>]*>/g, ' ');
}

/**
 * Finds Z-API's own words in an answer.
 *
 * @param body the answer's body, parsed where it was JSON
 * @returns one line of text, or an empty string if the body says nothing
 */
function wordsOf(body: unknown): string {
	if (typeof body === 'string') return shorten(readableText(body));
	if (!isObject(body))
		return body === undefined || body === null ? '' : shorten(JSON.stringify(body));
	for (const value of [body.error, body.message, body.reason, body.errors]) {
		const words = typeof value === 'boolean' || value === undefined ? '' : wordsOf(value);
		if (words !== '') return words;
	}
	return Object.keys(body).length === 0 ? '' : shorten(JSON.stringify(body));
}

function adviceFor(words: string, statusCode: number, refusedAdvice: string): string {
	const known = KNOWN_REFUSALS.find(
		(row) => row.words?.test(words) === true || row.statuses?.includes(statusCode) === true,
	);
	return known?.advice ?? refusedAdvice;
}

/** True for an answer that is fine by its status, but says in its body that nothing was done. */
function saysNo(body: unknown): boolean {
	if (body === false) return true;
	if (!isObject(body)) return false;
	const { success, value, error } = body;
	return success === false || value === false || (error !== undefined && error !== null);
}

/** What a body says that only refuses, e.g. `success: false`; undefined if it says more than that. */
function bareRefusal(body: unknown): string | undefined {
	if (!isObject(body)) return String(body);
	const entries = Object.entries(body);
	if (entries.some(([, value]) => value !== false)) return undefined;
	return entries.map(([name]) => `${name}: false`).join(', ');
}

/** Statuses that say that a request wasn't carried out, and may come with a `Retry-After`. */
const COME_BACK_LATER = [429, 503];

/**
 * Reads a `Retry-After` header, which holds seconds or a date (RFC 9110).
 *
 * @returns undefined if there is none that can be read
 */
function retryAfterOf({ statusCode, headers }: Answer): number | undefined {
	const value = headers?.['retry-after'];
	if (!COME_BACK_LATER.includes(statusCode) || typeof value !== 'string') return undefined;
	const milliseconds = /^\d+$/.test(value.trim())
		? Number(value) * 1000
		: Date.parse(value) - Date.now();
	return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

type Answer = Pick<IN8nHttpFullResponse, 'statusCode' | 'body'> & Partial<IN8nHttpFullResponse>;

/**
 * Judges an answer of Z-API's.
 *
 * @param answer the whole answer, as n8n's HTTP client gives it with `returnFullResponse`
 * @param refusedAdvice what to do when Z-API understood the request and refused it
 * @returns what is wrong with the answer, or undefined when Z-API did what it was asked to
 * @see https://developer.z-api.io/security/client-token and https://developer.z-api.io/security/ip-block
 */
export function failureOfAnswer(answer: Answer, refusedAdvice: string): Failure | undefined {
	const { statusCode, body } = answer;
	const words = wordsOf(body);
	const retryAfterMilliseconds = retryAfterOf(answer);

	if (statusCode >= 500) {
		return {
			message: `Z-API failed with status ${statusCode}${words && `: ${words}`}`,
			description: `Something is wrong on Z-API's side, so try again later. ${MAYBE_DONE}`,
			statusCode,
			retryAfterMilliseconds,
		};
	}
	if (statusCode >= 400) {
		return {
			message: words
				? `Z-API refused the request: ${words} (status ${statusCode})`
				: `Z-API refused the request with status ${statusCode}`,
			description: adviceFor(words, statusCode, refusedAdvice),
			statusCode,
			retryAfterMilliseconds,
		};
	}
	if (statusCode < 200 || statusCode >= 300) {
		return {
			message: `Z-API pointed to another address instead of answering (status ${statusCode})`,
			description: `Your tokens weren't sent there. ${CHECK_BASE_URL}`,
			statusCode,
		};
	}
	const entries: unknown[] = Array.isArray(body) ? body : [body];
	const refused = entries.find(saysNo);
	if (refused !== undefined) {
		const reason = wordsOf(refused);
		const refusal = bareRefusal(refused);
		return {
			message:
				refusal === undefined
					? `Z-API refused the request: ${reason}`
					: `Z-API refused the request and gave no reason (${refusal})`,
			description: adviceFor(reason, statusCode, refusedAdvice),
			statusCode,
		};
	}
	const isBlankBody =
		body === undefined || body === null || (typeof body === 'string' && body.trim() === '');
	if (!isBlankBody && !entries.every(isObject)) {
		return {
			message: `Z-API's answer isn't in the form it documents: ${words}`,
			description: `${CHECK_BASE_URL}. A proxy between n8n and Z-API can be the cause, too. ${MAYBE_DONE}`,
			statusCode,
		};
	}
	return undefined;
}

/**
 * Puts a network error into words.
 *
 * @param code the error's code, e.g. `ECONNREFUSED`
 */
export function failureOfNetwork(code: string): Failure {
	const known = NETWORK_FAILURES.find(({ codes }) => codes.test(code));
	return known
		? { message: `${known.what} (${code})`, description: known.advice }
		: { message: `Z-API gave no answer (${code})`, description: MAYBE_DONE };
}
