import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { NumberReading, WhenUnclear } from '../numbers/readNumber';
import { isBlank } from '../values/cleanText';
import { toOneOf, type Read } from '../values/values';
import { readDefaultCountryCode } from './account';

/** What is set for the whole account or node about how values are read. A reader gets it beside the value. */
export interface Settings {
	/** The code of the country, such as 55, of phone numbers that are written without one; empty for none. */
	defaultCountryCode?: string;
	/** What to do with such numbers where they could be two. */
	numbersWithoutCountryCode?: WhenUnclear;
	/** Whether the value was chosen from a list, and not entered: it needs nothing then. */
	isChosen?: boolean;
	/** Is told of each phone number that was read. */
	onNumber?: (reading: Exclude<NumberReading, { kind: 'refused' }>) => void;
	/** The host of the credential's Base URL, from which files may come also where it isn't on the internet. */
	ownHost?: string;
	/** Whether the value that is being read was typed, rather than made by an expression. */
	isTyped?: () => boolean;
}

const toOption = toOneOf<WhenUnclear>('whenCertain', 'always', 'refuse', 'asEntered');

/** Reads what to do with numbers without a country code; undefined if it isn't set. */
export const toWhenUnclear: Read<WhenUnclear | undefined> = (value) =>
	isBlank(value) ? undefined : toOption(value);

function hostIn(address: unknown): string | undefined {
	return typeof address === 'string' && URL.canParse(address)
		? new URL(address).hostname
		: undefined;
}

/**
 * @param credential the decrypted `zApi` credential
 * @param options the values under *Options* in the node
 * @throws UserError when the credential has no valid country code; InvalidValue when an option has no valid value
 */
export function settingsOf(
	credential: ICredentialDataDecryptedObject,
	{ numbersWithoutCountryCode: chosen }: { numbersWithoutCountryCode?: unknown } = {},
): Settings {
	return {
		ownHost: hostIn(credential.baseUrl),
		defaultCountryCode: readDefaultCountryCode(credential),
		numbersWithoutCountryCode: toWhenUnclear(chosen),
	};
}
