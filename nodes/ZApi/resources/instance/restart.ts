import { operation } from '../../language/operation';

/** @see https://developer.z-api.io/instance/restart */
export const restart = operation({
	name: 'Restart',
	value: 'restart',
	action: 'Restart an instance',
	description: 'Restart the instance. WhatsApp stays connected, so nobody has to scan a QR code.',
	request: { method: 'GET', url: '/restart' },
	isRead: false,
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
