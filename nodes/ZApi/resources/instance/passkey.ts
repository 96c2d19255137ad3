import { UserFacingFailure } from '../../../shared/requests/errors';
import { isObject } from '../../../shared/values/objects';

/**
 * Refuses the challenge that Z-API returns instead of a code if the phone wants a passkey.
 *
 * @param body what Z-API answered
 * @param code what was asked for, e.g. "QR code"
 * @throws UserFacingFailure, which says where to connect
 * @see https://developer.z-api.io/instance/reset-passkey-challenge
 */
export function refusePasskey(body: unknown, code: string): void {
	if (!isObject(body) || !isObject(body.challenge)) return;
	throw new UserFacingFailure({
		message: `There is no ${code}, because the phone asks for a passkey`,
		description:
			'Only a browser can answer that: connect this phone in the Z-API panel, or with the browser extension Z-API Conector, for which Instance: Create Extension Token returns a code. To try a code again, use Instance: Reset Passkey Challenge first.',
	});
}
