import type { IDataObject } from 'n8n-workflow';
import { toPhoneNumber } from '../../../shared/values/phones';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';
import { refusePasskey } from './passkey';

const phoneToPair = inBody(
	{
		displayName: 'Phone',
		name: 'phoneToPair',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +55 (44) 99999-9999',
		hint: 'With country and area code; Brazil is 55',
		description: 'The number of the phone to connect',
	},
	toPhoneNumber,
	'phone',
);

/** @see https://developer.z-api.io/instance/phone-code */
export const getPhoneCode: Operation = {
	name: 'Get Pairing Code',
	value: 'getPhoneCode',
	action: 'Get a pairing code for a phone',
	description:
		'Get a code that connects WhatsApp without a QR code. Enter it on the phone under Linked devices → Link with phone number.',
	request: { method: 'GET', url: '/phone-code/{phone}' },
	toEntries(body) {
		refusePasskey(body, 'pairing code');
		return [body as IDataObject];
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
};
