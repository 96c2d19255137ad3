import { operation } from '../../language/operation';

/** @see https://developer.z-api.io/instance/disconnect */
export const disconnect = operation({
	name: 'Disconnect',
	value: 'disconnect',
	action: 'Disconnect an instance',
	description:
		'Disconnect WhatsApp from the instance. All workflows that use it stop working until someone scans a new QR code.',
	request: { method: 'GET', url: '/disconnect' },
	isRead: false,
	confirm:
		'WhatsApp is disconnected, and nothing works until someone scans a new QR code with the phone',
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
