import { toOptionalText } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';

const description = inBody(
	{
		displayName: 'Description',
		name: 'value',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Cerâmica feita à mão, entregue em todo o Brasil',
		description: 'What your business does. Leave it empty to remove the description.',
	},
	toOptionalText,
);

/** @see https://developer.z-api.io/business/company-description */
export const updateDescription: Operation = {
	name: 'Update Description',
	value: 'updateDescription',
	action: 'Update the description of a business profile',
	description: 'Change the description in your business profile. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/company-description' },
	fields: [description],
	refusedAdvice: 'Check that the connected number is a WhatsApp Business account.',
};
