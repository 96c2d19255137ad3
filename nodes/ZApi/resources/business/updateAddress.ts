import { operation } from '../../language/operation';
import { text } from '../../language/text';

const address = text('value', 'Address', {
	whenEmpty: '',
	placeholder: 'e.g. Av. Paulista, 1000, São Paulo',
	description: 'Where your business is. Leave it empty to remove the address.',
});

/** @see https://developer.z-api.io/business/company-address */
export const updateAddress = operation({
	name: 'Update Address',
	value: 'updateAddress',
	action: 'Update the address of a business profile',
	description: 'Change the address in your business profile. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/company-address' },
	fields: [address],
	refusedAdvice: 'Check that the connected number is a WhatsApp Business account.',
});
