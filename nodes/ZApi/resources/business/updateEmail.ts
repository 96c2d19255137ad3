import { toOptionalEmail } from '../../../shared/values/businessProfile';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';

const email = inBody(
	{
		displayName: 'Email',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. contato@example.com',
		description: 'The email address of your business. Leave it empty to remove it.',
	},
	toOptionalEmail,
);

/** @see https://developer.z-api.io/business/company-email */
export const updateEmail: Operation = {
	name: 'Update Email',
	value: 'updateEmail',
	action: 'Update the email address of a business profile',
	description: 'Change the email address in your business profile. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/company-email' },
	fields: [email],
	refusedAdvice:
		'Check the email address, and that the connected number is a WhatsApp Business account.',
};
