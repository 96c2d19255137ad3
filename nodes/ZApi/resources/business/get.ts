import { toPhoneNumber } from '../../../shared/values/phones';
import { inQuery } from '../../fields/field';
import type { Operation } from '../operation';

const phone = inQuery(
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +55 (44) 99999-9999',
		hint: 'With country and area code; Brazil is 55',
		description: 'The phone number of the business: yours or another',
	},
	toPhoneNumber,
);

/**
 * Where the documentation contradicts itself: a table has `timezones`, the sample `timezone`.
 *
 * @see https://developer.z-api.io/business/profile
 */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a business profile',
	description: 'Get the business profile of a number, yours or another. WhatsApp Business only.',
	request: { method: 'GET', url: '/business/profile' },
	fields: [phone],
	refusedAdvice: 'Check that this number is a business on WhatsApp.',
};
