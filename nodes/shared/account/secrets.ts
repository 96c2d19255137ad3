import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { isObject } from '../values/objects';
import { secretsOf } from './account';
import { secretsSignedInto } from './signing';

/** What stands where a secret was. */
export const HIDDEN = '***';
/** A word of a text; an address is one. */
const WORD = /[^\s"'<>]+/g;

/**
 * Finds the secrets that must not be shown after a request.
 *
 * @param context the context that made the request
 * @param request the request's options, as they were passed to n8n
 * @returns the account's secrets in every form; empty where no credential can be read
 */
export async function secretsOfRequest(
	context: Pick<IExecuteSingleFunctions | ILoadOptionsFunctions | IHookFunctions, 'getCredentials'>,
	request: object,
): Promise<string[]> {
	const signedIn = secretsSignedInto(request);
	if (signedIn) return signedIn;
	try {
		return secretsOf(await context.getCredentials('zApi'));
	} catch {
		return [];
	}
}

function replaceSecrets(text: string, secrets: string[]): string {
	return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, HIDDEN), text);
}

function hideAddress(word: string): string {
	const path = word.search(/\/instances\//i);
	if (path === -1) return word;
	const start = word.slice(0, path).search(/https?:\/\//i);
	return `${word.slice(0, start === -1 ? path : start)}${HIDDEN}`;
}

/**
 * Hides the account's secrets, and any address of an instance, in a text that is about to be shown.
 *
 * @param text what Z-API, a proxy or n8n said
 * @param secrets from {@link secretsOfRequest}
 */
export function hideInText(text: string, secrets: string[]): string {
	return replaceSecrets(text.replace(WORD, hideAddress), secrets);
}

/**
 * Hides the account's secrets in an item's data, in keys as well as in values. Some answers repeat them, as `GET /me`
 * does.
 *
 * @param json an answer of Z-API's
 * @param secrets from {@link secretsOfRequest}
 * @returns the same object if there is nothing to hide, otherwise a copy
 */
export function hideInData(json: IDataObject, secrets: string[]): IDataObject {
	const text = JSON.stringify(json);
	if (!secrets.some((secret) => text.includes(secret))) return json;
	return JSON.parse(text, (_key, value: unknown) => {
		if (typeof value === 'string') return replaceSecrets(value, secrets);
		if (!isObject(value)) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, held]) => [replaceSecrets(key, secrets), held]),
		);
	}) as IDataObject;
}
