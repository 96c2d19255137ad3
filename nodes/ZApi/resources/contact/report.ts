import { operation } from '../../language/operation';
import { contact } from '../../fields/contact';

/** @see https://developer.z-api.io/contacts/report-contact */
export const report = operation({
	name: 'Report',
	value: 'report',
	action: 'Report a contact',
	description:
		"Report a person to WhatsApp, which may restrict their account. This can't be undone.",
	request: { method: 'POST', url: '/contacts/{phone}/report' },
	fields: [contact],
	refusedAdvice: 'Check the number. Use Contact: Check Number to see whether it is on WhatsApp.',
	refusals: [
		{
			words: /invalid phone/i,
			advice: 'Check the number: country code, area code and number, as in +55 (44) 99999-9999.',
		},
	],
});
