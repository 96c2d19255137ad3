import { inBody } from '../../fields/field';
import { newsletterIdAsId } from '../../fields/newsletterId';
import { toOptionalText } from '../../../shared/values/values';
import type { Operation } from '../operation';

const channelDescription = inBody(
	{
		displayName: 'Description',
		name: 'channelDescription',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Avisos e novidades para os moradores',
		description: 'The new description. Leave it empty to remove the old one.',
	},
	toOptionalText,
	'description',
);

/** @see https://developer.z-api.io/newsletter/update-newsletter-description */
export const updateDescription: Operation = {
	name: 'Update Description',
	value: 'updateDescription',
	action: 'Update the description of a channel',
	description: 'Change what a channel says about itself',
	request: { method: 'POST', url: '/update-newsletter-description' },
	fields: [newsletterIdAsId, channelDescription],
	refusedAdvice: 'Check that the connected number is the owner or an admin of this channel.',
};
