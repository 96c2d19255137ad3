import type { INodeProperties } from 'n8n-workflow';

/** The option that says what to do with numbers that could be of the default country, or of another one. */
export const numbersWithoutCountryCode: INodeProperties = {
	displayName: 'Numbers Without a Country Code',
	name: 'numbersWithoutCountryCode',
	type: 'options',
	default: 'whenCertain',
	description: 'What to do with phone numbers that have no country code',
	options: [
		{
			name: 'Add When Certain',
			value: 'whenCertain',
			description:
				"Add the credential's Default Country Code where no other country has such a number",
		},
		{
			name: 'Always Add the Default',
			value: 'always',
			description: 'Add it to every mobile or landline of that country',
		},
		{
			name: 'Leave as Entered',
			value: 'asEntered',
			description: 'Add nothing',
		},
		{
			name: 'Refuse When Unclear',
			value: 'refuse',
			description: 'Add it when certain, and stop at numbers that could be of two countries',
		},
	],
};
