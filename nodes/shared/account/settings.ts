import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** What is set for the whole account or node about how values are read. A reader gets it beside the value. */
export interface Settings {
	/** The code of the country, such as 55, of phone numbers that are written without one. */
	defaultCountryCode?: string;
	/** What to do with such numbers. */
	numbersWithoutCountryCode?: string;
}

function textIn(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * @param credential the decrypted `zApi` credential
 * @param options the values under *Options* in the node
 */
export function settingsOf(
	credential: ICredentialDataDecryptedObject,
	options: { numbersWithoutCountryCode?: unknown } = {},
): Settings {
	return {
		defaultCountryCode: textIn(credential.defaultCountryCode),
		numbersWithoutCountryCode: textIn(options.numbersWithoutCountryCode),
	};
}
