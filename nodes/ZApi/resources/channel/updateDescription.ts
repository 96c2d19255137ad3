import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { newsletterIdAsId } from '../../fields/newsletterId';

const channelDescription = text('channelDescription', 'Description', {
	whenEmpty: '',
	sentAs: 'description',
	typeOptions: { rows: 3 },
	placeholder: 'e.g. News for everybody who lives here',
	description: 'The new description. Leave it empty to remove the old one.',
});

/** @see https://developer.z-api.io/newsletter/update-newsletter-description */
export const updateDescription = operation({
	name: 'Update Description',
	value: 'updateDescription',
	action: 'Update the description of a channel',
	description: 'Change what a channel says about itself',
	request: { method: 'POST', url: '/update-newsletter-description' },
	fields: [newsletterIdAsId, channelDescription],
	refusedAdvice: 'Check that the connected number is the owner or an admin of this channel.',
});
