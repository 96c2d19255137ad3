import type { IWebhookFunctions } from 'n8n-workflow';
import { readAccount, type ZApiAccount } from '../../shared/account/account';
import { isEqualInConstantTime } from '../../shared/account/proofs';

/** The header in which each event of Z-API's carries the instance's token. */
export const TOKEN_HEADER = 'z-api-token';

/**
 * What is cached of a credential: whose events are taken, where a stand-in for Z-API has its files, and whose country's
 * numbers may be written without its code.
 */
export type CachedAccount = Pick<
	ZApiAccount,
	'instance' | 'token' | 'baseUrl' | 'defaultCountryCode'
>;

const CACHE_MILLISECONDS = 5_000;

/** By the ID of the credential; each for 5 seconds. */
const accountCache = new Map<string, { account: CachedAccount; until: number }>();

/** Reads the credential, and caches what the next event needs of it. */
export async function readAndCache(context: IWebhookFunctions): Promise<CachedAccount> {
	const { id } = context.getNode().credentials?.zApi ?? {};
	const { instance, token, baseUrl, defaultCountryCode } = readAccount(
		await context.getCredentials('zApi'),
	);
	const account = { instance, token, baseUrl, defaultCountryCode };
	if (id) accountCache.set(id, { account, until: Date.now() + CACHE_MILLISECONDS });
	return account;
}

/** Whether what was posted carries the instance's token, as all events of Z-API's do. */
export function hasToken(context: IWebhookFunctions, { token }: CachedAccount): boolean {
	const given = context.getHeaderData()[TOKEN_HEADER];
	return typeof given === 'string' && isEqualInConstantTime(given, token);
}

/**
 * Finds out whose events are taken. To read a credential, n8n starts a JavaScript engine of its own, which takes a
 * third of the time that an event takes; so in a burst of events it is read once. Where what is cached doesn't fit the
 * event, the credential may have been changed, and is read anew.
 */
export async function accountFor(
	context: IWebhookFunctions,
	instance: unknown,
): Promise<CachedAccount> {
	const { id } = context.getNode().credentials?.zApi ?? {};
	const cached = id ? accountCache.get(id) : undefined;
	const isFresh = cached && cached.until > Date.now();
	if (isFresh && cached.account.instance === instance && hasToken(context, cached.account)) {
		return cached.account;
	}
	return await readAndCache(context);
}
