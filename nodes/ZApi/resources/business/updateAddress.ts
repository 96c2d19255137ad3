import { toOptionalText } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';

const address = inBody(
	{
		displayName: 'Address',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. Rua das Flores, 120, Maringá',
		description: 'Where your business is. Leave it empty to remove the address.',
	},
	toOptionalText,
);

/** @see https://developer.z-api.io/business/company-address */
export const updateAddress: Operation = {
	name: 'Update Address',
	value: 'updateAddress',
	action: 'Update the address of a business profile',
	description: 'Change the address in your business profile. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/company-address' },
	fields: [address],
	refusedAdvice: 'Check that the connected number is a WhatsApp Business account.',
};
