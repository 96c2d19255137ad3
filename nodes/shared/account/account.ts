import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { planOf } from '../numbers/plans';
import { cleanText } from '../values/cleanText';

/** A Z-API account from a credential, with its values cleaned and checked. */
export interface ZApiAccount {
	/** The address of Z-API's server. Its `pathname` never ends in a slash, unless it is just a slash. */
	baseUrl: URL;
	instance: string;
	token: string;
	/** Empty when the account's security token isn't in use. */
	clientToken: string;
	/** Of phone numbers that are written without it. Empty when none is to be added. */
	defaultCountryCode: string;
}

/** What credentials mean that were saved before they had the field. */
const DEFAULT_COUNTRY_CODE = '55';

const LOCAL_HOST = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Excludes whole addresses, sentences, what a header can't hold, and dots or asterisks that hide the value. */
const SECRET = /^[\w%+.~=:-]*[\w%+~=:-]$/;

/** A value shorter than this can't be a secret of Z-API's; hiding it would only garble the text around it. */
const SHORTEST_SECRET = 4;

/** What the panel calls the fields, all but the one that can't hold an expression. */
const FIELD_NAMES = {
	instance: 'Instance ID',
	token: 'Instance Token',
	clientToken: 'Client-Token',
	baseUrl: 'Base URL',
};

/** Says that n8n can't evaluate an expression in the credential, as outside of a run. */
export class ExpressionInCredential extends UserError {
	/** @param fieldName unknown in an n8n that can't leave a field out */
	constructor(fieldName = 'A field') {
		super(
			`${fieldName} in the Z-API credential is an expression, which only has a value for an item while a workflow runs`,
			{
				description:
					'So nothing can be listed here. Choose By ID, or use an expression, and enter the ID; or use a credential without expressions.',
			},
		);
	}
}

function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)) : '';
}

/** @returns whether an address leads to this machine, as that of a stand-in for Z-API does */
export function isLocalHost({ hostname }: URL): boolean {
	return LOCAL_HOST.test(hostname);
}

function readBaseUrl(value: unknown): URL {
	const address = text(value).replace(/\/+$/, '');
	if (!URL.canParse(address)) {
		throw new UserError("Base URL in the Z-API credential isn't a web address", {
			description: 'Open the Z-API credential and set Base URL to https://api.z-api.io',
		});
	}
	const baseUrl = new URL(address);
	if (baseUrl.protocol !== 'https:' && !(baseUrl.protocol === 'http:' && isLocalHost(baseUrl))) {
		throw new UserError('Base URL in the Z-API credential must start with https://', {
			description:
				'Open the Z-API credential and correct Base URL. Without https, your tokens would be sent unprotected. Only an address on localhost may use http.',
		});
	}
	if (/\/instances(\/|$)/i.test(baseUrl.pathname)) {
		throw new UserError('Base URL in the Z-API credential is the address of a whole instance', {
			description: `Open the Z-API credential and set Base URL to ${baseUrl.origin}. The Instance ID and the Instance Token have their own fields.`,
		});
	}
	if (/[\s\p{Cc}?#]/u.test(address) || baseUrl.username !== '' || baseUrl.password !== '') {
		throw new UserError('Base URL in the Z-API credential has more in it than an address', {
			description:
				"Open the Z-API credential and remove from Base URL what isn't part of the address: spaces, a ? or # and what follows it, a user name or a password.",
		});
	}
	return baseUrl;
}

function readSecret(value: unknown, fieldName: string): string {
	const secret = text(value);
	if (secret !== '' && !SECRET.test(secret)) {
		throw new UserError(`${fieldName} in the Z-API credential isn't valid`, {
			description: `Open the Z-API credential and paste the ${fieldName} again, in full and on its own. Dots or asterisks in its place don't work, and neither does a whole address.`,
		});
	}
	return secret;
}

function readRequiredSecret(value: unknown, fieldName: string): string {
	const secret = readSecret(value, fieldName);
	// What is left empty is an empty text.
	if (value === undefined || value === null) {
		throw new UserError(
			`${fieldName} in the Z-API credential is an expression that returned nothing`,
			{
				description:
					'Make sure that each item has the value that the expression reads, for example with a filter before this node.',
			},
		);
	}
	if (secret === '') {
		throw new UserError(`${fieldName} is missing in the Z-API credential`, {
			description: `Open the Z-API credential and fill in the ${fieldName}. If it is an expression, give each item the value that it reads.`,
		});
	}
	return secret;
}

/**
 * Reads the country code of phone numbers that are written without it.
 *
 * @param credential the decrypted `zApi` credential
 * @returns the code, as in 55; empty when none is to be added
 * @throws UserError when no country has it
 */
export function readDefaultCountryCode({
	defaultCountryCode = DEFAULT_COUNTRY_CODE,
}: ICredentialDataDecryptedObject): string {
	const code = text(defaultCountryCode).replace(/^(\+|00)\s*/, '');
	if (code === '' || planOf(code)) return code;
	throw new UserError("Default Country Code in the Z-API credential isn't a country code", {
		description:
			'Open the Z-API credential and set Default Country Code to the digits after the plus, such as 55 for Brazil, or leave it empty.',
	});
}

/**
 * Reads the account that a credential holds.
 *
 * @param credential the decrypted `zApi` credential
 * @throws UserError when the credential lacks a value, or has one that can't be right
 */
export function readAccount(credential: ICredentialDataDecryptedObject): ZApiAccount {
	// n8n leaves out what it can't evaluate; what isn't filled in is empty.
	for (const [name, fieldName] of Object.entries(FIELD_NAMES)) {
		if (!Object.hasOwn(credential, name)) throw new ExpressionInCredential(fieldName);
	}
	return {
		baseUrl: readBaseUrl(credential.baseUrl),
		instance: readRequiredSecret(credential.instance, FIELD_NAMES.instance),
		token: readRequiredSecret(credential.token, FIELD_NAMES.token),
		clientToken: readSecret(credential.clientToken, FIELD_NAMES.clientToken),
		defaultCountryCode: readDefaultCountryCode(credential),
	};
}

/**
 * Lists every form in which the account's secrets could appear in a text, longest first.
 *
 * @param credential the decrypted `zApi` credential; values may be missing, or be refused by {@link readAccount}
 * @returns the instance, the token and the Client-Token, as they are and as they are encoded in an address
 */
export function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	const values = [credential.instance, credential.token, credential.clientToken]
		.map(text)
		.filter((value) => value.length >= SHORTEST_SECRET);
	const forms = values.flatMap((value) =>
		// Only a valid value ends up in an address, and half a character can't be encoded.
		SECRET.test(value) ? [value, encodeURIComponent(value)] : [value],
	);
	return [...new Set(forms)].sort((a, b) => b.length - a.length);
}
