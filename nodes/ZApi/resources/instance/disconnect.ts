import { confirm } from '../../fields/confirm';
import type { Operation } from '../operation';

const understood = confirm(
	'WhatsApp is disconnected, and nothing works until someone scans a new QR code with the phone',
);

/** @see https://developer.z-api.io/instance/disconnect */
export const disconnect: Operation = {
	name: 'Disconnect',
	value: 'disconnect',
	action: 'Disconnect an instance',
	description:
		'Disconnect WhatsApp from the instance. All workflows that use it stop working until someone scans a new QR code.',
	request: { method: 'GET', url: '/disconnect' },
	isRead: false,
	fields: [understood],
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
};
