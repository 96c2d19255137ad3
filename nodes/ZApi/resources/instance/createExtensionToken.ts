import { operation } from '../../language/operation';

/** @see https://developer.z-api.io/instance/extension-token */
export const createExtensionToken = operation({
	name: 'Create Extension Token',
	value: 'createExtensionToken',
	action: 'Create an extension token for an instance',
	description:
		'Get a code that connects WhatsApp with the Z-API Conector browser extension, for phones that accept neither QR code nor pairing code. It is valid for 5 minutes.',
	request: { method: 'GET', url: '/extension-token' },
	isRead: false,
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
