import { phone } from '../../fields/phones';
import { operation } from '../../language/operation';

const businessPhone = phone('phone', 'Phone', {
	inQuery: true,
	description: 'The phone number of the business: yours or another',
});

/** @see https://developer.z-api.io/business/profile */
export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a business profile',
	description: 'Get the business profile of a number, yours or another. WhatsApp Business only.',
	request: { method: 'GET', url: '/business/profile' },
	fields: [businessPhone],
	refusedAdvice: 'Check that this number is a business on WhatsApp.',
});
