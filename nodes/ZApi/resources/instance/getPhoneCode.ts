import { refusePasskey } from './passkey';
import { phone } from '../../fields/phones';
import { operation } from '../../language/operation';

const phoneToPair = phone('phoneToPair', 'Phone', {
	sentAs: 'phone',
	description: 'The number of the phone to connect',
});

/** @see https://developer.z-api.io/instance/phone-code */
export const getPhoneCode = operation({
	name: 'Get Pairing Code',
	value: 'getPhoneCode',
	action: 'Get a pairing code for a phone',
	description:
		'Get a code that connects WhatsApp without a QR code. Enter it on the phone under Linked devices → Link with phone number.',
	request: { method: 'GET', url: '/phone-code/{phone}' },
	toItem(json) {
		refusePasskey(json, 'pairing code');
		return { json };
	},
	fields: [phoneToPair],
	refusedAdvice:
		'Check the number. There is a code only while WhatsApp is not connected. Use Instance: Get Status to see whether it is.',
	refusals: [
		{
			words: /already connected/i,
			advice:
				'There is no code, because WhatsApp is connected. To connect another phone, disconnect the instance first.',
		},
	],
});
