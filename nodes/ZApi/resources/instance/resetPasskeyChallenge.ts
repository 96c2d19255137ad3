import { operation } from '../../language/operation';

/** @see https://developer.z-api.io/instance/reset-passkey-challenge */
export const resetPasskeyChallenge = operation({
	name: 'Reset Passkey Challenge',
	value: 'resetPasskeyChallenge',
	action: 'Reset the passkey challenge of an instance',
	description:
		'Give up a connection for which the phone asked for a passkey, so that you can start again with a new QR code or pairing code',
	request: { method: 'POST', url: '/reset-passkey-challenge' },
	refusedAdvice:
		'There may be no challenge to reset. Use Instance: Get QR Code to connect, or look at the instance in the Z-API panel.',
});
