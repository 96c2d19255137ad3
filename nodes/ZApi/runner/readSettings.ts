import type { ICredentialDataDecryptedObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { settingsOf, type Settings } from '../../shared/account/settings';
import { optionOf, readNamed } from '../language/field';

/**
 * Reads how the values of an item are read.
 *
 * @throws UserError when the credential has no valid country code; UserFacingFailure when an option has no valid value
 */
export function readSettings(
	context: IExecuteSingleFunctions,
	credential: ICredentialDataDecryptedObject,
): Settings {
	const item = { context, settings: {} };
	return readNamed(item, 'Numbers Without a Country Code', () =>
		settingsOf(credential, {
			numbersWithoutCountryCode: optionOf(item, 'numbersWithoutCountryCode', ''),
		}),
	);
}
