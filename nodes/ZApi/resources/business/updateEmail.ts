import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { toEmail } from '../../../shared/values/businessProfile';

const email = text('value', 'Email', {
	whenEmpty: '',
	read: toEmail,
	placeholder: 'e.g. contact@example.com',
	description: 'The email address of your business. Leave it empty to remove it.',
});

/** @see https://developer.z-api.io/business/company-email */
export const updateEmail = operation({
	name: 'Update Email',
	value: 'updateEmail',
	action: 'Update the email address of a business profile',
	description: 'Change the email address in your business profile. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/company-email' },
	fields: [email],
	refusedAdvice:
		'Check the email address, and that the connected number is a WhatsApp Business account.',
});
