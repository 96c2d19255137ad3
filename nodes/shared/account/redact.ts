import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { isObject } from '../values/objects';
import { secretsOf } from './account';

/** What stands where a secret was (redacted). */
export const REDACTED = '***';
/** A word of a text; an address is one. */
const WORD = /[^\s"'<>]+/g;

/**
 * Finds the secrets that must not be shown after a request that was never signed. For all others, `onSigned` in the
 * request says what they are, without reading the credential again.
 *
 * @param context the context that made the request
 * @returns the account's secrets in every form; empty where no credential can be read
 */
export async function secretsOfRequest(
	context: Pick<IExecuteSingleFunctions | ILoadOptionsFunctions | IHookFunctions, 'getCredentials'>,
): Promise<string[]> {
	try {
		return secretsOf(await context.getCredentials('zApi'));
	} catch {
		return [];
	}
}

/** A character as it is, or encoded as in an address, up to three times. */
function patternOfCharacter(character: string): string {
	const itself = character.replace(/\W/, '\\$&');
	const code = character.charCodeAt(0).toString(16).padStart(2, '0');
	return code.length > 2 ? itself : `(?:${itself}|%(?:25){0,2}${code})`;
}

/** Z-API's have more than 20 characters. The few that a shorter one has in base64 are in many other texts, too. */
const SHORTEST_IN_BASE64 = 8;

/** How a secret shows in the base64 of a text that contains it: in one of three ways, by its place in the text. */
function patternsOfBase64(secret: string): string[] {
	if (secret.length < SHORTEST_IN_BASE64) return [];
	return [0, 1, 2].map((offset) => {
		const bytes = Buffer.from('\0'.repeat(offset) + secret);
		// The characters at both ends depend on what stands around the secret.
		const [first, last] = [Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6)];
		const characters = bytes.toString('base64').slice(first, last);
		// Addresses have an alphabet of their own.
		return characters.replaceAll('+', '[+-]').replaceAll('/', '[/_]');
	});
}

/** What finds the secrets of one account, which is nearly always the same one as before. */
let latest: { key: string; pattern: RegExp } | undefined;

function patternOf(secrets: string[]): RegExp {
	const key = secrets.join(' ');
	if (latest?.key !== key) {
		const patterns = secrets.flatMap((secret) => [
			[...secret].map(patternOfCharacter).join(''),
			...patternsOfBase64(secret),
		]);
		latest = { key, pattern: new RegExp(patterns.join('|'), 'gi') };
	}
	return latest.pattern;
}

function redactSecrets(text: string, secrets: string[]): string {
	return secrets.length === 0 ? text : text.replace(patternOf(secrets), REDACTED);
}

function redactAddress(word: string): string {
	const path = word.search(/\/instances\//i);
	if (path === -1) return word;
	const start = word.slice(0, path).search(/https?:\/\//i);
	return `${word.slice(0, start === -1 ? path : start)}${REDACTED}`;
}

/**
 * Redacts the account's secrets, and any address of an instance, in a text that is about to be shown.
 *
 * @param text what Z-API, a proxy or n8n said
 * @param secrets from {@link secretsOfRequest}
 */
export function redactText(text: string, secrets: string[]): string {
	return redactSecrets(text.replace(WORD, redactAddress), secrets);
}

/**
 * Redacts the account's secrets in an item's data, in keys as well as in values. Some answers repeat them, as `GET /me`
 * does.
 *
 * @param json an answer of Z-API's
 * @param secrets from {@link secretsOfRequest}
 * @returns the same object if there is nothing to redact, otherwise a copy
 */
export function redactData(json: IDataObject, secrets: string[]): IDataObject {
	const text = JSON.stringify(json);
	if (secrets.length === 0 || text.search(patternOf(secrets)) === -1) return json;
	return JSON.parse(text, (_key, value: unknown) => {
		if (typeof value === 'string') return redactSecrets(value, secrets);
		if (!isObject(value)) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, held]) => [redactSecrets(key, secrets), held]),
		);
	}) as IDataObject;
}
