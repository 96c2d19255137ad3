import { operation } from '../../language/operation';
import { text } from '../../language/text';

const description = text('value', 'Description', {
	whenEmpty: '',
	typeOptions: { rows: 3 },
	placeholder: 'e.g. Handmade pottery, delivered everywhere in Brazil',
	description: 'What your business does. Leave it empty to remove the description.',
});

/** @see https://developer.z-api.io/business/company-description */
export const updateDescription = operation({
	name: 'Update Description',
	value: 'updateDescription',
	action: 'Update the description of a business profile',
	description: 'Change the description in your business profile. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/company-description' },
	fields: [description],
	refusedAdvice: 'Check that the connected number is a WhatsApp Business account.',
});
